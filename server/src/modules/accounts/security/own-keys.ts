// SPDX-License-Identifier: MIT
import { actingAs } from '../../../platform/context.ts'
import type { Accounts } from '../accounts.ts'
import type { Caller } from '../caller-of.ts'
import type { Client } from '../client.ts'
import { createKey, type Key, type KeyScope, keyScopes, listKeys, revokeKey } from '../keys.ts'
import { logAccount } from '../account-log.ts'
import { isFresh, ownAccount, type ProofWanted, proofWanted } from './own-account.ts'

/** How long a key made on the site may live: an operator's command can make one without end. */
export const keyLifetimesDays = [30, 90, 365] as const
const longestName = 80
const mostKeys = 50

/**
 * The keys of the account, newest first, those revoked among them.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function listOwnKeys(accounts: Accounts, caller: Caller): Promise<Key[]> {
  const { account } = await ownAccount(accounts, caller)
  return listKeys(actingAs(accounts.platform, caller.actor), account.id)
}

export type OwnKeyMade =
  /** The key, shown this once. */
  | { readonly ok: true; readonly key: string }
  | {
      readonly ok: false
      readonly refusal: 'missing-key-name' | 'unknown-lifetime' | 'unknown-scope' | 'too-many-keys'
    }
  | ProofWanted

/**
 * Makes a key with the rights of the account. A key made without a second factor has no more than the session that
 * makes it: roles that require one are not served through it.
 *
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function makeOwnKey(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  asked: { readonly name: string; readonly scopes: readonly string[]; readonly days: number },
): Promise<OwnKeyMade> {
  const { session, account } = await ownAccount(accounts, caller)
  if (!isFresh(accounts, session)) return proofWanted
  const name = asked.name.trim().slice(0, longestName)
  if (name === '') return { ok: false, refusal: 'missing-key-name' }
  if (!keyLifetimesDays.some((days) => days === asked.days)) return { ok: false, refusal: 'unknown-lifetime' }
  const scopes = asked.scopes.filter((scope): scope is KeyScope => keyScopes.some((known) => known === scope))
  if (scopes.length === 0 || scopes.length !== asked.scopes.length)
    return { ok: false, refusal: 'unknown-scope' }
  const context = actingAs(accounts.platform, caller.actor)
  const working = (await listKeys(context, account.id)).filter(({ revokedAt }) => revokedAt === null)
  if (working.length >= mostKeys) return { ok: false, refusal: 'too-many-keys' }
  const expiresAt = new Date(context.clock.now().getTime() + asked.days * 86_400_000)
  const { key } = await createKey(context, {
    accountId: account.id,
    name,
    scopes,
    strong: session.strong,
    expiresAt,
  })
  await logAccount(context.db, context, client, { accountId: account.id, kind: 'key-made', detail: { name } })
  return { ok: true, key }
}

/**
 * Stops a key of the account at once.
 *
 * @returns whether it was the account's and worked
 * @throws Problem `sign-in-required`, `not-allowed`
 */
export async function revokeOwnKey(
  accounts: Accounts,
  client: Client,
  caller: Caller,
  keyId: string,
): Promise<boolean> {
  const { account } = await ownAccount(accounts, caller)
  const context = actingAs(accounts.platform, caller.actor)
  const revoked = await revokeKey(context, { accountId: account.id, keyId })
  if (revoked) await logAccount(context.db, context, client, { accountId: account.id, kind: 'key-revoked' })
  return revoked
}
