// SPDX-License-Identifier: MIT
import { nobody } from '@guichet/engine'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { localesOfPeople } from './accounts.queries.ts'
import { someAccounts, type TestAccounts } from './accounts.testing.ts'
import type { Caller } from './caller-of.ts'
import { keepLanguage } from './keep-language.ts'

let club: TestAccounts
let lila: Awaited<ReturnType<TestAccounts['account']>>
beforeAll(async () => {
  club = await someAccounts()
  lila = await club.account('Lila Benhaddou')
})
afterAll(() => club.close())

const caller = (more: Partial<Extract<Caller, { by: 'session' }>> = {}): Caller => ({
  actor: nobody(),
  by: 'session',
  sessionId: 's',
  accountId: lila.accountId,
  expiresAt: new Date(),
  strong: false,
  provenAt: new Date(),
  withheld: [],
  acting: undefined,
  ...more,
})
const language = async () =>
  (await localesOfPeople(club.tenant.platform.db, [lila.personId])).get(lila.personId)

it('keeps the language of who chose it, for their mails', async () => {
  await keepLanguage(club.accounts, caller(), 'en')
  expect(await language()).toBe('en')
})

it('keeps nothing for who is not signed in, or acts as somebody else', async () => {
  const acting = { until: new Date() } as unknown as NonNullable<Extract<Caller, { by: 'session' }>['acting']>
  await keepLanguage(club.accounts, caller({ acting }), 'fr')
  await keepLanguage(club.accounts, { actor: nobody(), by: 'nothing', sessionEnded: false }, 'fr')
  expect(await language()).toBe('en')
})
