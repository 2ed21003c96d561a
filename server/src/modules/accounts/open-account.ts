// SPDX-License-Identifier: MIT
import { type Locale, system } from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordEvent } from '../events/index.ts'
import { ensurePerson, fullName, type PersonName } from '../people/index.ts'
import { hasAccount, insertAccount, writePassword } from './accounts.queries.ts'

export type NewAccount = {
  /** The mailbox, proven by the caller. */
  readonly email: string
  /** The same in the form accounts know it: see `readMailbox`. */
  readonly identity: string
  readonly name: PersonName
  readonly locale: Locale
  /** Hash; absent for an account whose person will sign in by e-mail link or choose a password. */
  readonly password?: string | undefined
}

/**
 * Writes an account for the person of that mailbox, who enters the directory when they are not in it. `undefined`
 * when the mailbox or the person has one already.
 */
export async function openAccount(
  tx: Tx,
  platform: Platform,
  { email, identity, name, locale, password }: NewAccount,
): Promise<{ accountId: string; personId: string } | undefined> {
  const personId = await ensurePerson(tx, platform, { name, email })
  if (await hasAccount(tx, { personId, email: identity })) return undefined
  const accountId = platform.ids.next()
  const at = platform.clock.now()
  await insertAccount(tx, { id: accountId, personId, email: identity, name: fullName(name), locale, at })
  if (password !== undefined) await writePassword(tx, { id: platform.ids.next(), accountId, password, at })
  await recordEvent(tx, actingAs(platform, system), { kind: 'account.created', payload: { accountId } })
  return { accountId, personId }
}
