// SPDX-License-Identifier: MIT
import type { CollectionRef, Model, Tally } from '@guichet/engine'
import { type Selectable, sql } from 'kysely'
import type { Platform } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { TalliesTables } from './tallies.tables.ts'
import { relationName, tallySql } from './tally-sql.ts'

export type Kind = Selectable<TalliesTables['tally.kinds']>

/** The typed table itself: made anew under the same name, it is another. */
export async function relationOf(db: Db | Tx, name: string): Promise<number | undefined> {
  const { rows } = await sql<{ id: number | null }>`select to_regclass(${name})::oid::bigint as id`.execute(
    db,
  )
  return rows[0]?.id ?? undefined
}

export async function kindsOf(db: Db | Tx, collection: CollectionRef): Promise<Kind[]> {
  const { rows } = await sql<Kind>`
    select id, collection, definition, relation::bigint as relation, counted_at from tally.kinds
    where collection = ${collection} order by id`.execute(db)
  return rows
}

/** Leaves exactly these tallies of a collection; those that are new, or of another table, are to be counted. */
export async function insertKinds(
  tx: Tx,
  {
    collection,
    relation,
    definitions,
  }: {
    collection: CollectionRef
    relation: number
    definitions: readonly string[]
  },
): Promise<Kind[]> {
  await sql`
    delete from tally.kinds where collection = ${collection}
      and (definition <> all(${definitions}::text[]) or relation is distinct from ${relation}::oid)`.execute(
    tx,
  )
  await sql`
    insert into tally.kinds (collection, definition, relation)
    select ${collection}, definition, ${relation}::oid from unnest(${definitions}::text[]) as wanted (definition)
    on conflict (collection, definition) do nothing`.execute(tx)
  return kindsOf(tx, collection)
}

/** Forgets the tallies of all other collections: no dashboard counts them any more. */
export async function dropKinds(db: Db, collections: readonly CollectionRef[]): Promise<void> {
  await sql`delete from tally.kinds where collection <> all(${collections}::text[])`.execute(db)
}

export async function uncount(db: Db): Promise<void> {
  await sql`update tally.kinds set counted_at = null`.execute(db)
}

/**
 * Counts one tally from the entries, while they change: in one snapshot, what is counted takes the place of the changes
 * told until then; those told after stay to be folded. The lock keeps folding out and, unlike a query, takes no snapshot.
 */
export async function countTally(
  { db, clock, tenant }: Platform,
  { id, tally, model }: { id: number; tally: Tally; model: Model },
): Promise<void> {
  const { counted, day, key } = tallySql(tally, { model, timeZone: tenant.timeZone, alias: 'r' })
  await db
    .transaction()
    .setIsolationLevel('repeatable read')
    .execute(async (tx) => {
      await sql`lock table tally.cells in share row exclusive mode`.execute(tx)
      await sql`delete from tally.deltas where tally = ${id}`.execute(tx)
      await sql`delete from tally.cells where tally = ${id}`.execute(tx)
      await sql`
        insert into tally.cells (tally, day, key, n)
        select ${id}, coalesce(${day}, '-infinity'::date), coalesce(${key}, ''), count(*)
        from ${sql.raw(relationName(tally))} as r where r.deleted_at is null and (${counted}) group by 2, 3
      `.execute(tx)
      await sql`update tally.kinds set counted_at = ${clock.now()} where id = ${id}`.execute(tx)
    })
}

/** Adds the changes told since the last time to the cells. A reader sees them before or after, never twice. */
export async function foldDeltas(db: Db): Promise<void> {
  await db.transaction().execute(async (tx) => {
    await sql`lock table tally.cells in share row exclusive mode`.execute(tx)
    await sql`
      with taken as (delete from tally.deltas returning tally, day, key, n)
      insert into tally.cells as cell (tally, day, key, n)
      select taken.tally, taken.day, taken.key, sum(taken.n) from taken
      join tally.kinds on kinds.id = taken.tally and kinds.counted_at is not null
      group by 1, 2, 3 having sum(taken.n) <> 0
      on conflict (tally, day, key) do update set n = cell.n + excluded.n`.execute(tx)
    await sql`
      delete from tally.cells where n = 0 or tally not in (select id from tally.kinds)`.execute(tx)
  })
}
