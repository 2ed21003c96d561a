// SPDX-License-Identifier: MIT
import { columnName, type Hop, tableName } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'

export type RelationAsked = {
  readonly hops: readonly Hop[]
  /** Place of the hop whose entries are the relation. */
  readonly backward: number
  /** Field of the relation that tells its first day; the day it was entered without one. */
  readonly startsOn: string | undefined
  readonly entryId: string
  readonly personId: string
  readonly timeZone: string
}

/** The first day of the latest relation that leads from the entry to the person. */
export async function relationSince(db: Db | Tx, asked: RelationAsked): Promise<string | undefined> {
  const { hops, backward, startsOn, entryId, personId, timeZone } = asked
  const [first] = hops
  if (!first) return undefined
  const alias = `h${backward + 1}`
  const entered = sql`(${sql.ref(`${alias}.created_at`)} at time zone ${timeZone})::date`
  const begins =
    startsOn === undefined
      ? entered
      : sql`coalesce(${sql.ref(`${alias}.${columnName(startsOn)}`)}, ${entered})`
  const { rows } = await sql<{ since: string | null }>`
    select max(${begins}) as since from ${sql.id('data', tableName(first.from))} as h0
    ${sql.join(hops.map(joined), sql` `)}
    where h0.id = ${entryId} and ${sql.ref(`h${hops.length}.id`)} = ${personId}`.execute(db)
  return rows[0]?.since ?? undefined
}

function joined(hop: Hop, at: number): RawBuilder<unknown> {
  const here = sql.ref(`h${at}.${hop.direction === 'forward' ? columnName(hop.field) : 'id'}`)
  const there = sql.ref(`h${at + 1}.${hop.direction === 'forward' ? 'id' : columnName(hop.field)}`)
  const [one, several] = hop.direction === 'forward' ? [there, here] : [here, there]
  const meets = hop.many ? sql`${one} = any(${several})` : sql`${one} = ${several}`
  const alias = sql.id(`h${at + 1}`)
  return sql`join ${sql.id('data', tableName(hop.to))} as ${alias} on ${meets} and ${alias}.deleted_at is null`
}
