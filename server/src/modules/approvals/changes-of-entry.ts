// SPDX-License-Identifier: MIT
import { conflictsOf, inLocale, maskValues } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import {
  type ChangeRow,
  changesOfEntry,
  type ChangeState,
  circuitOf,
  type DecisionRow,
  decisionsOf,
  type NamedCircuit,
} from '../change-requests/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import {
  fieldViews,
  getEntry,
  holdingConditions,
  type LoadedEntry,
  referredTitles,
} from '../entries/index.ts'
import { type EventRecord, movesAndChangesOf } from '../events/index.ts'
import { logReads } from '../sensitive-reads/index.ts'
import { deciderCondition, isProposerOf, mayDecide } from './deciders.ts'

/** One field of a change request: what was there, what is proposed, and who changed it meanwhile. */
export type ProposedField = {
  readonly key: string
  readonly label: string
  /** As a person reads them; '' when empty. */
  readonly before: string
  readonly proposed: string
  /** As stored. */
  readonly values: readonly [before: unknown, proposed: unknown]
  readonly conflict?: { readonly now: string; readonly by: string | null; readonly at: Date | null }
}

export type LevelDecision = {
  readonly level: string
  readonly accepted: boolean
  readonly reason: string | null
  readonly by: string | null
  readonly at: Date
}

/** A change request as the actor may read it: their readable fields of it, what may be done with it. */
export type ChangeRequest = {
  readonly id: string
  readonly version: number
  readonly state: ChangeState
  readonly circuit: string
  /** The level that decides now: its title, its place from 1, and how many there are. */
  readonly level: { readonly title: string; readonly place: number; readonly of: number }
  readonly proposer: string | null
  readonly proposedAt: Date
  readonly dueAt: Date | null
  readonly overdue: boolean
  readonly fields: readonly ProposedField[]
  readonly decisions: readonly LevelDecision[]
  readonly may: { readonly decide: boolean; readonly withdraw: boolean }
}

const mostShown = 50

/**
 * The change requests of an entry, those that wait first. One without any field that the actor may read is not told,
 * nor are the fields that they may not read.
 *
 * @throws Problem `not-found`
 */
export async function listChangeRequests(
  context: Context,
  entryId: string,
): Promise<{ readonly entryVersion: number; readonly requests: ChangeRequest[] }> {
  const entry = await getEntry(context.db, context, entryId)
  const rows = (await changesOfEntry(context.db, entryId, mostShown)).filter(({ changes }) =>
    Object.keys(changes).some((field) => entry.readable.has(field)),
  )
  const { collection, definition } = entry
  await logReads(context, 'approval', {
    collection,
    definition,
    entries: rows.map(({ changes }) => ({ id: entryId, values: maskValues(changes, entry.readable) })),
  })
  const definitions = await definitionsOf(context)
  const named = new Map(
    rows.map(({ circuit }) => [circuit, circuitOf(definitions, entry.collection, circuit)] as const),
  )
  const [decisions, conflicts, decides, read] = await Promise.all([
    decisionsById(context, rows),
    conflictsById(context, entry, rows),
    deciderOf(context, entry, rows, named),
    valueReader(context, entry, rows),
  ])
  const requests = rows.map((row): ChangeRequest => {
    const circuit = named.get(row.circuit)
    const isPending = row.state === 'pending'
    const levels = circuit?.circuit.levels ?? []
    const title = (level: number) =>
      levels[level] ? inLocale(levels[level].title, context.actor.locale) : ''
    return {
      id: row.id,
      version: row.version,
      state: row.state,
      circuit: circuit ? inLocale(circuit.circuit.title, context.actor.locale) : row.circuit,
      level: { title: title(row.level), place: row.level + 1, of: levels.length },
      proposer: row.proposer_name,
      proposedAt: row.proposed_at,
      dueAt: row.due_at,
      overdue: isPending && row.due_at !== null && row.due_at < context.clock.now(),
      fields: read(row, conflicts.get(row.id) ?? new Map()),
      decisions: (decisions.get(row.id) ?? []).map((decision) => ({
        level: title(decision.level),
        accepted: decision.accepted,
        reason: decision.reason,
        by: decision.actor_name,
        at: decision.at,
      })),
      may: {
        decide:
          isPending &&
          circuit !== undefined &&
          mayDecide(context, { change: row, entry, named: circuit, isDecider: decides(row) }),
        withdraw: isPending && isProposerOf(context, row),
      },
    }
  })
  return { entryVersion: entry.version, requests }
}

