// SPDX-License-Identifier: MIT
import {
  type Collection,
  collectionRef,
  type CollectionRef,
  conditionFor,
  mayDo,
  solutionOf,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { titlesWhere } from './entries.queries.ts'
import { actorGrants } from './held-grants.ts'

/** Titles by id, of the entries that the actor may read. */
export type Titles = ReadonlyMap<string, string>

/**
 * Titles of all that a set of rows refers to, one query for each collection referred to.
 * An entry the actor may not read has no title here: its existence is not shown either.
 */
export async function referredTitles(
  context: Context,
  collection: CollectionRef,
  definition: Collection,
  rows: readonly Readonly<Record<string, unknown>>[],
): Promise<Titles> {
  const wanted = new Map<CollectionRef, Set<string>>()
  for (const [key, field] of Object.entries(definition.fields)) {
    if (field.type !== 'reference' && field.type !== 'references') continue
    const target = collectionRef(field.to, solutionOf(collection))
    const ids = wanted.get(target) ?? new Set()
    for (const row of rows) for (const id of referenceIds(row[key])) ids.add(id)
    if (ids.size > 0) wanted.set(target, ids)
  }
  const found = await Promise.all(
    [...wanted].map(([target, ids]) => readableTitles(context, target, [...ids])),
  )
  return new Map(found.flatMap((titles) => [...titles]))
}

/** The ids in the value of a reference or of references. */
export function referenceIds(value: unknown): string[] {
  if (typeof value === 'string') return [value]
  return Array.isArray(value) ? value.filter((id): id is string => typeof id === 'string') : []
}

/** Titles of the entries of a collection that the actor may read, of those named. */
export async function readableTitles(
  context: Context,
  collection: CollectionRef,
  ids: readonly string[],
): Promise<Titles> {
  const definitions = await definitionsOf(context)
  const held = actorGrants(definitions, collection, context)
  if (!mayDo(held, 'read')) return new Map()
  return titlesWhere(context.db, context, definitions, {
    collection,
    ids,
    condition: conditionFor(held, 'read'),
  })
}
