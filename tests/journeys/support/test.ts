// SPDX-License-Identifier: MIT
import {
  type BrowserContext,
  type BrowserContextOptions,
  expect,
  type Page,
  test as base,
} from '@playwright/test'
import { address } from './address.ts'
import { listen } from './complaints.ts'
import { Outbox } from './outbox.ts'
import { signIn } from './people.ts'

type Visit = (options?: BrowserContextOptions) => Promise<Page>
type Session = Awaited<ReturnType<BrowserContext['storageState']>>

interface Journey {
  /** A person with a browser of their own, whose every complaint fails the journey. */
  readonly visit: Visit
  /** As `visit`, with JavaScript switched off. */
  readonly visitWithoutScripts: Visit
  /** As `visit`, by someone of the demonstration who has signed in before. */
  readonly visitAs: (email: string) => Promise<Page>
  /** The mails that left, read by the administrator. */
  readonly outbox: Outbox
}

const known = { locale: 'fr-FR', timezoneId: 'Europe/Paris', viewport: { width: 1280, height: 900 } }

export const test = base.extend<Journey, { readonly sessions: Map<string, Session> }>({
  // oxlint-disable-next-line no-empty-pattern -- Playwright reads the pattern
  sessions: [async ({}, use) => use(new Map()), { scope: 'worker' }],

  visit: async ({ browser }, use) => {
    const complaints: string[] = []
    const opened: Page[] = []
    await use(async (options = {}) => {
      const context = await browser.newContext({ ...known, baseURL: address(), ...options })
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

  visitAs: async ({ visit, sessions }, use) =>
    use(async (email) => {
      const session = sessions.get(email)
      if (session) return visit({ storageState: session })
      const page = await visit()
      await signIn(page, email)
      sessions.set(email, await page.context().storageState())
      return page
    }),

  outbox: async ({ visitAs }, use) => use(new Outbox(await visitAs('admin@plassans.example'))),
})

export { expect }
export type { Page }
