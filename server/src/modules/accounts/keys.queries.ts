// SPDX-License-Identifier: MIT
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AccountsTables } from './accounts.tables.ts'

export type KeyRow = {
  readonly id: string
  readonly accountId: string
  readonly name: string
  readonly prefix: string
  readonly scopes: readonly string[]
  /** Made by a session that had proved a second factor, or by the operator: acts with the roles that require one. */
  readonly strong: boolean
  readonly createdAt: Date
  readonly expiresAt: Date | null
  readonly lastUsedAt: Date | null
  readonly revokedAt: Date | null
}

export async function insertKey(
  tx: Tx,
  key: Omit<KeyRow, 'lastUsedAt' | 'revokedAt'> & { hash: Buffer },
): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .insertInto('keys')
    .values({
      id: key.id,
      account_id: key.accountId,
      name: key.name,
      prefix: key.prefix,
      hash: key.hash,
      scopes: key.scopes,
      strong: key.strong,
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      last_used_at: null,
      revoked_at: null,
    })
    .execute()
}

export async function keysOf(db: Db, accountId: string): Promise<Omit<KeyRow, 'accountId'>[]> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('keys')
    .select([
      'id',
      'name',
      'prefix',
      'scopes',
      'strong',
      'created_at as createdAt',
      'expires_at as expiresAt',
      'last_used_at as lastUsedAt',
      'revoked_at as revokedAt',
    ])
    .where('account_id', '=', accountId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** A key and the mailbox of its account. */
export type OwnedKey = KeyRow & { readonly email: string }

export async function allKeys(db: Db): Promise<OwnedKey[]> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('keys')
    .innerJoin('accounts', 'accounts.id', 'keys.account_id')
    .select([
      'keys.id',
      'keys.account_id as accountId',
      'accounts.email',
      'keys.name',
      'keys.prefix',
      'keys.scopes',
      'keys.strong',
      'keys.created_at as createdAt',
      'keys.expires_at as expiresAt',
      'keys.last_used_at as lastUsedAt',
      'keys.revoked_at as revokedAt',
    ])
    .orderBy('keys.created_at', 'desc')
    .orderBy('keys.id', 'desc')
    .execute()
}

export type WorkingKey = Pick<KeyRow, 'id' | 'accountId' | 'scopes' | 'strong' | 'lastUsedAt'>

/** The key of that digest with its person, while it works and its account is open. */
export function workingKey(hash: Buffer, now: Date): RawBuilder<WorkingKey> {
  return sql`
    select k.id, k.account_id as "accountId", k.scopes, k.strong, k.last_used_at as "lastUsedAt", a.person_id
    from public.keys as k join public.accounts as a on a.id = k.account_id
    where k.hash = ${hash} and k.revoked_at is null and (k.expires_at is null or k.expires_at > ${now})
      and a.disabled_at is null
  `
}

export async function touchKey(db: Db, id: string, at: Date): Promise<void> {
  await db
    .withTables<AccountsTables>()
    .updateTable('keys')
    .set({ last_used_at: at })
    .where('id', '=', id)
    .execute()
}

export async function revoke(
  tx: Tx,
  { accountId, keyId, at }: { accountId: string; keyId: string; at: Date },
): Promise<boolean> {
  const changed = await tx
    .withTables<AccountsTables>()
    .updateTable('keys')
    .set({ revoked_at: at })
    .where('id', '=', keyId)
    .where('account_id', '=', accountId)
    .where('revoked_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
