// SPDX-License-Identifier: MIT
import type { Condition } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import { type ConditionScope, conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { isAlways } from './held-grants.ts'
import type { Driver } from './list-drivers.ts'

export type BranchedList = {
  readonly table: RawBuilder<unknown>
  readonly drivers: readonly Driver[]
  /** States the list is limited to; `undefined`: any. */
  readonly states: readonly string[] | undefined
  /** What the conditions of the drivers mean, on the alias `d`. */
  readonly scope: ConditionScope
  /** All that a row must satisfy besides the rule, on the alias `d`. */
  readonly where: readonly RawBuilder<unknown>[]
  readonly order: RawBuilder<unknown>
  readonly limit: number
}

/** More places to look at than that, and the list is read in its own order instead. */
const mostPlaces = 256

/** Whether looking in each place apart is worth it. */
export function isBranchable({ drivers, states }: Pick<BranchedList, 'drivers' | 'states'>): boolean {
  const places = drivers.reduce((sum, { values }) => sum + values.length, 0) * (states?.length ?? 1)
  return places <= mostPlaces
}

/**
 * The first rows of a list, as ids: the first of each place (a unit, in a state), found at the head of an index, then
 * the first of them all. Reading the list in order until enough rows are allowed costs nothing to those who see much,
 * and the whole table to those who see little; this costs the same to both.
 */
export function branchedIds(list: BranchedList): RawBuilder<unknown> {
  const branches = list.drivers.map((driver) => branch(list, driver))
  if (branches.length === 0) return sql`select null::uuid as id where false`
  return sql`
    select d.id from (select distinct d.id, d.created_at from (${sql.join(branches, sql` union all `)}) as d) as d
    order by ${list.order} limit ${list.limit}
  `
}

function branch(list: BranchedList, { column, values, besides }: Driver): RawBuilder<unknown> {
  const conditions = [
    sql`${sql.ref(`d.${column}`)} = place.value`,
    ...(isAlways(besides) ? [] : [conditionToSql(besides, list.scope)]),
    ...list.where,
  ]
  const states = list.states ? sql` cross join unnest(${list.states}::text[]) as among (state)` : sql``
  if (list.states) conditions.push(sql`d.state = among.state`)
  return sql`(
    select d.id, d.created_at from unnest(${values}::uuid[]) as place (value)${states} cross join lateral (
      select d.id, d.created_at from ${list.table} as d where ${sql.join(conditions, sql` and `)}
      order by ${list.order} limit ${list.limit}
    ) as d
  )`
}

/** The states that a condition limits its rows to; `undefined` when it does not say. */
export function statesOf(condition: Condition): readonly string[] | undefined {
  if (condition.kind === 'all') {
    for (const part of condition.parts) {
      const states = statesOf(part)
      if (states) return states
    }
    return undefined
  }
  if (condition.kind !== 'compare' || condition.path !== 'state' || condition.op !== 'eq') return undefined
  const { value } = condition
  if (value?.kind !== 'literal') return undefined
  const states = Array.isArray(value.value) ? value.value : [value.value]
  return states.every((state) => typeof state === 'string') ? states : undefined
}
