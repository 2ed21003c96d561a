// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { Accounts } from './accounts.ts'
import { changeLanguage } from './accounts.queries.ts'
import type { Caller } from './caller-of.ts'

/**
 * Keeps the language that somebody chose in their account: their mails are written in it. Does nothing for who is not
 * signed in, or acts as somebody else: a page in another language is no wish of that person.
 */
export async function keepLanguage({ platform }: Accounts, caller: Caller, locale: Locale): Promise<void> {
  if (caller.by !== 'session' || caller.acting) return
  await changeLanguage(platform.db, caller.accountId, locale)
}
