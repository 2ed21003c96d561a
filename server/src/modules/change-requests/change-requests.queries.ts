// SPDX-License-Identifier: MIT
import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { ChangeRequestsTables, ChangeState } from './change-requests.tables.ts'

type Executor = Db | Tx
export type ChangeRow = Selectable<ChangeRequestsTables['change_requests']>
export type DecisionRow = Selectable<ChangeRequestsTables['change_decisions']>

export async function insertChanges(
  tx: Tx,
  rows: readonly Insertable<ChangeRequestsTables['change_requests']>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx.withTables<ChangeRequestsTables>().insertInto('change_requests').values(rows).execute()
}

export async function changeById(
  executor: Executor,
  id: string,
  { forUpdate = false }: { forUpdate?: boolean } = {},
): Promise<ChangeRow | undefined> {
  const query = executor
    .withTables<ChangeRequestsTables>()
    .selectFrom('change_requests')
    .selectAll()
    .where('id', '=', id)
  return (forUpdate ? query.forUpdate() : query).executeTakeFirst()
}

/** The change requests of an entry, newest first: those that wait, and as many of the others. */
export async function changesOfEntry(
  executor: Executor,
  entryId: string,
  limit: number,
): Promise<ChangeRow[]> {
  return executor
    .withTables<ChangeRequestsTables>()
    .selectFrom('change_requests')
    .selectAll()
    .where('entry_id', '=', entryId)
    .orderBy(sql`state = 'pending'`, 'desc')
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

export async function decisionsOf(executor: Executor, ids: readonly string[]): Promise<DecisionRow[]> {
  if (ids.length === 0) return []
  return executor
    .withTables<ChangeRequestsTables>()
    .selectFrom('change_decisions')
    .selectAll()
    .where('request_id', '=', sql<string>`any(${ids}::uuid[])`)
    .orderBy('level')
    .execute()
}

export async function insertDecision(tx: Tx, decision: DecisionRow): Promise<void> {
  await tx.withTables<ChangeRequestsTables>().insertInto('change_decisions').values(decision).execute()
}

/** Goes on to another level, or ends; the version goes up by one. */
export async function updateChange(
  tx: Tx,
  id: string,
  change: { readonly state: ChangeState } | { readonly level: number; readonly due_at: Date | null },
): Promise<void> {
  await tx
    .withTables<ChangeRequestsTables>()
    .updateTable('change_requests')
    .set({
      ...change,
      ...('level' in change && { reminded_at: null }),
      version: sql<number>`version + 1`,
    })
    .where('id', '=', id)
    .execute()
}

/** Marks as reminded those whose level is late, once a level, and returns them. */
export async function takeLate(tx: Tx, now: Date, limit: number): Promise<ChangeRow[]> {
  const { rows } = await sql<ChangeRow>`
    update public.change_requests set reminded_at = ${now} where id in (
      select id from public.change_requests
      where state = 'pending' and reminded_at is null and due_at < ${now}
      order by due_at limit ${limit} for update skip locked
    ) returning *`.execute(tx)
  return rows
}

/** Where somebody decides: a level of a circuit, on the rows of a collection that satisfy `rows` (alias `d`). */
export type DecidedPlace = {
  readonly collection: string
  readonly circuit: string
  readonly level: number
  readonly table: RawBuilder<unknown>
  /** On the row `d` and, for the fields that are proposed, on the request `r`. */
  readonly rows: RawBuilder<boolean>
  /** The person whose own proposals are left out. */
  readonly notOf: string | undefined
}

export type WaitingRow = Pick<
  ChangeRow,
  'id' | 'entry_id' | 'collection' | 'circuit' | 'level' | 'due_at' | 'proposer_name' | 'proposed_at'
> & { readonly number: string | null; readonly title: string }

/** The requests that wait at these places, oldest first, after the request `after`. */
export async function waitingAt(
  db: Executor,
  places: readonly DecidedPlace[],
  { after, limit }: { after: string | undefined; limit: number },
): Promise<WaitingRow[]> {
  const { rows } = await sql<WaitingRow>`
    select r.id, r.entry_id, r.collection, r.circuit, r.level, r.due_at, r.proposer_name, r.proposed_at,
      e.number, e.title
    from public.change_requests as r join public.entries as e on e.id = r.entry_id and e.deleted_at is null
    where ${waiting(places)} ${after === undefined ? sql`` : sql`and r.id > ${after}`}
    order by r.id limit ${limit}`.execute(db)
  return rows
}

/** How many wait, counted up to `limit`. */
export async function countWaiting(
  db: Executor,
  places: readonly DecidedPlace[],
  limit: number,
): Promise<number> {
  const { rows } = await sql<{ count: number }>`
    select count(*)::integer as count from (
      select from public.change_requests as r join public.entries as e on e.id = r.entry_id and e.deleted_at is null
      where ${waiting(places)} limit ${limit}
    ) as waiting`.execute(db)
  return rows[0]?.count ?? 0
}

function waiting(places: readonly DecidedPlace[]): RawBuilder<boolean> {
  const alternatives = places.map(({ collection, circuit, level, table, rows, notOf }) => {
    const others =
      notOf === undefined ? sql`` : sql`and (r.proposer_kind <> 'person' or r.proposer_id <> ${notOf})`
    return sql`(r.collection = ${collection} and r.circuit = ${circuit} and r.level = ${level} ${others}
      and exists (select from ${table} as d where d.id = r.entry_id and ${rows}))`
  })
  return sql<boolean>`r.state = 'pending' and (${sql.join(alternatives, sql` or `)})`
}
