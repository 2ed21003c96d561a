// SPDX-License-Identifier: MIT
import { collectionOf, compareActor, type CollectionRef } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { installedProcedures } from '../catalogue/index.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'
import { listEntries, type StateView, stateView } from '../entries/index.ts'

/** A request as its applicant finds it again. */
export type OwnEntry = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly collectionTitle: string
  readonly state: StateView | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly closedAt: Date | null
}

/** Requests shown of each collection, last changed first. */
const mostShown = 100

/**
 * What the acting person has filed, whatever the procedure, last changed first.
 *
 * @throws Problem `sign-in-required`
 */
export async function listOwnEntries(context: Context): Promise<OwnEntry[]> {
  if (context.actor.kind !== 'person') throw problem('sign-in-required')
  const definitions = await definitionsOf(context)
  const filed = new Set(installedProcedures(definitions).map(({ collectionRef }) => collectionRef))
  const lists = await Promise.all([...filed].map((collection) => ownIn(context, definitions, collection)))
  return lists.flat().toSorted((a, b) => b.updatedAt.getTime() - a.updatedAt.getTime())
}

async function ownIn(
  context: Context,
  definitions: Definitions,
  collection: CollectionRef,
): Promise<OwnEntry[]> {
  const definition = definitions.model.collections.get(collection)
  if (!definition)
    throw new Error(`procedure of ${collectionOf(collection)}, which its solution does not define`)
  const { locale } = context.actor
  const { rows } = await listEntries(context, {
    collection,
    where: compareActor('owner', 'eq', 'me'),
    sort: '-updatedAt',
    limit: mostShown,
  })
  return rows.map(({ id, number, title, state, createdAt, updatedAt, closedAt }) => ({
    id,
    number,
    title,
    collectionTitle: definition.title[locale],
    state: stateView(definition, state, locale),
    createdAt,
    updatedAt,
    closedAt,
  }))
}
