// SPDX-License-Identifier: MIT
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AccountsTables } from './accounts.tables.ts'

type Executor = Db | Tx

export type NewSession = {
  readonly id: string
  readonly accountId: string
  readonly token: string
  readonly method: string
  readonly strong: boolean
  readonly network: string
  readonly device: string
  readonly at: Date
  readonly expiresAt: Date
}

export async function insertSession(tx: Tx, { at, ...session }: NewSession): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .insertInto('sessions')
    .values({
      id: session.id,
      account_id: session.accountId,
      token: session.token,
      method: session.method,
      strong: session.strong,
      network: session.network,
      device: session.device,
      created_at: at,
      updated_at: at,
      proven_at: at,
      last_used_at: at,
      expires_at: session.expiresAt,
    })
    .execute()
}

export type LiveSession = {
  readonly id: string
  readonly accountId: string
  /** Person of the account, whoever they act as. */
  readonly ownPersonId: string
  readonly ownName: string
  readonly strong: boolean
  readonly provenAt: Date | null
  readonly lastUsedAt: Date | null
  readonly createdAt: Date
  readonly expiresAt: Date
  /** The account as which they act for a while; see `impersonate.ts`. */
  readonly actsAs: string | null
  readonly actsUntil: Date | null
  /** Its person, as long as the time is not over and that account is open. */
  readonly actsAsPersonId: string | null
}

/**
 * The session of that token with its person, while it lives and its account is open. The person is whom they act as,
 * as long as they do.
 */
export function liveSession(token: string, now: Date): RawBuilder<LiveSession> {
  return sql`
    select s.id, a.id as "accountId", a.person_id as "ownPersonId", a.name as "ownName", s.strong,
      s.proven_at as "provenAt", s.last_used_at as "lastUsedAt", s.created_at as "createdAt",
      s.expires_at as "expiresAt", s.acts_as as "actsAs", s.acts_until as "actsUntil", t.person_id as "actsAsPersonId",
      coalesce(t.person_id, a.person_id) as person_id, case when t.id is null then s.profile end as profile
    from public.sessions as s join public.accounts as a on a.id = s.account_id
    left join public.accounts as t on t.id = s.acts_as and s.acts_until > ${now} and t.disabled_at is null
    where s.token = ${token} and s.expires_at > ${now} and a.disabled_at is null
  `
}

/** Writes that a session is used, which lets it last longer. */
export async function touchSession(
  db: Executor,
  id: string,
  { at, expiresAt }: { at: Date; expiresAt: Date },
): Promise<void> {
  await db
    .withTables<AccountsTables>()
    .updateTable('sessions')
    .set({ expires_at: expiresAt, last_used_at: at })
    .where('id', '=', id)
    .where('expires_at', '<=', expiresAt)
    .execute()
}

/** The person has just proved again who they are; `strong` when by a second factor. */
export async function proveSession(
  db: Executor,
  id: string,
  { at, strong }: { at: Date; strong: boolean },
): Promise<void> {
  const session = db.withTables<AccountsTables>().updateTable('sessions')
  await session
    .set({ proven_at: at, ...(strong && { strong }) })
    .where('id', '=', id)
    .execute()
}

export type SessionRow = {
  readonly id: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
  readonly method: string | null
  readonly network: string | null
  readonly device: string | null
}

export async function sessionsOf(db: Executor, accountId: string, now: Date): Promise<SessionRow[]> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('sessions')
    .select(['id', 'created_at as createdAt', 'last_used_at as lastUsedAt', 'method', 'network', 'device'])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('last_used_at', (order) => order.desc().nullsLast())
    .limit(100)
    .execute()
}

export async function deleteSession(db: Executor, token: string): Promise<void> {
  await db.withTables<AccountsTables>().deleteFrom('sessions').where('token', '=', token).execute()
}

/** Ends a session of that account. Returns whether there was one. */
export async function deleteOwnSession(
  tx: Tx,
  { id, accountId }: { id: string; accountId: string },
): Promise<boolean> {
  const deleted = await tx
    .withTables<AccountsTables>()
    .deleteFrom('sessions')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

/** Ends all sessions of the account, but the one to keep. Returns how many. */
export async function deleteSessionsOf(tx: Tx, accountId: string, keptId?: string): Promise<number> {
  const all = tx.withTables<AccountsTables>().deleteFrom('sessions').where('account_id', '=', accountId)
  const deleted = await (keptId === undefined ? all : all.where('id', '!=', keptId)).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}

/** Without any factor left, what was proved with one counts no more. */
export async function weakenSessions(tx: Tx, accountId: string): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .updateTable('sessions')
    .set({ strong: false })
    .where('account_id', '=', accountId)
    .execute()
}
