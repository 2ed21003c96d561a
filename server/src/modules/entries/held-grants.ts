// SPDX-License-Identifier: MIT
import {
  always,
  type CollectionRef,
  collectionOf,
  type Condition,
  grantsOf,
  type HeldGrant,
  solutionOf,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { type ConditionScope, conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { localDay } from '../../platform/local-day.ts'
import type { Definitions } from '../definitions/index.ts'

/**
 * The grants of the collection that concern the actor. They are those of the release in force, whatever release an
 * entry is pinned to: a list has one rule for all its rows.
 */
export function actorGrants(
  definitions: Definitions,
  collection: CollectionRef,
  context: Context,
): HeldGrant[] {
  const release = definitions.solutions.get(solutionOf(collection))
  return release ? grantsOf(release.solution, collectionOf(collection), context.actor) : []
}

/** How conditions on this collection read in SQL for this actor, today, on the row `alias`. */
export function sqlScope(
  definitions: Definitions,
  collection: CollectionRef,
  context: Context,
  alias: string,
): ConditionScope {
  const { timeZone } = context.tenant
  return {
    model: definitions.model,
    collection,
    actor: context.actor,
    today: localDay(context.clock.now(), timeZone),
    timeZone,
    alias,
  }
}

export function isAlways(condition: Condition): boolean {
  return condition.kind === 'all' && condition.parts.every(isAlways)
}

export type ConditionColumns = {
  /** To add to the select list. */
  readonly columns: RawBuilder<unknown>[]
  /** Whether the condition at this place of the input holds on the selected row. */
  holds(row: Readonly<Record<string, unknown>>, at: number): boolean
}

/**
 * One boolean column for each different condition, so that a single query tells of each row which of them hold.
 * Conditions that always hold cost nothing.
 */
export function conditionColumns(
  conditions: readonly Condition[],
  scope: ConditionScope,
  prefix: string,
): ConditionColumns {
  const names = new Map<string, string>()
  const columns: RawBuilder<unknown>[] = []
  const nameOf = conditions.map((condition) => {
    if (isAlways(condition)) return undefined
    const text = JSON.stringify(condition)
    const known = names.get(text)
    if (known) return known
    const name = `${prefix}_${names.size}`
    names.set(text, name)
    columns.push(sql`coalesce(${conditionToSql(condition, scope)}, false) as ${sql.id(name)}`)
    return name
  })
  return {
    columns,
    holds: (row, at) => {
      const name = nameOf[at]
      return name === undefined ? true : row[name] === true
    },
  }
}

export { always }
