// SPDX-License-Identifier: MIT
import {
  all,
  always,
  type Collection,
  collectionOf,
  compare,
  type Condition,
  conditionFor,
  fieldCondition,
  type HeldGrant,
  mayDo,
  readingMask,
  solutionOf,
  tableName,
} from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import type { Context } from '../../platform/context.ts'
import { type ConditionScope, conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { decodeRow, fieldColumns, type StoredField, storedFields } from './column-values.ts'
import { actorGrants, conditionColumns, isAlways, sqlScope } from './held-grants.ts'
import { decodeCursor, encodeCursor, type ListQuery, type Page } from './list-query.ts'
import { beyond, orderBy, readSort, type Sort } from './list-sort.ts'
import { branchedIds, isBranchable, statesOf } from './list-branches.ts'
import { driversOf } from './list-drivers.ts'
import { checkedFilter } from './list-filters.ts'
import { searchCondition } from './search.ts'

/** One row of a list: what the actor may read of it. Fields they may not read are absent. */
export type ListedEntry = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly state: string | null
  readonly owner: string | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly closedAt: Date | null
  /** Last day before silence decides, `YYYY-MM-DD`. */
  readonly legalDueOn: string | null
  readonly values: Readonly<Record<string, unknown>>
}

const usualLimit = 50
const longestLimit = 200

/**
 * A page of the entries that the actor may list, by keyset: its cost does not grow with the table or with the page's
 * place in it.
 *
 * @throws Problem `not-found` for an unknown collection; `sign-in-required` or `not-allowed` without any grant to
 *   list; `unknown-field` and `malformed-request` for a query that cannot be read
 */
export async function listEntries(context: Context, query: ListQuery): Promise<Page<ListedEntry>> {
  const list = await prepareList(context, query)
  const { definition, held, scope } = list
  const sort = readSort(query.sort ?? 'createdAt', definition, held, scope)
  const limit = Math.min(Math.max(query.limit ?? usualLimit, 1), longestLimit)
  const backwards = query.backwards === true
  const fields = storedFields(definition)
  const masks = conditionColumns(
    fields.map(({ key }) => fieldCondition(held, key)),
    scope,
    'm',
  )
  const id = sql.ref('d.id')
  const besides = query.after
    ? [...list.besides, beyond(sort, id, decodeCursor(query.after), backwards)]
    : list.besides
  const order = orderBy(sort, id, backwards)
  const from = await rowsOf(context, list, query, { besides, order, limit: limit + 1, byDate: sort.byDate })
  const { rows } = await sql<SystemRow & Record<string, unknown>>`
    select d.id, d.number, d.title, d.state, d.owner_id, d.created_at, d.updated_at, d.closed_at, d.legal_due_on,
      ${sql.join([sql`${sort.by} as sorted`, ...fieldColumns(fields, 'd'), ...masks.columns])}
    from ${list.table} as d where ${from}
    order by ${order} limit ${limit + 1}
  `.execute(context.db)

  const page = backwards ? rows.slice(0, limit).toReversed() : rows.slice(0, limit)
  const more = rows.length > limit
  const first = page[0]
  const last = page.at(-1)
  return {
    rows: page.map((row) => toListed(row, fields, (at) => masks.holds(row, at))),
    next: last && (backwards || more) ? encodeCursor(cursorOf(last, sort)) : null,
    previous: first && (backwards ? more : query.after) ? encodeCursor(cursorOf(first, sort)) : null,
  }
}

type Reading = {
  /** What the rows satisfy besides the actor's right. */
  readonly besides: readonly RawBuilder<unknown>[]
  readonly order: RawBuilder<unknown>
  readonly limit: number
  readonly byDate: boolean
}

