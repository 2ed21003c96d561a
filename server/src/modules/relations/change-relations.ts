// SPDX-License-Identifier: MIT
import { all, compare, current } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
import { changeEntry, countEntries, createEntry, getEntry } from '../entries/index.ts'
import { type RelationSide, sidesOf } from './relation-sides.ts'
import { keyOf, mayAdd, standingOn } from './relations-of.ts'

export type NewRelation = {
  /** The entry at hand, and the panel (`solution.collection:side`) it is added to. */
  readonly entryId: string
  readonly panel: string
  readonly other: string
  readonly kind?: string | undefined
  /** Today when absent. */
  readonly startsOn?: string | undefined
}

export type EndRelation = {
  readonly entryId: string
  readonly relationId: string
  /** Last day; today when absent. */
  readonly endsOn?: string | undefined
  readonly reason?: string | undefined
}

export type RelationRefusal =
  'no-one' | 'itself' | 'missing-kind' | 'already-linked' | 'already-ended' | 'ends-before-start'
export type RelationOutcome =
  { readonly ok: true; readonly id: string } | { readonly ok: false; readonly refusal: RelationRefusal }

const refused = (refusal: RelationRefusal): RelationOutcome => ({ ok: false, refusal })

/**
 * Links an entry with another one from a day on, under the actor's own right to create such relations.
 *
 * @throws Problem `not-found`, `not-allowed`, `invalid-input`
 */
export async function addRelation(context: Context, request: NewRelation): Promise<RelationOutcome> {
  const { part } = await partOf(context, request.entryId, ({ panel }) => panel === request.panel)
  const { ref, relation, own, other } = part
  if (!mayAdd(context, await definitionsOf(context), part)) throw problem('not-allowed')
  if (request.other === '') return refused('no-one')
  if (request.other === request.entryId) return refused('itself')
  if (relation.kind !== undefined && !request.kind) return refused('missing-kind')
  const ends = { [own]: request.entryId, [other]: request.other }
  const ofKind = relation.kind === undefined ? {} : { [relation.kind]: request.kind ?? '' }
  const same = Object.entries({ ...ends, ...ofKind }).map(([key, value]) => compare(key, 'eq', value))
  const { count } = await countEntries(context, { collection: ref, where: all(...same, current(relation)) })
  if (count > 0) return refused('already-linked')
  const startsOn = request.startsOn || localDay(context.clock.now(), context.tenant.timeZone)
  const values = { ...ends, ...ofKind, [relation.startsOn]: startsOn }
  const { id } = await createEntry(context, { collection: ref, values, owner: null })
  return { ok: true, id }
}

/**
 * Ends a link of an entry after its last day. It stays, with its reason: nothing is erased.
 *
 * @throws Problem `not-found`, `not-allowed`, `entry-changed`, `invalid-input`
 */
export async function endRelation(context: Context, request: EndRelation): Promise<RelationOutcome> {
  const line = await getEntry(context.db, context, request.relationId)
  const { part } = await partOf(
    context,
    request.entryId,
    ({ ref, own }) => ref === line.collection && line.values[own] === request.entryId,
  )
  if (part.isMembership || !line.may('edit')) throw problem('not-allowed')
  const { relation } = part
  const text = (key: string) => (typeof line.values[key] === 'string' ? line.values[key] : null)
  const days = { startsOn: text(relation.startsOn), endsOn: text(relation.endsOn) }
  const today = localDay(context.clock.now(), context.tenant.timeZone)
  if (standingOn(today, days) === 'ended') return refused('already-ended')
  const endsOn = request.endsOn || today
  if (days.startsOn !== null && endsOn < days.startsOn) return refused('ends-before-start')
  const reason =
    relation.endReason !== undefined && request.reason ? { [relation.endReason]: request.reason } : {}
  await changeEntry(context, {
    id: line.id,
    version: line.version,
    values: { [relation.endsOn]: endsOn, ...reason },
  })
  return { ok: true, id: line.id }
}

async function partOf(
  context: Context,
  entryId: string,
  is: (part: RelationSide & { readonly panel: string }) => boolean,
): Promise<{ part: RelationSide }> {
  const entry = await getEntry(context.db, context, entryId)
  const sides = sidesOf(await definitionsOf(context), entry.collection)
  const part = sides.find((side) => is({ ...side, panel: keyOf(side) }))
  if (!part) throw problem('not-found')
  return { part }
}
