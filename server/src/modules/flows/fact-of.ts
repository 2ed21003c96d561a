// SPDX-License-Identifier: MIT
import { collectionOf, type FlowFact } from '@guichet/engine'
import type { EventKind, EventRecord } from '../events/index.ts'

/** The fact that an event is for flows; `undefined` when no flow starts on events of its kind. */
export function factOf(event: EventRecord): FlowFact | undefined {
  if (event.collection === null) return undefined
  const collection = collectionOf(event.collection)
  if (isOf(event, 'entry.created')) return { kind: 'entry-created', collection }
  if (isOf(event, 'entry.changed')) {
    return { kind: 'entry-changed', collection, fields: Object.keys(event.payload.changes) }
  }
  if (isOf(event, 'entry.moved'))
    return { kind: 'entry-moved', collection, transition: event.payload.transition }
  if (isOf(event, 'message.posted')) return { kind: 'message-posted', collection }
  if (isOf(event, 'receipt.given')) return { kind: 'acknowledged', collection }
  if (isOf(event, 'clock.near')) return { kind: 'clock-near', collection }
  if (isOf(event, 'clock.expired')) return { kind: 'clock-expired', collection }
  if (isOf(event, 'task.done')) return { kind: 'task-done', collection, task: event.payload.task }
  return undefined
}

/** What templates and expressions read of the fact: `reason`, `transition`, who acted. */
export function eventVariables(event: EventRecord): Record<string, unknown> {
  const payload: Readonly<Record<string, unknown>> = event.payload
  return { ...payload, kind: event.kind, at: event.at.toISOString(), actor: event.actor.name ?? '' }
}

export function isOf<K extends EventKind>(event: EventRecord, kind: K): event is EventRecord<K> {
  return event.kind === kind
}
