// SPDX-License-Identifier: MIT
import {
  type Collection,
  type Comparable,
  columnName,
  fieldsRead,
  isSystemValue,
  type Model,
  system,
  systemColumnName,
  systemValues,
  tableName,
  type Tally,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import { type ConditionScope, conditionToSql } from '../../platform/db/condition-to-sql.ts'

/** Day of the entries whose date is empty, and of all those of a tally that has no date. */
export const noDay = '-infinity'

/** How a tally reads on a row: whether it counts it, under which day and which key. */
export type TallySql = {
  readonly counted: RawBuilder<boolean>
  readonly day: RawBuilder<unknown>
  readonly key: RawBuilder<unknown>
}

/** What a tally is known by: two that count alike have one name. Days depend on the time zone of the body. */
export function tallyName({ where, key, day }: Tally, timeZone: string): string {
  return JSON.stringify({ where, key, day, timeZone })
}

/** A tally on the rows of `alias`, whoever reads: what triggers and counting use. */
export function tallySql(tally: Tally, { model, timeZone, alias }: TallyPlace): TallySql {
  // No day and no person enters a tally: these two only satisfy the reader of conditions.
  const scope = { model, timeZone, alias, collection: tally.collection, actor: system, today: '2000-01-01' }
  return tallySqlFor(tally, scope, (_, value) => value)
}

export type TallyPlace = {
  readonly model: Model
  readonly timeZone: string
  readonly alias: string
}

/** The same for a reader: `seen` makes empty what they may not read of a row. */
export function tallySqlFor(
  tally: Tally,
  scope: ConditionScope,
  seen: (field: string, value: RawBuilder<unknown>) => RawBuilder<unknown>,
): TallySql {
  const place: Place = { scope, seen, definition: scope.model.collections.get(tally.collection) }
  return {
    counted: conditionToSql(tally.where, scope),
    day: tally.day === null ? sql`null::date` : dayOf(tally.day, place),
    key: keyOf(tally, place),
  }
}

type Place = {
  readonly scope: ConditionScope
  readonly seen: (field: string, value: RawBuilder<unknown>) => RawBuilder<unknown>
  readonly definition: Collection | undefined
}

function keyOf({ key }: Tally, place: Place): RawBuilder<unknown> {
  if (key === null) return sql`''`
  if (key.kind === 'state') return column('state', place)
  if (key.kind === 'field') return sql`${column(key.field, place)}::text`
  return sql`(${dayOf(key.to, place)} - ${dayOf(key.from, place)})::text`
}

function dayOf(date: string, place: Place): RawBuilder<unknown> {
  const value = column(date, place)
  const isDay = isSystemValue(date)
    ? comparables[date] === 'date'
    : place.definition?.fields[date]?.type === 'date'
  return isDay ? value : sql`(${value} at time zone ${place.scope.timeZone})::date`
}

const comparables: Readonly<Record<string, Comparable>> = systemValues

function column(name: string, { scope, seen }: Place): RawBuilder<unknown> {
  if (isSystemValue(name)) return sql.ref(`${scope.alias}.${systemColumnName[name]}`)
  return seen(name, sql.ref(`${scope.alias}.${columnName(name)}`))
}

/** The columns whose change may change what is counted. */
export function watchedColumns(tallies: readonly Tally[]): readonly string[] {
  const names = tallies.flatMap((tally) => [
    ...[...fieldsRead(tally)].map((name) =>
      isSystemValue(name) ? systemColumnName[name] : columnName(name),
    ),
    ...(tally.key?.kind === 'state' ? ['state'] : []),
  ])
  return [...new Set([...names, 'deleted_at'])].toSorted()
}

/** The typed table of a tally, as PostgreSQL looks a name up. */
export function relationName({ collection }: Pick<Tally, 'collection'>): string {
  return `data."${tableName(collection)}"`
}
