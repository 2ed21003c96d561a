// SPDX-License-Identifier: MIT
import { type BrowserContextOptions, expect, type Page, test as base } from '@playwright/test'
import { listen } from './complaints.ts'
import { Outbox } from './outbox.ts'
import { signIn } from './people.ts'

type Visit = (options?: BrowserContextOptions) => Promise<Page>

interface Journey {
  /** A person with a browser of their own, whose every complaint fails the journey. */
  readonly visit: Visit
  /** As `visit`, with JavaScript switched off. */
  readonly visitWithoutScripts: Visit
  /** The mails that left, read by the administrator. */
  readonly outbox: Outbox
}

/** Where the journeys' server answers. */
export const address = (): string => process.env['JOURNEYS_ADDRESS'] ?? ''

export const test = base.extend<Journey>({
  baseURL: async ({}, use) => use(address()), // oxlint-disable-line no-empty-pattern -- Playwright reads the pattern

  visit: async ({ browser, contextOptions, baseURL, locale, timezoneId, viewport }, use) => {
    const complaints: string[] = []
    const opened: Page[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({
        ...contextOptions,
        baseURL: baseURL ?? address(),
        locale: locale ?? 'fr-FR',
        timezoneId: timezoneId ?? 'Europe/Paris',
        viewport,
        ...options,
      })
      listen(context, complaints)
      const page = await context.newPage()
      opened.push(page)
      return page
    })
    for (const page of opened) await page.context().close()
    expect(complaints).toEqual([])
  },

  visitWithoutScripts: async ({ visit }, use) =>
    use((options = {}) => visit({ ...options, javaScriptEnabled: false })),

  outbox: async ({ visit }, use) => {
    const page = await visit()
    await signIn(page, 'admin@plassans.example')
    await use(new Outbox(page))
  },
})

export { expect }
export type { Page }
