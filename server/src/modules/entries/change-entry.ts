// SPDX-License-Identifier: MIT
import { conditionFor, maskValues, writableFields } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { recordEvent } from '../events/index.ts'
import { checkValues } from './check-values.ts'
import { markDeleted, rowSatisfies } from './entries.queries.ts'
import { actorGrants } from './held-grants.ts'
import { getEntry, type LoadedEntry } from './load-entry.ts'
import { writeEntry } from './write-entry.ts'

export type ChangeEntry = {
  readonly id: string
  /** Version the actor saw; another one means that somebody wrote meanwhile. */
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * Changes fields of an entry. Nothing is written, and no event, when nothing differs.
 *
 * @throws Problem `not-found`, `not-allowed`, `entry-changed` with the entry as it is now, `invalid-input`
 */
export async function changeEntry(
  context: Context,
  request: ChangeEntry,
  tx?: Tx,
): Promise<{ version: number }> {
  return tx
    ? change(tx, context, request)
    : context.db.transaction().execute((own) => change(own, context, request))
}

async function change(tx: Tx, context: Context, request: ChangeEntry): Promise<{ version: number }> {
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
  const written = await writeEntry(tx, context, entry, given)
  if (Object.keys(written.changes).length === 0) return { version: written.version }
  await requireStillAllowed(tx, context, entry)
  await recordEvent(tx, context, {
    kind: 'entry.changed',
    entry: { id: entry.id, collection: entry.collection },
    payload: { changes: written.changes },
  })
  return { version: written.version }
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
