// SPDX-License-Identifier: MIT
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { LinksTables } from './links.tables.ts'

type Executor = Db | Tx
export type LinkRow = Omit<Selectable<LinksTables['access_links']>, 'token_hash'>
export type NewLinkRow = Omit<
  LinkRow,
  'revoked_at' | 'revoked_reason' | 'last_opened_at' | 'opened_count'
> & { token_hash: Buffer }

/** One purpose, for one mailbox, on one entry: what a renewal stays within. */
export type Holder = Pick<LinkRow, 'entry_id' | 'purpose' | 'email'>

const linkColumns = [
  'id',
  'purpose',
  'entry_id',
  'email',
  'name',
  'made_by_kind',
  'made_by_id',
  'made_by_name',
  'created_at',
  'expires_at',
  'revoked_at',
  'revoked_reason',
  'last_opened_at',
  'opened_count',
  'replaces',
] as const

export async function insertLinks(tx: Tx, links: readonly NewLinkRow[]): Promise<void> {
  if (links.length === 0) return
  const unused = { revoked_at: null, revoked_reason: null, last_opened_at: null }
  await tx
    .withTables<LinksTables>()
    .insertInto('access_links')
    .values(links.map((link) => ({ ...link, ...unused })))
    .execute()
}

export async function linkByToken(db: Executor, tokenHash: Buffer): Promise<LinkRow | undefined> {
  return db
    .withTables<LinksTables>()
    .selectFrom('access_links')
    .select(linkColumns)
    .where('token_hash', '=', tokenHash)
    .executeTakeFirst()
}

export async function linkById(db: Executor, id: string): Promise<LinkRow | undefined> {
  return db
    .withTables<LinksTables>()
    .selectFrom('access_links')
    .select(linkColumns)
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function linksOfEntry(db: Executor, entryId: string): Promise<LinkRow[]> {
  return db
    .withTables<LinksTables>()
    .selectFrom('access_links')
    .select(linkColumns)
    .where('entry_id', '=', entryId)
    .orderBy('created_at', 'desc')
    .orderBy('id', 'desc')
    .execute()
}

/** The entry a link opens, without loading it. */
export async function entryOfLink(db: Executor, linkId: string): Promise<string | undefined> {
  const row = await db
    .withTables<LinksTables>()
    .selectFrom('access_links')
    .select('entry_id')
    .where('id', '=', linkId)
    .executeTakeFirst()
  return row?.entry_id
}

/** The mailbox a link was made for. */
export async function mailboxOfLink(db: Executor, linkId: string): Promise<string | undefined> {
  const row = await db
    .withTables<LinksTables>()
    .selectFrom('access_links')
    .select('email')
    .where('id', '=', linkId)
    .executeTakeFirst()
  return row?.email
}

export async function countOpening(tx: Tx, id: string, at: Date): Promise<void> {
  await tx
    .withTables<LinksTables>()
    .updateTable('access_links')
    .set({ last_opened_at: at, opened_count: sql<number>`opened_count + 1` })
    .where('id', '=', id)
    .execute()
}

/** Revokes the links that are chosen and not revoked yet; returns those it revoked. */
export async function revoke(
  tx: Tx,
  chosen: { id: string } | { entryId: string; purpose: string | undefined },
  { at, reason }: { at: Date; reason: string },
): Promise<Pick<LinkRow, 'id' | 'purpose'>[]> {
  const all = tx
    .withTables<LinksTables>()
    .updateTable('access_links')
    .set({ revoked_at: at, revoked_reason: reason })
    .where('revoked_at', 'is', null)
    .returning(['id', 'purpose'])
  if ('id' in chosen) return all.where('id', '=', chosen.id).execute()
  const ofEntry = all.where('entry_id', '=', chosen.entryId)
  return (chosen.purpose === undefined ? ofEntry : ofEntry.where('purpose', '=', chosen.purpose)).execute()
}

/** Holds other renewals of the same holder until the transaction ends. */
export async function lockHolder(tx: Tx, { entry_id, purpose, email }: Holder): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('link'), hashtext(${`${entry_id} ${purpose} ${email}`}))`.execute(
    tx,
  )
}

/** When the holder was sent new links from the page of an old one, since that time, newest first. */
export async function renewalsSince(tx: Tx, holder: Holder, since: Date): Promise<Date[]> {
  const rows = await tx
    .withTables<LinksTables>()
    .selectFrom('access_links')
    .select('created_at')
    .where('entry_id', '=', holder.entry_id)
    .where('purpose', '=', holder.purpose)
    .where('email', '=', holder.email)
    .where('replaces', 'is not', null)
    .where('created_at', '>', since)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => row.created_at)
}

/** The links of the entries with that number sent to that mailbox, newest first. */
export async function linksByNumber(
  db: Executor,
  { number, email }: { number: string; email: string },
): Promise<LinkRow[]> {
  return db
    .withTables<LinksTables & EntryNumbers>()
    .selectFrom('access_links as link')
    .innerJoin('entries', 'entries.id', 'link.entry_id')
    .select(linkColumns.map((column) => `link.${column}` as const))
    .where('entries.number', '=', number)
    .where('entries.deleted_at', 'is', null)
    .where(sql`lower(link.email)`, '=', email.toLowerCase())
    .orderBy('link.created_at', 'desc')
    .limit(20)
    .execute()
}

/** What a link's number is read from. */
type EntryNumbers = { entries: { id: string; number: string | null; deleted_at: Date | null } }
