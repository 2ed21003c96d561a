// SPDX-License-Identifier: MIT
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { isUuid } from './load-entry.ts'
import { prepareList } from './list-entries.ts'
import type { ListQuery } from './list-query.ts'
import { beyond, orderBy, readSort } from './list-sort.ts'

/** The entries around one of a list, for who reads it one by one. */
export type Neighbours = {
  readonly previous: string | null
  readonly next: string | null
  /** Place in the list, from 1; null beyond those that are counted. */
  readonly position: number | null
}

/** Places told: further on, nobody counts. */
const mostPlaces = 1_000

/**
 * The entries before and after `id` in the order of the query. An entry that has left the list since (it was moved,
 * say) keeps its neighbours: its place is where it would stand.
 */
export async function neighboursOf(context: Context, query: ListQuery, id: string): Promise<Neighbours> {
  const list = await prepareList(context, query)
  const sort = readSort(query.sort ?? 'createdAt', list.definition, list.held, list.scope)
  const d = sql.ref('d.id')
  const rows = isUuid(id)
    ? await sql<{ sorted: Date | string | number | boolean | null }>`
        select ${sort.by} as sorted from ${list.table} as d where d.id = ${id} and ${sql.join(list.readable, sql` and `)}
      `.execute(context.db)
    : { rows: [] }
  const [here] = rows.rows
  if (!here) return { previous: null, next: null, position: null }
  const value = here.sorted instanceof Date ? here.sorted.toISOString() : here.sorted
  const around = (backwards: boolean, limit: number): RawBuilder<unknown> => sql`
    select d.id from ${list.table} as d
    where ${sql.join([...list.where, beyond(sort, d, { value, id }, backwards)], sql` and `)}
    order by ${orderBy(sort, d, backwards)} limit ${limit}`
  const { rows: found } = await sql<{ previous: string | null; next: string | null; before: number }>`
    select (${around(true, 1)}) as previous, (${around(false, 1)}) as next,
      (select count(*)::int from (${around(true, mostPlaces)}) as before) as before
  `.execute(context.db)
  const { previous = null, next = null, before = mostPlaces } = found[0] ?? {}
  return { previous, next, position: before < mostPlaces ? before + 1 : null }
}
