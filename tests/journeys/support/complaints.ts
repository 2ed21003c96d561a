// SPDX-License-Identifier: MIT
import type { BrowserContext, Page, Response } from '@playwright/test'

/** The spaces whose pages are made with scripts; all others ship none, but the island that improves a form. */
const withScripts = /^\/(bureau|studio)(\/|$)/
const forms =
  /^\/connexion(\/code)?$|^\/compte\/(securite|verification)|^\/demande\/[^/]+\/etape\/|\/action\/[^/]+$|\/accuses\/[^/]+$|^\/(lien|demandes)\/[^/]+$/
const island = /\/assets\/island-[\w-]+\.js$/

/**
 * Writes down in `complaints` everything a browser says against our pages: errors, broken parts, what the security
 * policy stopped, faults of the server, and scripts on a page that must do without.
 */
export function listen(context: BrowserContext, complaints: string[]): void {
  context.on('weberror', (error) => complaints.push(error.error().stack ?? error.error().message))
  context.on('console', (message) => {
    if (message.type() !== 'error' || isExpected(message.text())) return
    complaints.push(`${message.page()?.url() ?? ''}: ${message.text()}`)
  })
  context.on('response', (response) => complaints.push(...against(response)))
}

/**
 * The browser repeats the status of every refusal: those that matter are told by the response itself. And it stops the
 * scripts of Playwright in the frame of a mail, which may run none.
 */
const isExpected = (text: string): boolean =>
  /^Failed to load resource|^Blocked script execution in '([^']+\/apercu|about:srcdoc)'/.test(text)

function against(response: Response): string[] {
  const request = response.request()
  const kind = request.resourceType()
  const told = `${request.method()} ${response.url()}: ${response.status()}`
  if (response.status() >= 500) return [told]
  // A link closes when its work is done, perhaps while the pictures of its page still load.
  if (response.status() === 410 && /\/lien\/[^/]+\/fichiers\//.test(response.url())) return []
  if (['stylesheet', 'script', 'image', 'font'].includes(kind) && response.status() >= 400) return [told]
  const page = pageOf(request.frame().page())
  if (page !== undefined && forms.test(page) && island.test(response.url())) return []
  return kind === 'script' && page !== undefined && !withScripts.test(page)
    ? [`${page} loads the script ${response.url()}`]
    : []
}

function pageOf(page: Page): string | undefined {
  return URL.canParse(page.url()) ? new URL(page.url()).pathname : undefined
}
