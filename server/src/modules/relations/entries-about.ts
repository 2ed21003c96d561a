// SPDX-License-Identifier: MIT
import { any, collectionRef, type CollectionRef, compare, inLocale, mayDo, solutionOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'
import { actorGrants, getEntry, listEntries, type StateView, stateView } from '../entries/index.ts'

export type AboutEntry = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly state: StateView | null
  readonly updatedAt: Date
}

/** What concerns an entry in one collection, last changed first. */
export type AboutGroup = {
  readonly collection: CollectionRef
  readonly title: string
  readonly entries: readonly AboutEntry[]
  readonly hasMore: boolean
}

const mostShown = 20

/**
 * Everything about a person, or anything else, in one place: the entries that belong to it or refer to it, as far as the
 * actor may list them, collection by collection. Relations have their own panels.
 *
 * @throws Problem `not-found`
 */
export async function entriesAbout(context: Context, id: string): Promise<AboutGroup[]> {
  const entry = await getEntry(context.db, context, id)
  const definitions = await definitionsOf(context)
  const isPerson = entry.collection === personRef(definitions)
  const groups = await Promise.all(
    [...definitions.model.collections.keys()].map((ref) =>
      groupIn(context, definitions, { ref, id, target: entry.collection, isPerson }),
    ),
  )
  return groups.flatMap((group) => (group && group.entries.length > 0 ? [group] : []))
}

function personRef({ identity }: Definitions): string | undefined {
  return identity && `${identity.solution}.${identity.identity.person.collection}`
}

type About = {
  readonly ref: CollectionRef
  readonly id: string
  readonly target: CollectionRef
  readonly isPerson: boolean
}

async function groupIn(
  context: Context,
  definitions: Definitions,
  { ref, id, target, isPerson }: About,
): Promise<AboutGroup | undefined> {
  const definition = definitions.model.collections.get(ref)
  if (!definition || definition.relation || !mayDo(actorGrants(definitions, ref, context), 'list'))
    return undefined
  const names = Object.entries(definition.fields).flatMap(([key, field]) =>
    (field.type === 'reference' || field.type === 'references') &&
    collectionRef(field.to, solutionOf(ref)) === target
      ? [compare(key, 'eq', id)]
      : [],
  )
  const ways = isPerson && ref !== target ? [compare('owner', 'eq', id), ...names] : names
  if (ways.length === 0) return undefined
  const { locale } = context.actor
  const { rows, next } = await listEntries(context, {
    collection: ref,
    where: any(...ways),
    sort: '-updatedAt',
    limit: mostShown,
  })
  return {
    collection: ref,
    title: inLocale(definition.titlePlural, locale),
    entries: rows.map(({ number, title, state, updatedAt, id: one }) => ({
      id: one,
      number,
      title,
      state: stateView(definition, state, locale),
      updatedAt,
    })),
    hasMore: next !== null,
  }
}
