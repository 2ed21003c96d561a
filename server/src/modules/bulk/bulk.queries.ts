// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Standing } from '../people/index.ts'
import type { Bulk, BulkItem, BulkItemStatus, BulkRefusal } from './bulk.ts'
import type { BulkTables } from './bulk.tables.ts'

type Executor = Db | Tx
type NewItem = Pick<BulkItem, 'entryId' | 'version' | 'transition' | 'fromState' | 'status' | 'refusal'>

/** Writes a prepared action with all its entries, in their order. */
export async function insertBulk(
  tx: Tx,
  bulk: Omit<Bulk, 'status' | 'finishedAt' | 'answers' | 'reason' | 'standing'>,
  items: readonly NewItem[],
): Promise<void> {
  const tables = tx.withTables<BulkTables>()
  await tables
    .insertInto('bulks')
    .values({
      id: bulk.id,
      person_id: bulk.personId,
      locale: bulk.locale,
      collection: bulk.collection,
      transition: bulk.transition,
      status: 'prepared',
      answers: JSON.stringify({}),
      reason: null,
      origin: bulk.origin,
      undoes: bulk.undoes,
      standing: null,
      created_at: bulk.createdAt,
      started_at: null,
      finished_at: null,
    })
    .execute()
  await tables
    .insertInto('bulk_items')
    .values(
      items.map((item, position) => ({
        bulk_id: bulk.id,
        position,
        entry_id: item.entryId,
        version: item.version,
        transition: item.transition,
        from_state: item.fromState,
        to_state: null,
        status: item.status,
        refusal: item.refusal && JSON.stringify(item.refusal),
        done_at: null,
      })),
    )
    .execute()
}

/** The action of that id when it is this person's; locked until the end of the transaction when asked. */
export async function bulkOf(
  executor: Executor,
  { id, personId, forUpdate = false }: { id: string; personId: string; forUpdate?: boolean },
): Promise<Bulk | undefined> {
  const query = executor
    .withTables<BulkTables>()
    .selectFrom('bulks')
    .selectAll()
    .where('id', '=', id)
    .where('person_id', '=', personId)
  const row = await (forUpdate ? query.forUpdate() : query).executeTakeFirst()
  return row && toBulk(row)
}

/** For the worker, which acts for whoever asked. */
export async function bulkById(executor: Executor, id: string): Promise<Bulk | undefined> {
  const row = await executor
    .withTables<BulkTables>()
    .selectFrom('bulks')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
  return row && toBulk(row)
}

/** The action that takes this one back, once it was started. */
export async function undoneBy(executor: Executor, id: string): Promise<string | undefined> {
  const row = await executor
    .withTables<BulkTables>()
    .selectFrom('bulks')
    .select('id')
    .where('undoes', '=', id)
    .where('status', '!=', 'prepared')
    .orderBy('created_at')
    .limit(1)
    .executeTakeFirst()
  return row?.id
}

export async function itemsOf(executor: Executor, bulkId: string): Promise<BulkItem[]> {
  const rows = await executor
    .withTables<BulkTables>()
    .selectFrom('bulk_items')
    .selectAll()
    .where('bulk_id', '=', bulkId)
    .orderBy('position')
    .execute()
  return rows.map(toItem)
}

/** How many entries of an action are in each status. */
export async function itemCounts(
  executor: Executor,
  bulkId: string,
): Promise<Record<BulkItemStatus, number>> {
  const rows = await executor
    .withTables<BulkTables>()
    .selectFrom('bulk_items')
    .select(['status', sql<number>`count(*)::int`.as('count')])
    .where('bulk_id', '=', bulkId)
    .groupBy('status')
    .execute()
  const counts: Record<BulkItemStatus, number> = { waiting: 0, done: 0, aside: 0, refused: 0, changed: 0 }
  for (const { status, count } of rows) counts[status as BulkItemStatus] = count
  return counts
}

export async function markStarted(
  tx: Tx,
  id: string,
  { answers, reason, standing, at }: { answers: object; reason: string | null; standing: Standing; at: Date },
): Promise<void> {
  await tx
    .withTables<BulkTables>()
    .updateTable('bulks')
    .set({
      status: 'running',
      answers: JSON.stringify(answers),
      reason,
      standing: JSON.stringify(standing),
      started_at: at,
    })
    .where('id', '=', id)
    .execute()
}

