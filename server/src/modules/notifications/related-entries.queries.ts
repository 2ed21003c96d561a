// SPDX-License-Identifier: MIT
import { columnName, type Hop, tableName } from '@guichet/engine'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'

/** Ids of the entries at the end of a chain of references that starts at the entry `id`. Deleted ones end it. */
export async function idsAfterHops(executor: Db | Tx, hops: readonly Hop[], id: string): Promise<string[]> {
  const [first] = hops
  if (!first) return [id]
  const joins = hops.map((hop, at) => {
    const here = sql.ref(`h${at}.${hop.direction === 'forward' ? columnName(hop.field) : 'id'}`)
    const there = sql.ref(`h${at + 1}.${hop.direction === 'forward' ? 'id' : columnName(hop.field)}`)
    const [one, several] = hop.direction === 'forward' ? [there, here] : [here, there]
    const meets = hop.many ? sql`${one} = any(${several})` : sql`${one} = ${several}`
    const alias = sql.id(`h${at + 1}`)
    return sql`join ${sql.id('data', tableName(hop.to))} as ${alias} on ${meets} and ${alias}.deleted_at is null`
  })
  const last = sql.ref(`h${hops.length}.id`)
  const { rows } = await sql<{ id: string }>`
    select distinct ${last} as id from ${sql.id('data', tableName(first.from))} as h0
    ${sql.join(joins, sql` `)} where h0.id = ${id} order by ${last}
  `.execute(executor)
  return rows.map((row) => row.id)
}
