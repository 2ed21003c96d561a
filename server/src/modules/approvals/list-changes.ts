// SPDX-License-Identifier: MIT
import { type CollectionRef, inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { circuitOf, countWaiting, waitingAt, type WaitingRow } from '../change-requests/index.ts'
import { definitionsOf } from '../definitions/index.ts'
import { isUuid } from '../entries/index.ts'
import { decidedPlaces } from './deciders.ts'

/** A change request that waits for the reader. */
export type WaitingChange = {
  readonly id: string
  readonly entryId: string
  readonly entryNumber: string | null
  readonly entryTitle: string
  readonly collection: CollectionRef
  readonly circuit: string
  readonly level: string
  readonly proposer: string | null
  readonly proposedAt: Date
  readonly dueAt: Date | null
  readonly overdue: boolean
}

/** Beyond, an interface shows « 99+ ». */
const countedAtMost = 100

/**
 * The change requests that the acting person decides now, oldest first, by pages.
 *
 * @throws Problem `sign-in-required`; `malformed-request` for a cursor that was not ours
 */
export async function listChangesToDecide(
  context: Context,
  query: { readonly after?: string | undefined; readonly limit?: number | undefined } = {},
): Promise<{ rows: WaitingChange[]; next: string | null }> {
  if (context.actor.kind !== 'person') throw problem('sign-in-required')
  const { after } = query
  if (after !== undefined && !isUuid(after)) throw problem('malformed-request', { path: 'after' })
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200)
  const places = await decidedPlaces(context)
  const rows = places.length === 0 ? [] : await waitingAt(context.db, places, { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return {
    rows: await Promise.all(page.map((row) => toWaiting(context, row))),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** How many there are, 100 at most; none, and no query, for who decides nothing. */
export async function countChangesToDecide(
  context: Context,
): Promise<{ readonly decides: boolean; readonly count: number }> {
  const places = await decidedPlaces(context)
  if (places.length === 0) return { decides: false, count: 0 }
  return { decides: true, count: await countWaiting(context.db, places, countedAtMost) }
}

async function toWaiting(context: Context, row: WaitingRow): Promise<WaitingChange> {
  const { locale } = context.actor
  // Written by `proposeChanges`, which takes a collection reference.
  const collection = row.collection as CollectionRef
  const circuit = circuitOf(await definitionsOf(context), collection, row.circuit)?.circuit
  const level = circuit?.levels[row.level]
  return {
    id: row.id,
    entryId: row.entry_id,
    entryNumber: row.number,
    entryTitle: row.title,
    collection,
    circuit: circuit ? inLocale(circuit.title, locale) : row.circuit,
    level: level ? inLocale(level.title, locale) : '',
    proposer: row.proposer_name,
    proposedAt: row.proposed_at,
    dueAt: row.due_at,
    overdue: row.due_at !== null && row.due_at < context.clock.now(),
  }
}
