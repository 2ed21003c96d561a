// SPDX-License-Identifier: MIT
import { type CollectionRef, type Receipt, type ReceiptKind, tableName } from '@guichet/engine'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { ClocksTables } from './clocks.tables.ts'

type Executor = Db | Tx

/** The registry's facts of an entry whose procedure may have a clock. */
export type FiledRow = {
  readonly id: string
  readonly solution: string
  readonly collection: string
  readonly release_id: string
  readonly procedure: string
  readonly number: string | null
  readonly created_at: Date
}

/** Entries filed by a procedure, among these ids, that were not deleted. */
export async function filedAmong(tx: Tx, ids: readonly string[]): Promise<FiledRow[]> {
  const { rows } = await sql<FiledRow>`
    select id, solution, collection, release_id, procedure, number, created_at from public.entries
    where id = any(${ids}::uuid[]) and procedure is not null and deleted_at is null
  `.execute(tx)
  return rows
}

/**
 * Locks entries in the order of their ids, as every change of an entry locks it first: a clock is then read from all
 * the moves made so far, and two readings of one entry follow one another.
 */
export async function lockEntries(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`
    select id from public.entries where id = any(${ids}::uuid[]) order by id for no key update
  `.execute(tx)
}

export type KeptClock = {
  readonly entryId: string
  readonly collection: CollectionRef
  readonly state: string
  readonly dueOn: string | null
  readonly lookOn: string | null
  readonly told: string | null
}

/** What was last told of each clock that is known. */
export async function toldOf(tx: Tx, ids: readonly string[]): Promise<Map<string, string | null>> {
  const { rows } = await sql<{ entry_id: string; told: string | null }>`
    select entry_id, told from public.clocks where entry_id = any(${ids}::uuid[])
  `.execute(tx)
  return new Map(rows.map(({ entry_id, told }) => [entry_id, told]))
}

/** Writes clocks, and the last day of each to the typed row that lists read. */
export async function keepClocks(tx: Tx, clocks: readonly KeptClock[], at: Date): Promise<void> {
  if (clocks.length === 0) return
  const column = <K extends keyof KeptClock>(key: K) => clocks.map((clock) => clock[key])
  await sql`
    insert into public.clocks (entry_id, state, due_on, look_on, told, updated_at)
    select given.*, ${at}::timestamptz from unnest(${column('entryId')}::uuid[], ${column('state')}::text[],
      ${column('dueOn')}::date[], ${column('lookOn')}::date[], ${column('told')}::text[]) as given
    on conflict (entry_id) do update set state = excluded.state, due_on = excluded.due_on,
      look_on = excluded.look_on, told = excluded.told, updated_at = excluded.updated_at
  `.execute(tx)
  for (const [collection, alike] of Map.groupBy(clocks, (clock) => clock.collection)) {
    await sql`
      update ${sql.id('data', tableName(collection))} as d set legal_due_on = given.due_on
      from unnest(${alike.map(({ entryId }) => entryId)}::uuid[], ${alike.map(({ dueOn }) => dueOn)}::date[])
        as given (id, due_on)
      where d.id = given.id and d.legal_due_on is distinct from given.due_on
    `.execute(tx)
  }
}

/** Clocks on which a day has something to change, the longest forgotten first. */
export async function clocksToLookAt(db: Executor, today: string, limit: number): Promise<string[]> {
  const { rows } = await sql<{ entry_id: string }>`
    select entry_id from public.clocks where look_on <= ${today}::date order by look_on, entry_id limit ${limit}
  `.execute(db)
  return rows.map(({ entry_id }) => entry_id)
}

/** A clock whose entry is gone, or follows no regime any more, is looked at no more. */
export async function stopLooking(tx: Tx, ids: readonly string[]): Promise<void> {
  await sql`update public.clocks set look_on = null where entry_id = any(${ids}::uuid[])`.execute(tx)
}

export type NewReceipt = { readonly entryId: string; readonly receipt: Receipt }

/** Keeps receipts; one that was given already stays as it was. Answers those that are new. */
export async function insertReceipts(
  tx: Tx,
  receipts: readonly NewReceipt[],
  at: Date,
): Promise<{ entryId: string; kind: ReceiptKind }[]> {
  if (receipts.length === 0) return []
  const rows = await tx
    .withTables<ClocksTables>()
    .insertInto('receipts')
    .values(
      receipts.map(({ entryId, receipt }) => ({
        entry_id: entryId,
        kind: receipt.kind,
        issued_at: at,
        content: JSON.stringify(receipt),
      })),
    )
    .onConflict((conflict) => conflict.columns(['entry_id', 'kind']).doNothing())
    .returning(['entry_id', 'kind'])
    .execute()
  // Only `insertReceipts` writes the table.
  return rows.map(({ entry_id, kind }) => ({ entryId: entry_id, kind: kind as ReceiptKind }))
}

export type StoredReceipt = { readonly entryId: string; readonly issuedAt: Date; readonly receipt: Receipt }

/** The receipts of entries, in the order they were given; the registration comes before what is given with it. */
export async function receiptsOf(db: Executor, ids: readonly string[]): Promise<StoredReceipt[]> {
  const { rows } = await sql<{ entry_id: string; issued_at: Date; content: Receipt }>`
    select entry_id, issued_at, content from public.receipts where entry_id = any(${ids}::uuid[])
    order by issued_at, kind desc
  `.execute(db)
  return rows.map(({ entry_id, issued_at, content }) => ({
    entryId: entry_id,
    issuedAt: issued_at,
    receipt: content,
  }))
}
