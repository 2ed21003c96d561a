// SPDX-License-Identifier: MIT
import { type EditPlan, levelAfter, planEdit, type ProposedChanges, sameValue, system } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { circuitOf, dueAt, insertChanges, type NamedCircuit } from '../change-requests/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { eventActor, recordEvents } from '../events/index.ts'
import { holdingConditions } from './holding-conditions.ts'
import type { LoadedEntry } from './load-entry.ts'

type Values = Readonly<Record<string, unknown>>

/** An edit that waits for its circuit. */
export type ProposedEdit = {
  readonly id: string
  /** `solution.circuit` */
  readonly circuit: string
  readonly fields: readonly string[]
}

/**
 * Takes out of checked values those that must wait, and keeps them as change requests, one a circuit, with their
 * events, in the caller's transaction.
 *
 * @returns what is written at once, and what waits. A circuit none of whose levels concerns the entry asks nothing.
 */
export async function proposeChanges(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  given: Values,
): Promise<{ readonly now: Values; readonly proposed: readonly ProposedEdit[] }> {
  const plan = planEdit(entry.holding, Object.keys(given))
  const waiting = await waitingEdits(tx, context, entry, given, plan)
  const at = context.clock.now()
  const proposer = eventActor(context.actor)
  await insertChanges(
    tx,
    waiting.map(({ id, named, level, changes }) => ({
      id,
      entry_id: entry.id,
      collection: entry.collection,
      circuit: named.name,
      level,
      due_at: dueAt(named.circuit.levels[level], at),
      reminded_at: null,
      changes: JSON.stringify(changes),
      state: 'pending' as const,
      proposer_kind: proposer.kind,
      proposer_id: proposer.id,
      proposer_name: proposer.name,
      proposed_at: at,
    })),
  )
  await recordEvents(
    tx,
    waiting.map(({ id, named, level, changes }) => ({
      context,
      kind: 'change.proposed' as const,
      entry: { id: entry.id, collection: entry.collection },
      payload: { changeRequestId: id, circuit: named.name, level, fields: Object.keys(changes) },
    })),
  )
  const proposed = waiting.map(({ id, named, changes }) => ({
    id,
    circuit: named.name,
    fields: Object.keys(changes),
  }))
  const kept = new Set([...plan.proposed.values()].flat())
  for (const [circuit, fields] of plan.proposed) {
    // No level concerns this entry, or nothing differs: the fields are as free as the others.
    if (!waiting.some(({ asked }) => asked === circuit)) for (const field of fields) kept.delete(field)
  }
  return { now: Object.fromEntries(Object.entries(given).filter(([key]) => !kept.has(key))), proposed }
}

type WaitingEdit = {
  readonly id: string
  /** As the grant names it. */
  readonly asked: string
  readonly named: NamedCircuit
  readonly level: number
  readonly changes: ProposedChanges
}

async function waitingEdits(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  given: Values,
  plan: EditPlan,
): Promise<WaitingEdit[]> {
  const waiting: WaitingEdit[] = []
  for (const [asked, fields] of plan.proposed) {
    const named = circuitOf(await definitionsOf(context), entry.collection, asked)
    if (!named) throw new Error(`no circuit ${asked}: the solution was not checked`)
    const level = await nextLevel(tx, context, entry, named, -1)
    const changes = changesOf(entry.values, given, fields)
    // Proposing what is already there asks nothing of anybody, and is not written either.
    if (level === undefined) continue
    if (Object.keys(changes).length > 0)
      waiting.push({ id: context.ids.next(), asked, named, level, changes })
  }
  return waiting
}

function changesOf(before: Values, given: Values, fields: readonly string[]): ProposedChanges {
  return Object.fromEntries(
    fields
      .filter((field) => !sameValue(before[field], given[field]))
      .map((field) => [field, [before[field] ?? null, given[field] ?? null] as const]),
  )
}

/** The level that comes after `level` on the entry as it stands in this transaction; none: the edit may be written. */
export async function nextLevel(
  tx: Tx,
  context: Context,
  entry: Pick<LoadedEntry, 'id' | 'collection'>,
  { circuit }: NamedCircuit,
  level: number,
): Promise<number | undefined> {
  const conditions = circuit.levels.slice(level + 1).flatMap(({ when }) => when ?? [])
  const holding = await holdingConditions(tx, actingAs(context, system), entry, conditions)
  return levelAfter(circuit, level, (condition) => holding.has(condition))
}
