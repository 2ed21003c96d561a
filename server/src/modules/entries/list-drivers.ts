// SPDX-License-Identifier: MIT
import {
  all,
  type Condition,
  columnName,
  type Hop,
  resolvePath,
  systemColumnName,
  tableName,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'
import { type ConditionScope, conditionToSql } from '../../platform/db/condition-to-sql.ts'

/**
 * The rows of one alternative of a rule: those with one of few values in a column (« the requests of my three units »)
 * that satisfy what the alternative asks besides.
 */
export type Driver = {
  readonly column: string
  readonly values: readonly string[]
  readonly besides: Condition
}

type Comparison = Extract<Condition, { kind: 'compare' }>

/** Beyond, looking value by value costs more than reading the list in its order. */
const mostValues = 64

/**
 * For each alternative of a rule, the column and the few values that hold all its rows, when there are such: an
 * equality on a column, or on something that a reference leads to. `undefined` when one alternative has none, or too
 * many values.
 */
export async function driversOf(
  db: Db,
  rule: Condition,
  scope: ConditionScope,
): Promise<Driver[] | undefined> {
  const found: Driver[] = []
  for (const alternative of alternatives(rule)) {
    const driver = await driverOf(db, alternative, scope)
    if (!driver) return undefined
    found.push(driver)
  }
  return found
}

function alternatives(rule: Condition): readonly Condition[] {
  return rule.kind === 'any' ? rule.parts.flatMap(alternatives) : [rule]
}

async function driverOf(db: Db, rule: Condition, scope: ConditionScope): Promise<Driver | undefined> {
  const parts = rule.kind === 'all' ? rule.parts : [rule]
  for (const part of parts) {
    if (part.kind !== 'compare' || part.op !== 'eq') continue
    const place = await placeOf(db, part, scope)
    if (place) return { ...place, besides: all(...parts.filter((other) => other !== part)) }
  }
  return undefined
}

/** The column and values that say the same as a comparison; `undefined` when there are none, or too many. */
async function placeOf(
  db: Db,
  comparison: Comparison,
  scope: ConditionScope,
): Promise<Omit<Driver, 'besides'> | undefined> {
  const resolved = resolvePath(scope.model, scope.collection, comparison.path)
  if (!resolved.ok) return undefined
  const { hops, terminal } = resolved.plan
  const [hop] = hops
  if (!hop) {
    const values = givenIds(comparison, scope)
    if (!values || terminal.kind === 'part' || terminal.comparable !== 'id') return undefined
    if (terminal.kind === 'field' && terminal.column.array) return undefined
    const column = terminal.kind === 'system' ? systemColumnName[terminal.name] : columnName(terminal.name)
    return values.length > mostValues ? undefined : { column, values }
  }
  if (hop.direction === 'forward' && hop.many) return undefined
  const values = await idsThrough(db, hop, comparison, scope)
  return values && { column: hop.direction === 'forward' ? columnName(hop.field) : 'id', values }
}

/** The ids that a comparison is made with, when they are known without the database. */
function givenIds({ value }: Comparison, { actor }: ConditionScope): readonly string[] | undefined {
  if (value?.kind === 'literal') {
    const values = Array.isArray(value.value) ? value.value : [value.value]
    return values.every((one) => typeof one === 'string') ? values : undefined
  }
  if (value?.kind !== 'actor' || actor.kind !== 'person') return undefined
  if (value.attribute === 'me') return [actor.personId]
  return value.attribute === 'my.organisations'
    ? actor.roles.map(({ organisation }) => organisation)
    : undefined
}

/** What stands one reference away and satisfies the rest of the comparison; `undefined` when there are too many. */
async function idsThrough(
  db: Db,
  hop: Hop,
  comparison: Comparison,
  scope: ConditionScope,
): Promise<readonly string[] | undefined> {
  const { path } = comparison
  const rest =
    hop.direction === 'forward' ? path.slice(hop.field.length + 1) : path.slice(path.indexOf(']') + 2)
  const there: Condition = { ...comparison, path: rest || 'id' }
  const condition = conditionToSql(there, { ...scope, collection: hop.to, alias: 'far' })
  const { rows } = await sql<{ id: string | null }>`
    select distinct ${idOf(hop)} as id from ${sql.id('data', tableName(hop.to))} as far
    where far.deleted_at is null and ${condition} limit ${mostValues + 1}
  `.execute(db)
  const ids = rows.flatMap(({ id }) => (id === null ? [] : [id]))
  return ids.length > mostValues ? undefined : ids
}

function idOf(hop: Hop): RawBuilder<unknown> {
  if (hop.direction === 'forward') return sql`far.id`
  const column = sql.ref(`far.${columnName(hop.field)}`)
  return hop.many ? sql`unnest(${column})` : column
}
