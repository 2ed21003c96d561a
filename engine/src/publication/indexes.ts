// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import { dueDays } from '../collection/due.ts'
import type { Condition } from '../condition/condition.ts'
import { fieldType, type Field } from '../field-types/registry.ts'
import type { Grant } from '../rights/grant.ts'
import type { Solution } from '../solution/solution.ts'
import type { View } from '../view/view.ts'
import { columnName, systemColumnName, tableName, type SystemColumn } from './naming.ts'

/** An index of a typed table. Rows in the bin are left out: no list shows them. */
export type IndexPlan = {
  readonly name: string
  readonly columns: readonly string[]
  /** `gin` finds one value among those of an array column. */
  readonly method: 'btree' | 'gin'
  /** Inside a structured column: the part compared, as text. */
  readonly part?: string
  /** Only of entries that are not closed. */
  readonly openOnly?: true
  /** The soonest of the first columns while the entry is open, then `id`: what is awaited first. */
  readonly soonest?: true
}

/**
 * The indexes of one collection: lists by state and by date, entries of an owner, and what the solution itself
 * filters, sorts and grants by. A sort carries `id` so that pages follow one another by (value, id).
 */
export function expectedIndexes(solution: Solution, collectionKey: string): readonly IndexPlan[] {
  const collection = solution.collections[collectionKey]
  if (!collection) return []
  const table = tableName(`${solution.key}.${collectionKey}`)
  const named = new Map<string, IndexPlan>()
  const add = (
    columns: readonly string[],
    extra: Pick<IndexPlan, 'part' | 'openOnly' | 'soonest'> = {},
    method: IndexPlan['method'] = 'btree',
  ) => {
    const suffix = [
      ...columns,
      ...(extra.part ? [extra.part] : []),
      ...(extra.openOnly ? ['open'] : []),
      ...(extra.soonest ? ['soonest'] : []),
    ].join('_')
    const name = indexName(`${table}_${suffix}_idx`)
    named.set(name, { name, columns, method, ...extra })
  }
  add(['state', 'created_at', 'id'])
  add(['created_at', 'id'])
  add(['owner_id', 'created_at', 'id'])
  const due = dueDays(collection)
  if (due.length > 0) add([...due.map(({ column }) => column), 'id'], { soonest: true })
  for (const field of sortsOf(solution, collectionKey)) {
    const column = columnOf(collection, field)
    if (column && column !== 'id') add([column, 'id'])
  }
  // What is late stands first among what is open, and behind years of what was closed late.
  for (const field of sortsOf(solution, collectionKey, isOfOpenEntries)) {
    const column = columnOf(collection, field)
    if (column && column !== 'id') add([column, 'id'], { openOnly: true })
  }
  for (const path of comparedPaths(solution, collectionKey)) {
    const [first = '', part] = path.split('.')
    const field = collection.fields[first]
    if (!field) continue
    const type = fieldType(field)
    const column = type.column(field)
    if (!column) continue
    if (isLongText(field)) continue
    if (column.sql === 'jsonb') {
      if (part && type.parts?.[part]) add([columnName(first)], { part })
    } else if (column.array) add([columnName(first)], {}, 'gin')
    else add([columnName(first), 'created_at', 'id'])
  }
  // Lists in one state of those whom a grant ties to some rows only: found at the head of an index, place by place.
  for (const path of placesOf(solution, collectionKey)) {
    const column = columnOf(collection, path)
    if (column && column !== 'id') add([column, 'state', 'created_at', 'id'])
  }
  return [...named.values()]
}

/** An index entry holds 2704 bytes: a longer text could not be stored any more. */
function isLongText(field: Field): boolean {
  return field.type === 'long_text' || (field.type === 'text' && (field.maxLength ?? 0) > 600)
}

function sortsOf(
  solution: Solution,
  collectionKey: string,
  counts: (view: View) => boolean = () => true,
): readonly string[] {
  return Object.values(solution.views ?? {}).flatMap((view) =>
    view.collection === collectionKey && view.sort && counts(view) ? [view.sort.replace(/^-/, '')] : [],
  )
}

/** Whether the condition of a view says that its entries are not closed. */
function isOfOpenEntries({ where }: View): boolean {
  const parts = where?.kind === 'all' ? where.parts : where ? [where] : []
  return parts.some((part) => part.kind === 'compare' && part.path === 'closedAt' && part.op === 'empty')
}

/** First hops of every condition on this collection's rows, and all its references: paths come back through them. */
function comparedPaths(solution: Solution, collectionKey: string): ReadonlySet<string> {
  const grants = solution.grants.filter((grant) => grant.on === collectionKey)
  const views = Object.values(solution.views ?? {}).filter((view) => view.collection === collectionKey)
  const references = Object.entries(solution.collections[collectionKey]?.fields ?? {}).flatMap(
    ([key, field]) => (field.type === 'reference' || field.type === 'references' ? [key] : []),
  )
  return new Set([
    ...references,
    ...grants.flatMap(grantPaths),
    ...[...grants, ...views].flatMap((part) => (part.where ? pathsOf(part.where) : [])),
    ...views.flatMap((view) => view.filters ?? []),
  ])
}

/** The columns that tie rows to the people of a grant: an owner, a unit, the first reference of a relation. */
function placesOf(solution: Solution, collectionKey: string): ReadonlySet<string> {
  const listing = solution.grants.filter((grant) => grant.on === collectionKey && grant.may.includes('list'))
  return new Set(
    listing.flatMap((grant) =>
      grant.who.kind === 'owner' ? ['owner'] : grantPaths(grant).map((path) => path.split('.')[0] ?? path),
    ),
  )
}

function grantPaths(grant: Grant): readonly string[] {
  if (grant.who.kind === 'role-at') return [grant.who.at]
  return grant.who.kind === 'relation' ? [grant.who.path] : []
}

/** Every path a condition reads, from the entry at hand. */
export function pathsOf(condition: Condition): readonly string[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(pathsOf)
    case 'not':
      return pathsOf(condition.part)
    case 'compare':
      return condition.value?.kind === 'path' ? [condition.path, condition.value.path] : [condition.path]
    case 'exists':
      return [condition.path]
  }
}

function columnOf(collection: Collection, name: string): string | undefined {
  if (Object.hasOwn(systemColumnName, name)) return systemColumnName[name as SystemColumn]
  const field = collection.fields[name]
  return field && fieldType(field).column(field) ? columnName(name) : undefined
}

/** PostgreSQL cuts names at 63 bytes without a word; a digest of the whole keeps two long names apart. */
export function indexName(name: string): string {
  return name.length <= 63 ? name : `${name.slice(0, 54)}_${digest(name)}`
}

/** FNV-1a on 32 bits, in hexadecimal: a name, not a secret. */
function digest(text: string): string {
  let hash = 0x811c9dc5
  for (const character of text) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193) >>> 0
  return hash.toString(16).padStart(8, '0')
}
