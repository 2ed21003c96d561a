// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { randomToken } from '../../platform/ids.ts'
import { recordEvent } from '../events/index.ts'
import { allKeys, insertKey, type KeyRow, keysOf, type OwnedKey, revoke } from './keys.queries.ts'
import { tokenHash } from '../../platform/secrets.ts'

/** What a key may be used for, within the rights of its account: to look, or to look and change. */
export const keyScopes = ['read', 'write'] as const
export type KeyScope = (typeof keyScopes)[number]

/** Recognisable by people and by programs that look for leaked secrets. */
export const keyStart = 'gck_'
/** How much of a key is kept in clear, to tell it from others in a list. */
const shownLength = 10

/** A key as it can be shown: the key itself is not known any more. */
export type Key = Omit<KeyRow, 'accountId'>

/**
 * Makes a key for a program, with the rights of an account. The key is returned this once: only its digest is stored.
 * The caller has decided that the actor may act for the account.
 */
export async function createKey(
  context: Context,
  request: {
    accountId: string
    name: string
    scopes?: readonly KeyScope[]
    strong?: boolean
    expiresAt?: Date
  },
): Promise<{ id: string; key: string }> {
  const id = context.ids.next()
  const key = `${keyStart}${randomToken(32)}`
  await context.db.transaction().execute(async (tx) => {
    await insertKey(tx, {
      id,
      accountId: request.accountId,
      name: request.name,
      prefix: key.slice(0, shownLength),
      hash: tokenHash(key),
      scopes: request.scopes ?? keyScopes,
      strong: request.strong ?? true,
      createdAt: context.clock.now(),
      expiresAt: request.expiresAt ?? null,
    })
    await recordEvent(tx, context, { kind: 'key.made', payload: { keyId: id } })
  })
  return { id, key }
}

/** The keys of an account, newest first, those revoked among them. */
export function listKeys(context: Context, accountId: string): Promise<Key[]> {
  return keysOf(context.db, accountId)
}

/** The keys of every account, newest first, with their owners. For whoever runs the installation. */
export function listAllKeys(context: Context): Promise<OwnedKey[]> {
  return allKeys(context.db)
}

/** Stops a key at once. Returns whether it was that account's and worked until now. */
export async function revokeKey(
  context: Context,
  { accountId, keyId }: { accountId: string; keyId: string },
): Promise<boolean> {
  return context.db.transaction().execute(async (tx) => {
    const changed = await revoke(tx, { accountId, keyId, at: context.clock.now() })
    if (changed) await recordEvent(tx, context, { kind: 'key.revoked', payload: { keyId } })
    return changed
  })
}
