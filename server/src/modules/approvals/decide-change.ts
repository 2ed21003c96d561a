// SPDX-License-Identifier: MIT
import { conflictsOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { inputProblems } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import {
  changeById,
  type ChangeRow,
  type ChangeState,
  circuitOf,
  dueAt,
  insertDecision,
  type NamedCircuit,
  updateChange,
} from '../change-requests/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import {
  applyChanges,
  getEntry,
  holdingConditions,
  isUuid,
  type LoadedEntry,
  nextLevel,
} from '../entries/index.ts'
import { eventActor, recordEvent } from '../events/index.ts'
import { deciderCondition, isProposerOf, mayDecide } from './deciders.ts'

export type DecideChange = {
  readonly id: string
  /** Version of the request that the actor saw. */
  readonly version: number
  readonly accepts: boolean
  /** Why; asked of who rejects. */
  readonly reason?: string | undefined
  /** Writes the change over values that somebody else changed meanwhile: the version of the entry that was seen. */
  readonly overEntryVersion?: number | undefined
}

/**
 * Accepts or rejects a change request at the level it has reached. The last level that accepts has the change written,
 * once, in the same transaction.
 *
 * @throws Problem `not-found`; `not-allowed` to who does not decide this level; `change-decided` when it was decided or
 *   withdrawn meanwhile; `change-conflict` when a value changed since it was proposed; `invalid-input`
 */
export async function decideChange(
  context: Context,
  request: DecideChange,
): Promise<{ readonly state: ChangeState }> {
  return context.db.transaction().execute(async (tx) => {
    const { change, entry } = await lockChange(tx, context, request)
    const named = circuitOf(await definitionsOf(context), entry.collection, change.circuit)
    const isDecider = named !== undefined && (await isOfLevel(tx, context, entry, named, change.level))
    if (!named || !mayDecide(context, { change, entry, named, isDecider })) throw problem('not-allowed')
    const reason = reasonOf(request)
    await insertDecision(tx, decisionRow(context, change, request.accepts, reason))
    const facts = { changeRequestId: change.id, circuit: change.circuit, level: change.level }
    const about = { id: entry.id, collection: entry.collection }
    if (!request.accepts) {
      await updateChange(tx, change.id, { state: 'rejected' })
      await recordEvent(tx, context, {
        kind: 'change.rejected',
        entry: about,
        payload: { ...facts, reason: reason ?? '' },
      })
      return { state: 'rejected' }
    }
    const next = await nextLevel(tx, context, entry, named, change.level)
    if (next !== undefined) {
      const due_at = dueAt(named.circuit.levels[next], context.clock.now())
      await updateChange(tx, change.id, { level: next, due_at })
    } else await apply(tx, context, { change, entry, request })
    await recordEvent(tx, context, {
      kind: 'change.accepted',
      entry: about,
      payload: { ...facts, ...(next !== undefined && { next }), ...(reason && { reason }) },
    })
    return { state: next === undefined ? 'applied' : 'pending' }
  })
}

/**
 * Takes back what one has proposed, as long as no circuit has written it.
 *
 * @throws Problem `not-found`; `not-allowed` to anybody else; `change-decided`
 */
export async function withdrawChange(
  context: Context,
  request: { readonly id: string; readonly version: number },
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const { change, entry } = await lockChange(tx, context, request)
    if (!isProposerOf(context, change)) throw problem('not-allowed')
    await updateChange(tx, change.id, { state: 'withdrawn' })
    await recordEvent(tx, context, {
      kind: 'change.withdrawn',
      entry: { id: entry.id, collection: entry.collection },
      payload: { changeRequestId: change.id, circuit: change.circuit, level: change.level },
    })
  })
}

/** The entry is locked before its request, as an edit does: two transactions never wait for each other. */
async function lockChange(
  tx: Tx,
  context: Context,
  { id, version }: { id: string; version: number },
): Promise<{ change: ChangeRow; entry: LoadedEntry }> {
  const found = isUuid(id) ? await changeById(tx, id) : undefined
  if (!found) throw problem('not-found')
  const entry = await getEntry(tx, context, found.entry_id, { forUpdate: true })
  const change = await changeById(tx, id, { forUpdate: true })
  if (!change || !showsSome(entry, change)) throw problem('not-found')
  if (change.state !== 'pending' || change.version !== version) throw problem('change-decided')
  return { change, entry }
}

/** A request exists only for who may read something of it. */
function showsSome(entry: LoadedEntry, { changes }: ChangeRow): boolean {
  return Object.keys(changes).some((field) => entry.readable.has(field))
}

async function isOfLevel(tx: Tx, context: Context, entry: LoadedEntry, named: NamedCircuit, level: number) {
  const condition = deciderCondition(context, named, level)
  return condition !== undefined && (await holdingConditions(tx, context, entry, [condition])).size > 0
}

function reasonOf({ accepts, reason }: DecideChange): string | undefined {
  const text = reason?.trim()
  if (!accepts && !text) {
    throw problem('invalid-input', {
      fields: inputProblems([{ path: 'reason', problem: { code: 'required' } }]),
    })
  }
  return text === '' ? undefined : text
}

function decisionRow(context: Context, change: ChangeRow, accepted: boolean, reason: string | undefined) {
  const { kind, id, name } = eventActor(context.actor)
  return {
    request_id: change.id,
    level: change.level,
    accepted,
    reason: reason ?? null,
    actor_kind: kind,
    actor_id: id,
    actor_name: name,
    at: context.clock.now(),
  }
}

async function apply(
  tx: Tx,
  context: Context,
  { change, entry, request }: { change: ChangeRow; entry: LoadedEntry; request: DecideChange },
): Promise<void> {
  const conflicts = conflictsOf(change.changes, entry.values)
  // Whoever writes over a value has seen the one that is there now, not another one since.
  if (conflicts.length > 0 && request.overEntryVersion !== entry.version) {
    throw problem('change-conflict', { fields: conflicts, entryVersion: entry.version })
  }
  const values = Object.fromEntries(
    Object.entries(change.changes).map(([field, [, proposed]]) => [field, proposed]),
  )
  await updateChange(tx, change.id, { state: 'applied' })
  await applyChanges(tx, context, entry, { values, changeRequestId: change.id })
}