async function decisionsById(context: Context, rows: readonly ChangeRow[]) {
  const ids = rows.map(({ id }) => id)
  return Map.groupBy<string, DecisionRow>(await decisionsOf(context.db, ids), ({ request_id }) => request_id)
}

type Named = ReadonlyMap<string, NamedCircuit | undefined>

/** Whether the actor is of the level that a request waits for, all in one query. */
async function deciderOf(context: Context, entry: LoadedEntry, rows: readonly ChangeRow[], named: Named) {
  const conditions = new Map(
    rows.flatMap((row) => {
      const circuit = row.state === 'pending' ? named.get(row.circuit) : undefined
      const condition = circuit && deciderCondition(context, circuit, row.level)
      return condition ? [[row.id, condition] as const] : []
    }),
  )
  const held = await holdingConditions(context.db, context, entry, [...conditions.values()])
  return ({ id }: ChangeRow) => {
    const condition = conditions.get(id)
    return condition !== undefined && held.has(condition)
  }
}

type Conflicts = ReadonlyMap<string, { readonly by: string | null; readonly at: Date | null }>

/** The fields that somebody changed after they were proposed, with who did and when; of requests that wait. */
async function conflictsById(
  context: Context,
  entry: LoadedEntry,
  rows: readonly ChangeRow[],
): Promise<ReadonlyMap<string, Conflicts>> {
  const found = rows.flatMap((row) => {
    const fields = row.state === 'pending' ? conflictsOf(row.changes, entry.values) : []
    return fields.length > 0 ? [{ row, fields }] : []
  })
  if (found.length === 0) return new Map()
  const events = (await movesAndChangesOf(context.db, [entry.id])).toReversed()
  return new Map(
    found.map(({ row, fields }) => [
      row.id,
      new Map(
        fields.map((field) => {
          const event = events.find((one) => one.at >= row.proposed_at && changedFields(one).includes(field))
          return [field, { by: event?.actor.name ?? null, at: event?.at ?? null }]
        }),
      ),
    ]),
  )
}

function changedFields({ payload }: EventRecord): string[] {
  return 'changes' in payload ? Object.keys(payload.changes ?? {}) : []
}

/** Values as a person reads them: those that the actor may read. */
async function valueReader(context: Context, entry: LoadedEntry, rows: readonly ChangeRow[]) {
  const { definition, readable } = entry
  const side = (row: ChangeRow, at: 0 | 1) =>
    Object.fromEntries(
      Object.entries(row.changes).flatMap(([key, pair]) => (readable.has(key) ? [[key, pair[at]]] : [])),
    )
  const all = [...rows.flatMap((row) => [side(row, 0), side(row, 1)]), masked(entry)]
  const titles = await referredTitles(context, entry.collection, definition, all)
  const words = { locale: context.actor.locale, timeZone: context.tenant.timeZone }
  const shown = (values: Readonly<Record<string, unknown>>) =>
    new Map(fieldViews(definition, values, titles, words).map((view) => [view.key, view]))
  const now = shown(masked(entry))
  return (row: ChangeRow, conflicts: Conflicts): ProposedField[] => {
    const [before, proposed] = [shown(side(row, 0)), shown(side(row, 1))]
    return [...proposed.values()].map(({ key, label, display }) => {
      const conflict = conflicts.get(key)
      return {
        key,
        label,
        before: before.get(key)?.display ?? '',
        proposed: display,
        values: row.changes[key] ?? [null, null],
        ...(conflict && { conflict: { now: now.get(key)?.display ?? '', ...conflict } }),
      }
    })
  }
}

function masked({ values, readable }: LoadedEntry) {
  return maskValues(values, readable)
}
