// SPDX-License-Identifier: MIT
import {
  type Collection,
  dueDays,
  dueSort,
  fieldCondition,
  fieldType,
  type HeldGrant,
  type SystemColumn,
  systemColumnName,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import { type ConditionScope, conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { problem } from '../../platform/http/problems.ts'
import { storedFields } from './column-values.ts'
import { isAlways } from './held-grants.ts'
import type { Cursor } from './list-query.ts'

/** How a list is ordered: an expression, its direction, and whether it can be empty. */
export type Sort = {
  readonly by: RawBuilder<unknown>
  readonly type: string
  readonly descending: boolean
  readonly nullable: boolean
  /** By date of creation, which indexes by place carry. */
  readonly byDate: boolean
}

const sortableSystem: Partial<Record<string, { type: string; nullable: boolean }>> = {
  createdAt: { type: 'timestamptz', nullable: false },
  updatedAt: { type: 'timestamptz', nullable: false },
  closedAt: { type: 'timestamptz', nullable: true },
  legalDueOn: { type: 'date', nullable: true },
  number: { type: 'text', nullable: true },
  title: { type: 'text', nullable: true },
  state: { type: 'text', nullable: true },
} satisfies Partial<Record<SystemColumn, { type: string; nullable: boolean }>>

const sortableColumns = new Set(['text', 'integer', 'bigint', 'numeric', 'boolean', 'date', 'timestamptz'])

/**
 * Reads `-createdAt`. A field that the actor may not read on a row sorts as empty there: order must not tell what
 * reading would not.
 *
 * @throws Problem `unknown-field` for a field that is not there or has no order
 */
export function readSort(
  text: string,
  definition: Collection,
  held: readonly HeldGrant[],
  scope: ConditionScope,
): Sort {
  const descending = text.startsWith('-')
  const key = descending ? text.slice(1) : text
  const system = Object.hasOwn(sortableSystem, key) ? sortableSystem[key] : undefined
  if (system) {
    // `sortableSystem` has no other keys than those of system columns.
    const column = sql.ref(`${scope.alias}.${systemColumnName[key as SystemColumn]}`)
    return { by: ordered(column, system.type), ...system, descending, byDate: key === 'createdAt' }
  }
  if (key === dueSort && definition.due) {
    return { by: soonest(definition, held, scope), type: 'date', descending, nullable: true, byDate: false }
  }
  const stored = storedFields(definition).find((field) => field.key === key)
  if (
    !stored ||
    stored.array ||
    !sortableColumns.has(stored.type) ||
    !fieldType(stored.field).comparable(stored.field)
  ) {
    throw problem('unknown-field', { field: key })
  }
  const column = ordered(sql.ref(`${scope.alias}.${stored.column}`), stored.type)
  const by = masked(column, key, held, scope)
  return { by, type: stored.type, descending, nullable: true, byDate: false }
}

function masked(
  column: RawBuilder<unknown>,
  key: string,
  held: readonly HeldGrant[],
  scope: ConditionScope,
): RawBuilder<unknown> {
  const readable = fieldCondition(held, key)
  return isAlways(readable) ? column : sql`case when ${conditionToSql(readable, scope)} then ${column} end`
}

/** The first day that an open entry is awaited by, as the index of `due` has it; empty once it is closed. */
function soonest(definition: Collection, held: readonly HeldGrant[], scope: ConditionScope) {
  const days = dueDays(definition).map(({ key, column }) => {
    const day = sql.ref(`${scope.alias}.${column}`)
    return key === 'legalDueOn' ? day : masked(day, key, held, scope)
  })
  const closedAt = sql.ref(`${scope.alias}.closed_at`)
  return sql`case when ${closedAt} is null then least(${sql.join(days)}) end`
}

/** Texts in the order of the French dictionary. */
function ordered(column: RawBuilder<unknown>, type: string): RawBuilder<unknown> {
  return type === 'text' ? sql`${column} collate public.french` : column
}

/** `order by` of a page; empty values come last, in both directions. */
export function orderBy(sort: Sort, id: RawBuilder<unknown>, backwards: boolean): RawBuilder<unknown> {
  const down = sort.descending !== backwards
  const direction = down ? sql`desc` : sql`asc`
  const nulls = sort.nullable ? (backwards ? sql` nulls first` : sql` nulls last`) : sql``
  return sql`${sort.by} ${direction}${nulls}, ${id} ${direction}`
}

/** The rows strictly beyond the cursor, in the direction of reading. */
export function beyond(
  sort: Sort,
  id: RawBuilder<unknown>,
  cursor: Cursor,
  backwards: boolean,
): RawBuilder<unknown> {
  const compare = sort.descending !== backwards ? sql`<` : sql`>`
  const value = sql`${cursor.value}::${sql.raw(sort.type)}`
  if (!sort.nullable) return sql`(${sort.by}, ${id}) ${compare} (${value}, ${cursor.id}::uuid)`
  const among = sql`${id} ${compare} ${cursor.id}::uuid`
  if (cursor.value === null) {
    return backwards ? sql`(${sort.by} is not null or ${among})` : sql`(${sort.by} is null and ${among})`
  }
  const further = sql`${sort.by} ${compare} ${value} or (${sort.by} = ${value} and ${among})`
  return backwards ? sql`(${further})` : sql`(${further} or ${sort.by} is null)`
}
