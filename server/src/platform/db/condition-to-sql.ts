// SPDX-License-Identifier: MIT
import {
  planComparison,
  planRelation,
  type Circumstance,
  type CollectionRef,
  type Condition,
  type Model,
} from '@guichet/engine'
import { sql, type RawBuilder } from 'kysely'
import { comparisonToSql } from './condition-to-sql-comparison.ts'
import { throughHops, type Place, type Reader, type SqlBoolean } from './condition-to-sql-paths.ts'

export type ConditionScope = Circumstance & {
  readonly model: Model
  readonly collection: CollectionRef
  /** How the query around names the typed table of the collection. Tables met on the way take `alias_1`, `alias_2`… */
  readonly alias: string
}

/**
 * The SQL boolean with the same meaning as the engine's `holds`, on the rows of `alias`.
 *
 * True on the rows where the condition holds; elsewhere false or NULL, which WHERE takes alike (write `is true` to
 * select it). Values are bound; names come from the schema, never from the caller. Rows that are deleted are not met
 * on the way, but those of `alias` itself are the caller's to leave out. Throws on a condition that
 * `checkCondition` refuses.
 */
export function conditionToSql(condition: Condition, scope: ConditionScope): RawBuilder<boolean> {
  const { alias, collection, model, ...at } = scope
  let met = 0
  const reader: Reader = { model, at, nextAlias: () => `${alias}_${(met += 1)}`, compile }
  return compile(condition, { alias, collection }, reader)
}

function compile(condition: Condition, place: Place, reader: Reader): SqlBoolean {
  switch (condition.kind) {
    case 'all':
      return joined(condition.parts, place, reader, sql` and `, sql`true`)
    case 'any':
      return joined(condition.parts, place, reader, sql` or `, sql`false`)
    case 'not':
      return sql`(${compile(condition.part, place, reader)}) is not true`
    case 'compare':
      return comparisonToSql(planComparison(condition, reader.model, place.collection), place, reader)
    case 'exists': {
      const { hops } = planRelation(condition.path, reader.model, place.collection)
      return throughHops(hops, place, reader, (end) => compile(condition.where, end, reader))
    }
  }
}

function joined(
  parts: readonly Condition[],
  place: Place,
  reader: Reader,
  word: RawBuilder<unknown>,
  ofNone: SqlBoolean,
): SqlBoolean {
  const [first, ...others] = parts
  if (!first) return ofNone
  if (others.length === 0) return compile(first, place, reader)
  return sql`(${sql.join(
    parts.map((part) => compile(part, place, reader)),
    word,
  )})`
}
