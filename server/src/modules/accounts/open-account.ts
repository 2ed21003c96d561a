// SPDX-License-Identifier: MIT
import { type Locale, system } from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordEvent } from '../events/index.ts'
import { ensurePerson, findPersonByEmail, fullName, type PersonName } from '../people/index.ts'
import { hasAccount, insertAccount, writePassword } from './accounts.queries.ts'

export type NewAccount = {
  /** The mailbox, proven by the caller. */
  readonly email: string
  /** The same in the form accounts know it: see `readMailbox`. */
  readonly identity: string
  /** The person, when it is not the mailbox that tells who it is. */
  readonly personId?: string | undefined
  /** Needed only for someone whom the directory does not know. */
  readonly name: PersonName | undefined
  readonly locale: Locale
  /** Hash; absent for an account whose person will sign in by e-mail link or choose a password. */
  readonly password?: string | undefined
}

export type OpenedAccount = { readonly accountId: string; readonly personId: string }

/**
 * Writes an account for the person of that mailbox, who enters the directory under the name given when they are not in
 * it. Refused when the mailbox or the person has an account already, or when a name is needed and there is none.
 */
export async function openAccount(
  tx: Tx,
  platform: Platform,
  { email, identity, name, locale, password, personId: given }: NewAccount,
): Promise<OpenedAccount | 'already-registered' | 'missing-name'> {
  const known = given === undefined ? await findPersonByEmail(platform, email, tx) : undefined
  const knownId = given ?? known?.id
  if (await hasAccount(tx, { personId: knownId, email: identity })) return 'already-registered'
  const personId = given ?? (name ? await ensurePerson(tx, platform, { name, email }) : knownId)
  if (!personId) return 'missing-name'
  const accountId = platform.ids.next()
  const at = platform.clock.now()
  const shown = known?.name ?? (name ? fullName(name) : email)
  await insertAccount(tx, { id: accountId, personId, email: identity, name: shown, locale, at })
  if (password !== undefined) await writePassword(tx, { id: platform.ids.next(), accountId, password, at })
  await recordEvent(tx, actingAs(platform, system), { kind: 'account.created', payload: { accountId } })
  return { accountId, personId }
}
