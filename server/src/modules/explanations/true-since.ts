// SPDX-License-Identifier: MIT
import { actorPaths, collectionRef, type Grant, type Hop, resolveRelation, solutionOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
import type { LoadedEntry } from '../entries/index.ts'
import { movesAndChangesOf } from '../events/index.ts'
import { idsAfterHops } from '../notifications/index.ts'
import { holdsSince } from '../people/index.ts'
import { relationSince } from './explanations.queries.ts'

/**
 * The day from which the ground of a grant has been true of a person on an entry: the first day of their membership, of
 * the relation that leads to them, of the entry they filed. `undefined` when nothing tells.
 */
export async function trueSince(
  context: Context,
  entry: LoadedEntry,
  { who, where }: Grant,
  personId: string,
): Promise<string | undefined> {
  const solution = solutionOf(entry.collection)
  const day = (at: Date) => localDay(at, context.tenant.timeZone)
  switch (who.kind) {
    case 'role':
      return holdsSince(context, { personId, role: collectionRef(who.role, solution) })
    case 'role-at': {
      const organisations = await entriesAt(context, entry, who.at)
      return holdsSince(context, { personId, role: collectionRef(who.role, solution), organisations })
    }
    case 'owner':
      return day(entry.createdAt)
    case 'relation':
      return linkedSince(context, entry, who.path, personId)
    case 'signed-in':
    case 'everyone': {
      // « The current training master »: the condition itself names the relation.
      const [named] = where ? actorPaths(where).filter(({ attribute }) => attribute === 'me') : []
      return named && linkedSince(context, entry, named.path, personId)
    }
    case 'link':
      return undefined
  }
}

/** Ids of the entries at the end of a path of references: of the entry itself for `id`, of its owner for `owner`. */
export async function entriesAt(
  context: Context,
  entry: Pick<LoadedEntry, 'id' | 'collection' | 'owner'>,
  path: string,
): Promise<string[]> {
  if (path === 'id') return [entry.id]
  if (path === 'owner') return entry.owner === null ? [] : [entry.owner]
  const hops = await hopsOf(context, entry, path)
  return hops.length === 0 ? [] : idsAfterHops(context.db, hops, entry.id)
}

async function hopsOf(
  context: Context,
  entry: Pick<LoadedEntry, 'collection'>,
  path: string,
): Promise<readonly Hop[]> {
  const relation = resolveRelation((await definitionsOf(context)).model, entry.collection, path)
  return relation.ok ? relation.plan.hops : []
}

async function linkedSince(
  context: Context,
  entry: LoadedEntry,
  path: string,
  personId: string,
): Promise<string | undefined> {
  const { timeZone } = context.tenant
  const hops = await hopsOf(context, entry, path)
  const backward = hops.findLastIndex(({ direction }) => direction === 'backward')
  if (backward !== -1) {
    const { model } = await definitionsOf(context)
    const through = hops[backward]
    const startsOn = through && model.collections.get(through.to)?.relation?.startsOn
    return relationSince(context.db, { hops, backward, startsOn, entryId: entry.id, personId, timeZone })
  }
  const [first] = hops
  if (!first || hops.length > 1) return undefined
  const events = await movesAndChangesOf(context.db, [entry.id])
  const changed = events.findLast(
    ({ payload }) => 'changes' in payload && payload.changes && first.field in payload.changes,
  )
  return localDay(changed?.at ?? entry.createdAt, timeZone)
}
