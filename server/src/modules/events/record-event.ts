// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { eventActor, type EventKind, type EventPayloads } from './event.ts'
import type { EventsTables } from './events.tables.ts'

/** The queue on which each event of an entry is handed to the flows. */
export const dispatchQueue = 'events.dispatch'

/**
 * Writes a fact in the caller's transaction and, for a fact about an entry, queues its dispatch to the flows in that
 * same transaction: neither exists without the other.
 *
 * @returns the event's id, increasing in the order of writing
 */
export async function recordEvent<K extends EventKind>(
  tx: Tx,
  context: Context,
  event: { kind: K; entry?: { id: string; collection: CollectionRef }; payload: EventPayloads[K] },
): Promise<number> {
  const actor = eventActor(context.actor)
  const { id } = await tx
    .withTables<EventsTables>()
    .insertInto('events')
    .values({
      at: context.clock.now(),
      kind: event.kind,
      entry_id: event.entry?.id ?? null,
      collection: event.entry?.collection ?? null,
      actor_kind: actor.kind,
      actor_id: actor.id,
      actor_name: actor.name,
      payload: JSON.stringify(event.payload),
      seal_id: null,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  if (event.entry) await context.jobs.send(tx, dispatchQueue, { eventId: id })
  return id
}