/** The rows of the page: those that the conditions leave, or found place by place for those who see little. */
async function rowsOf(context: Context, list: PreparedList, query: ListQuery, reading: Reading) {
  const { byDate, besides, order, limit } = reading
  const { table, scope, rule, readable } = list
  const rows = sql.join([...readable, ...besides], sql` and `)
  if (!byDate || query.search || isAlways(rule)) return rows
  const drivers = await driversOf(context.db, rule, scope)
  const states = statesOf(list.asked)
  if (!drivers || !isBranchable({ drivers, states })) return rows
  const found = branchedIds({ table, scope, drivers, states, where: besides, order, limit })
  // The right once more: what led to the drivers may have changed since.
  return sql.join([sql`d.id in (${found})`, ...readable], sql` and `)
}

/** A query made ready: what it may see, and how that reads in SQL. */
export type PreparedList = {
  readonly definition: Collection
  readonly held: readonly HeldGrant[]
  readonly scope: ConditionScope
  readonly table: RawBuilder<unknown>
  /** The actor's right to list, and what the query asks besides. */
  readonly rule: Condition
  readonly asked: Condition
  /** The actor's right in SQL, what is asked besides, and both. */
  readonly readable: readonly RawBuilder<unknown>[]
  readonly besides: readonly RawBuilder<unknown>[]
  readonly where: readonly RawBuilder<unknown>[]
}

/** @throws Problem `not-found`, `sign-in-required`, `not-allowed`, `unknown-field` */
export async function prepareList(context: Context, query: ListQuery): Promise<PreparedList> {
  const definitions = await definitionsOf(context)
  const solution = definitions.solutions.get(solutionOf(query.collection))?.solution
  const definition = solution?.collections[collectionOf(query.collection)]
  if (!definition) throw problem('not-found')
  const held = actorGrants(definitions, query.collection, context)
  if (!mayDo(held, 'list'))
    throw problem(context.actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')

  const scope = sqlScope(definitions, query.collection, context, 'd')
  const solutions = new Map([...definitions.solutions].map(([key, release]) => [key, release.solution]))
  const asked = all(
    query.where ?? always,
    ...(query.states ? [compare('state', 'eq', [...query.states])] : []),
    ...(query.filters ?? []).map((filter) => checkedFilter(filter, definitions, query.collection)),
  )
  const rule = conditionFor(held, 'list')
  const readable = [sql`d.deleted_at is null`, ...sqlOf(rule, scope)]
  const besides = [
    sql`d.deleted_at is null`,
    // What the reader asks sees only what the reader may read.
    ...sqlOf(asked, { ...scope, mask: readingMask(solutions, context.actor) }),
    ...(query.search ? searchCondition(query.search, query.collection) : []),
  ]
  const table = sql.id('data', tableName(query.collection))
  return { definition, held, scope, table, rule, asked, readable, besides, where: [...readable, ...besides] }
}

function sqlOf(condition: Condition, scope: ConditionScope): RawBuilder<unknown>[] {
  if (isAlways(condition)) return []
  if (condition.kind === 'all') return condition.parts.flatMap((part) => sqlOf(part, scope))
  return [conditionToSql(condition, scope)]
}

type SystemRow = {
  id: string
  number: string | null
  title: string
  state: string | null
  owner_id: string | null
  created_at: Date
  updated_at: Date
  closed_at: Date | null
  legal_due_on: string | null
  sorted: unknown
}

function toListed(
  row: SystemRow & Record<string, unknown>,
  fields: readonly StoredField[],
  readable: (at: number) => boolean,
): ListedEntry {
  const values = decodeRow(fields, row)
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: row.state,
    owner: row.owner_id,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
    closedAt: row.closed_at,
    legalDueOn: row.legal_due_on,
    values: Object.fromEntries(fields.flatMap(({ key }, at) => (readable(at) ? [[key, values[key]]] : []))),
  }
}

function cursorOf(row: SystemRow, sort: Sort) {
  const { sorted } = row
  if (sorted instanceof Date) return { value: sorted.toISOString(), id: row.id }
  const plain = typeof sorted === 'string' || typeof sorted === 'number' || typeof sorted === 'boolean'
  return { value: plain && sort.type !== 'jsonb' ? sorted : null, id: row.id }
}
