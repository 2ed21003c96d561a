// SPDX-License-Identifier: MIT
import {
  type Collection,
  type CollectionRef,
  type ClockEvent,
  clockEvents,
  type LocalizedText,
  type MoveFact,
  type Procedure,
  type Regime,
  regimeOn,
} from '@guichet/engine'
import type { Db, Tx } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import type { Release } from '../definitions/index.ts'
import type { LoadedEntry } from '../entries/index.ts'
import { type EventRecord, movesAndChangesOf } from '../events/index.ts'

/** An entry with the regime it was filed under. */
export type ClockSubject = {
  readonly id: string
  readonly collection: CollectionRef
  readonly definition: Collection
  readonly regime: Regime
  readonly procedure: LocalizedText
  readonly number: string | null
  readonly receivedOn: string
}

/** The procedure of a release by its key, with the regime of what it received on a day; nothing when it had none. */
export function procedureWithRegime(
  { solution }: Release,
  key: string | null,
  receivedOn: string,
): (Procedure & { readonly regime: Regime }) | undefined {
  const procedure =
    key !== null && Object.hasOwn(solution.procedures ?? {}, key) ? solution.procedures?.[key] : undefined
  const regime = procedure && regimeOn(procedure, receivedOn)
  return procedure && regime ? { ...procedure, regime } : undefined
}

/** The same, from a loaded entry; `undefined` when its procedure has no regime. */
export function subjectOf(entry: LoadedEntry, timeZone: string): ClockSubject | undefined {
  const { id, collection, definition, number } = entry
  const receivedOn = localDay(entry.createdAt, timeZone)
  const procedure = procedureWithRegime(entry.release, entry.procedure, receivedOn)
  if (!procedure) return undefined
  return {
    id,
    collection,
    definition,
    number,
    regime: procedure.regime,
    procedure: procedure.title,
    receivedOn,
  }
}

/** What clocks know of entries: the facts, and the moves they were read from. */
export type ClockFacts = { readonly events: readonly ClockEvent[]; readonly moves: readonly MoveFact[] }

/** The facts of the clocks of entries, from their journal. */
export async function clockFactsOf(
  executor: Db | Tx,
  subjects: readonly ClockSubject[],
  timeZone: string,
): Promise<Map<string, ClockFacts>> {
  const written = await movesAndChangesOf(
    executor,
    subjects.map(({ id }) => id),
  )
  const byEntry = Map.groupBy(written, ({ entryId }) => entryId)
  return new Map(
    subjects.map((subject) => {
      const moves = movesOf(byEntry.get(subject.id) ?? [], subject, timeZone)
      const { definition, regime, receivedOn } = subject
      return [subject.id, { moves, events: clockEvents(definition.lifecycle, regime, receivedOn, moves) }]
    }),
  )
}

/** Moves with the values they left, as far as the journal tells them. */
function movesOf(events: readonly EventRecord[], { definition }: ClockSubject, timeZone: string): MoveFact[] {
  const values: Record<string, unknown> = {}
  const moves: MoveFact[] = []
  for (const event of events) {
    if (isOf(event, 'entry.changed') || isOf(event, 'entry.moved')) {
      for (const [field, [, after]] of Object.entries(event.payload.changes ?? {})) values[field] = after
    }
    if (!isOf(event, 'entry.moved')) continue
    const { transition, reason, asked } = event.payload
    moves.push({
      on: localDay(event.at, timeZone),
      transition,
      reason,
      asked: asked?.flatMap(({ field }) => definition.fields[field]?.label ?? []),
      values: { ...values },
    })
  }
  return moves
}

function isOf<K extends EventRecord['kind']>(event: EventRecord, kind: K): event is EventRecord<K> {
  return event.kind === kind
}
