// SPDX-License-Identifier: MIT
import { conditionFor, maskValues, system, writableFields } from '@guichet/engine'
import { actingAs, type Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { recordEvent } from '../events/index.ts'
import { checkValues } from './check-values.ts'
import { markDeleted, rowSatisfies } from './entries.queries.ts'
import { actorGrants } from './held-grants.ts'
import { getEntry, type LoadedEntry } from './load-entry.ts'
import { type ProposedEdit, proposeChanges } from './propose-changes.ts'
import { writeEntry } from './write-entry.ts'

export type ChangeEntry = {
  readonly id: string
  /** Version the actor saw; another one means that somebody wrote meanwhile. */
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
}

/** What an edit did: the version it left, and what waits for an approval instead of being written. */
export type ChangedEntry = { readonly version: number; readonly proposed: readonly ProposedEdit[] }

/**
 * Changes fields of an entry. Nothing is written, and no event, when nothing differs. Fields that the actor edits
 * under a circuit of approval keep their value: the edit waits as a change request.
 *
 * @throws Problem `not-found`, `not-allowed`, `entry-changed` with the entry as it is now, `invalid-input`
 */
export async function changeEntry(context: Context, request: ChangeEntry, tx?: Tx): Promise<ChangedEntry> {
  return tx
    ? change(tx, context, request)
    : context.db.transaction().execute((own) => change(own, context, request))
}

async function change(tx: Tx, context: Context, request: ChangeEntry): Promise<ChangedEntry> {
  const entry = await getEntry(tx, context, request.id, { forUpdate: true })
  if (!entry.may('edit')) throw problem('not-allowed')
  requireVersion(entry, request.version)
  const given = await checkValues(tx, context, {
    collection: entry.collection,
    definition: entry.definition,
    candidates: request.values,
    writable: writableFields(entry.holding, entry.definition),
    required: 'given',
    files: { entryId: entry.id },
  })
  const { now, proposed } = await proposeChanges(tx, context, entry, given)
  if (proposed.length > 0 && Object.keys(now).length === 0) return { version: entry.version, proposed }
  const written = await writeEntry(tx, context, entry, now)
  if (Object.keys(written.changes).length === 0) return { version: written.version, proposed }
  await requireStillAllowed(tx, context, entry)
  await recordEvent(tx, context, {
    kind: 'entry.changed',
    entry: { id: entry.id, collection: entry.collection },
    payload: { changes: written.changes },
  })
  return { version: written.version, proposed }
}

/**
 * Writes what a circuit has accepted, to a locked entry, checked anew: what it refers to may be gone. The right to
 * propose it, and to refer to what it names, was looked at when it was proposed.
 *
 * @throws Problem `invalid-input`
 */
export async function applyChanges(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  { values, changeRequestId }: { values: ChangeEntry['values']; changeRequestId: string },
): Promise<void> {
  const given = await checkValues(tx, actingAs(context, system), {
    collection: entry.collection,
    definition: entry.definition,
    candidates: values,
    writable: new Set(Object.keys(values)),
    required: 'given',
    files: { entryId: entry.id },
  })
  const written = await writeEntry(tx, context, entry, given)
  if (Object.keys(written.changes).length === 0) return
  await recordEvent(tx, context, {
    kind: 'entry.changed',
    entry: { id: entry.id, collection: entry.collection },
    payload: { changes: written.changes, changeRequestId },
  })
}

/**
 * Takes an entry out of every list. Its rows, documents and history stay until the retention rules say otherwise.
 *
 * @throws Problem `not-found`, `not-allowed`, `entry-changed`
 */
export async function deleteEntry(
  context: Context,
  request: { id: string; version: number; reason?: string },
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    const entry = await getEntry(tx, context, request.id, { forUpdate: true })
    if (!entry.may('delete')) throw problem('not-allowed')
    requireVersion(entry, request.version)
    await markDeleted(tx, entry.collection, entry.id, context.clock.now())
    await recordEvent(tx, context, {
      kind: 'entry.deleted',
      entry: { id: entry.id, collection: entry.collection },
      payload: request.reason ? { reason: request.reason } : {},
    })
  })
}

/** Refuses to write over what the actor has not seen; the answer carries the entry as it is now. */
export function requireVersion(entry: LoadedEntry, version: number): void {
  if (entry.version !== version) throw problem('entry-changed', { current: currentOf(entry) })
}

function currentOf({ id, version, state, updatedAt, values, readable }: LoadedEntry) {
  return { id, version, state, updatedAt: updatedAt.toISOString(), values: maskValues(values, readable) }
}

/** An edit may not push an entry out of the rows that its author may edit: the row is checked as it stands after. */
async function requireStillAllowed(tx: Tx, context: Context, entry: LoadedEntry): Promise<void> {
  const definitions = await definitionsOf(context)
  const condition = conditionFor(actorGrants(definitions, entry.collection, context), 'edit')
  const allowed = await rowSatisfies(tx, context, definitions, {
    collection: entry.collection,
    id: entry.id,
    condition,
  })
  if (!allowed) throw problem('not-allowed')
}
