// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { eventActor, type EventKind, type EventPayloads } from './event.ts'
import type { EventsTables } from './events.tables.ts'

/** The queue on which each event of an entry is handed to the flows. */
export const dispatchQueue = 'events.dispatch'

/** A fact to write, with the context of who acts. */
export type NewEvent<K extends EventKind = EventKind> = {
  readonly context: Context
  readonly kind: K
  readonly entry?: { readonly id: string; readonly collection: CollectionRef }
  readonly payload: EventPayloads[K]
}

/**
 * Writes a fact in the caller's transaction and, for a fact about an entry, queues its dispatch to the flows in that
 * same transaction: neither exists without the other.
 *
 * @returns the event's id, increasing in the order of writing
 */
export async function recordEvent<K extends EventKind>(
  tx: Tx,
  context: Context,
  event: Omit<NewEvent<K>, 'context'>,
): Promise<number> {
  const [id] = await recordEvents(tx, [{ context, ...event }])
  if (id === undefined) throw new Error('an event was not written')
  return id
}

/** The same for many facts, whoever acts in each, in two statements; those of an import start no flow. */
export async function recordEvents(
  tx: Tx,
  events: readonly NewEvent[],
  { dispatched = true }: { readonly dispatched?: boolean } = {},
): Promise<number[]> {
  const [first] = events
  if (!first) return []
  const rows = await tx
    .withTables<EventsTables>()
    .insertInto('events')
    .values(events.map(toRow))
    .returning(['id', 'entry_id'])
    .execute()
  const ofEntries = rows.flatMap(({ id, entry_id }) => (entry_id === null ? [] : [{ eventId: id }]))
  if (dispatched) await first.context.jobs.sendMany(tx, dispatchQueue, ofEntries)
  return rows.map(({ id }) => id)
}

function toRow({ context, kind, entry, payload }: NewEvent) {
  const actor = eventActor(context.actor)
  const { profile, by } = context.actor.kind === 'person' ? context.actor : {}
  return {
    at: context.clock.now(),
    kind,
    entry_id: entry?.id ?? null,
    collection: entry?.collection ?? null,
    actor_kind: actor.kind,
    actor_id: actor.id,
    actor_name: actor.name,
    payload: JSON.stringify({ ...payload, ...(profile && { profile }), ...(by && { by }) }),
    seal_id: null,
  }
}
