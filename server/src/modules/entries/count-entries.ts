// SPDX-License-Identifier: MIT
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import type { ListQuery } from './list-query.ts'
import { prepareList } from './list-entries.ts'

/** A number of entries, counted up to a bound: beyond, the exact number is not worth its cost. */
export type CountedEntries = { readonly count: number; readonly capped: boolean }

const usualCap = 1_000

/** How many entries the same query would list. */
export async function countEntries(
  context: Context,
  query: ListQuery,
  cap = usualCap,
): Promise<CountedEntries> {
  const [counted] = await countEach(context, [query], cap)
  return counted ?? { count: 0, capped: false }
}

/** How many entries each of these queries would list, in one statement: the counters of a menu. */
export async function countEach(
  context: Context,
  queries: readonly ListQuery[],
  cap = usualCap,
): Promise<CountedEntries[]> {
  if (queries.length === 0) return []
  const counts = await Promise.all(queries.map((query) => countOf(context, query, cap)))
  const { rows } = await sql<{ counts: number[] }>`
    select array[${sql.join(counts)}]::int[] as counts
  `.execute(context.db)
  return (rows[0]?.counts ?? []).map((count) => ({ count: Math.min(count, cap), capped: count > cap }))
}

async function countOf(context: Context, query: ListQuery, cap: number): Promise<RawBuilder<number>> {
  const { table, where } = await prepareList(context, query)
  return sql`(
    select count(*) from (
      select 1 from ${table} as d where ${sql.join(where, sql` and `)} limit ${cap + 1}
    ) as counted
  )`
}
