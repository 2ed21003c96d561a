// SPDX-License-Identifier: MIT
import type { LoadedEntry } from '../entries/index.ts'
import type { EventKind, EventRecord } from '../events/index.ts'

/** Kinds a program may ask for: facts about an entry, whose reading the rights on that entry decide. */
export const offeredKinds = [
  'entry.created',
  'entry.changed',
  'entry.moved',
  'message.posted',
  'note.added',
  'document.deposited',
  'task.created',
  'task.done',
  'task.cancelled',
  'clock.near',
  'clock.expired',
] as const satisfies readonly EventKind[]
export type OfferedKind = (typeof offeredKinds)[number]

/** What a program is told of an event: the fact, and the entry as the owner of the webhook may read it now. */
export type EventMessage = {
  readonly id: number
  readonly kind: EventKind
  readonly at: string
  readonly actor: { readonly kind: string; readonly name: string | null } | null
  readonly entry: {
    readonly id: string
    readonly collection: string
    readonly number: string | null
    readonly title: string
    readonly state: string | null
    readonly version: number
    readonly createdAt: string
    readonly updatedAt: string
    readonly values: Readonly<Record<string, unknown>>
  }
  readonly payload: Readonly<Record<string, unknown>>
}

/**
 * The message about an event, masked for the reader of `entry`; `undefined` when nothing of the fact is for them (a
 * note of another audience, a change of fields they may not read).
 */
export function eventMessage(event: EventRecord, entry: LoadedEntry): EventMessage | undefined {
  const payload = maskedPayload(event, entry)
  if (!payload) return undefined
  return {
    id: event.id,
    kind: event.kind,
    at: event.at.toISOString(),
    // Who acted is part of the history.
    actor: entry.may('history') ? { kind: event.actor.kind, name: event.actor.name } : null,
    entry: {
      id: entry.id,
      collection: entry.collection,
      number: entry.number,
      title: entry.title,
      state: entry.state,
      version: entry.version,
      createdAt: entry.createdAt.toISOString(),
      updatedAt: entry.updatedAt.toISOString(),
      values: readable(entry.values, entry),
    },
    payload,
  }
}

function maskedPayload(event: EventRecord, entry: LoadedEntry): Record<string, unknown> | undefined {
  if (isOf(event, 'entry.changed')) {
    const changes = readable(event.payload.changes, entry)
    return Object.keys(changes).length > 0 ? { changes } : undefined
  }
  if (isOf(event, 'entry.moved')) {
    const { changes, reason, asked, ...move } = event.payload
    const named = asked?.filter(({ field }) => entry.readable.has(field)) ?? []
    return {
      ...move,
      ...(reason !== undefined && entry.may('history') ? { reason } : {}),
      ...(changes ? { changes: readable(changes, entry) } : {}),
      ...(named.length > 0 ? { asked: named } : {}),
    }
  }
  if (isOf(event, 'note.added')) {
    return entry.noteAudiences.has(event.payload.audience) ? { ...event.payload } : undefined
  }
  if (isOf(event, 'document.deposited')) {
    const { field, name } = event.payload
    // Put beside the answers, perhaps for those who handle the entry alone.
    if (name !== undefined && !entry.may('history')) return undefined
    return field === undefined || entry.readable.has(field) ? { ...event.payload } : undefined
  }
  return { ...event.payload }
}

function readable<V>(values: Readonly<Record<string, V>>, entry: LoadedEntry): Record<string, V> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => entry.readable.has(field)))
}

function isOf<K extends EventKind>(event: EventRecord, kind: K): event is EventRecord<K> {
  return event.kind === kind
}