export async function markFinished(executor: Executor, id: string, at: Date): Promise<void> {
  await executor
    .withTables<BulkTables>()
    .updateTable('bulks')
    .set({ status: 'done', finished_at: at })
    .where('id', '=', id)
    .where('status', '=', 'running')
    .execute()
}

/** Places of the next entries to take. */
export async function nextPlaces(executor: Executor, bulkId: string, limit: number): Promise<number[]> {
  const rows = await executor
    .withTables<BulkTables>()
    .selectFrom('bulk_items')
    .select('position')
    .where('bulk_id', '=', bulkId)
    .where('status', '=', 'waiting')
    .orderBy('position')
    .limit(limit)
    .execute()
  return rows.map(({ position }) => position)
}

/** One entry, locked; `undefined` when another worker holds it or has done it. */
export async function lockItem(tx: Tx, bulkId: string, position: number): Promise<BulkItem | undefined> {
  const row = await tx
    .withTables<BulkTables>()
    .selectFrom('bulk_items')
    .selectAll()
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .where('status', '=', 'waiting')
    .forUpdate()
    .skipLocked()
    .executeTakeFirst()
  return row && toItem(row)
}

export type ItemOutcome = {
  readonly status: Exclude<BulkItemStatus, 'waiting'>
  readonly toState?: string
  readonly refusal?: BulkRefusal
  readonly at: Date
}

/** What became of an entry; only while it waits. */
export async function saveOutcome(
  executor: Executor,
  bulkId: string,
  position: number,
  outcome: ItemOutcome,
): Promise<void> {
  await executor
    .withTables<BulkTables>()
    .updateTable('bulk_items')
    .set({
      status: outcome.status,
      to_state: outcome.toState ?? null,
      refusal: outcome.refusal ? JSON.stringify(outcome.refusal) : null,
      done_at: outcome.at,
    })
    .where('bulk_id', '=', bulkId)
    .where('position', '=', position)
    .where('status', '=', 'waiting')
    .execute()
}

/** The latest actions that this person started, newest first. */
export async function bulksOf(executor: Executor, personId: string, limit: number): Promise<Bulk[]> {
  const rows = await executor
    .withTables<BulkTables>()
    .selectFrom('bulks')
    .selectAll()
    .where('person_id', '=', personId)
    .where('status', '!=', 'prepared')
    .orderBy('created_at', 'desc')
    .limit(limit)
    .execute()
  return rows.map(toBulk)
}

/** Removes what was prepared and never started before one date, and what was done before another. */
export async function deleteOldBulks(
  executor: Executor,
  { preparedBefore, doneBefore }: { preparedBefore: Date; doneBefore: Date },
): Promise<void> {
  await executor
    .withTables<BulkTables>()
    .deleteFrom('bulks')
    .where((where) =>
      where.or([
        where.and([where('status', '=', 'prepared'), where('created_at', '<', preparedBefore)]),
        where.and([where('status', '=', 'done'), where('created_at', '<', doneBefore)]),
      ]),
    )
    // What takes back another one goes before it, at a later purge.
    .where((row) =>
      row.not(
        row.exists(
          row.selectFrom('bulks as later').select('later.id').whereRef('later.undoes', '=', 'bulks.id'),
        ),
      ),
    )
    .execute()
}

function toBulk(row: Selectable<BulkTables['bulks']>): Bulk {
  return {
    id: row.id,
    personId: row.person_id,
    // Written by `prepareBulk` alone, from an actor and a collection.
    locale: row.locale as Bulk['locale'],
    standing: row.standing as Bulk['standing'],
    collection: row.collection as CollectionRef,
    transition: row.transition,
    status: row.status as Bulk['status'],
    answers: row.answers as Bulk['answers'],
    reason: row.reason,
    origin: row.origin,
    undoes: row.undoes,
    createdAt: row.created_at,
    finishedAt: row.finished_at,
  }
}

function toItem(row: Selectable<BulkTables['bulk_items']>): BulkItem {
  return {
    position: row.position,
    entryId: row.entry_id,
    version: row.version,
    transition: row.transition,
    fromState: row.from_state,
    toState: row.to_state,
    status: row.status as BulkItemStatus, // the table's own constraint
    refusal: row.refusal as BulkRefusal | null,
    doneAt: row.done_at,
  }
}
