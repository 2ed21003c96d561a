// SPDX-License-Identifier: MIT
import { type Transition, undoOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { loadEntries, type LoadedEntry } from '../entries/index.ts'
import { openTransitions } from '../views/index.ts'
import type { BulkItem } from './bulk.ts'
import { bulkOf, insertBulk, itemsOf, undoneBy } from './bulk.queries.ts'
import { movedOn, notNow, noWayBack } from './refusals.ts'
import { begin, getBulk } from './start-bulk.ts'

/**
 * Takes back what an action did, entry by entry, where the lifecycle has a way back and the entry is still where the
 * action left it: what others did since is theirs. It is an action on many entries like any other, with its own
 * results, and it starts at once when it asks for nothing.
 *
 * @returns the action that takes back; the same one when it was asked before
 * @throws Problem `not-found`; `transition-refused` while it runs, or when nothing can be taken back
 */
export async function undoBulk(context: Context, id: string): Promise<{ id: string; started: boolean }> {
  const bulk = await getBulk(context, id)
  if (bulk.status !== 'done') throw problem('transition-refused', { refusal: 'wrong-state' })
  const items = await undoItems(context, await itemsOf(context.db, id))
  const waiting = items.filter(({ status }) => status === 'waiting')
  const [first] = waiting
  const undoId = context.ids.next()
  return context.db.transaction().execute(async (tx) => {
    // One taking back at a time: the second waits here, then finds the first.
    await bulkOf(tx, { id, personId: bulk.personId, forUpdate: true })
    const before = await undoneBy(tx, id)
    if (before !== undefined) return { id: before, started: true }
    if (!first) throw problem('transition-refused', { refusal: 'wrong-state' })
    const { personId, locale, collection, origin } = bulk
    const createdAt = context.clock.now()
    await insertBulk(
      tx,
      {
        id: undoId,
        personId,
        locale,
        collection,
        transition: first.transition,
        origin,
        undoes: id,
        createdAt,
      },
      items,
    )
    const started = !waiting.some(({ asks }) => asks)
    if (started) await begin(tx, context, { id: undoId }, {})
    return { id: undoId, started }
  })
}

/** How many entries of a done action could be taken back now. */
export async function countUndoable(context: Context, items: readonly BulkItem[]): Promise<number> {
  return (await undoItems(context, items)).filter(({ status }) => status === 'waiting').length
}

type UndoItem = Pick<BulkItem, 'entryId' | 'version' | 'transition' | 'fromState' | 'status' | 'refusal'> & {
  /** Its way back wants a reason or answers. */
  readonly asks: boolean
}

async function undoItems(context: Context, items: readonly BulkItem[]): Promise<UndoItem[]> {
  const done = items.filter(({ status }) => status === 'done')
  const entries = await loadEntries(
    context.db,
    context,
    done.map(({ entryId }) => entryId),
  )
  return done.flatMap((item) => {
    const entry = entries.get(item.entryId)
    return entry ? [undoItem(entry, item)] : []
  })
}

function undoItem(entry: LoadedEntry, item: BulkItem): UndoItem {
  const { lifecycle } = entry.definition
  const key = lifecycle && undoOf(lifecycle, item.transition, item.fromState)
  const back: Transition | undefined = key === undefined ? undefined : lifecycle?.transitions[key]
  const base = {
    entryId: entry.id,
    version: entry.version,
    transition: key ?? item.transition,
    fromState: entry.state ?? '',
    asks: back?.reason === 'required' || back?.form !== undefined,
  }
  if (key === undefined) return { ...base, status: 'aside', refusal: noWayBack }
  if (!isWhereItWasLeft(entry, item)) return { ...base, status: 'aside', refusal: movedOn }
  if (!openTransitions(entry).includes(key)) return { ...base, status: 'aside', refusal: notNow() }
  return { ...base, status: 'waiting', refusal: null }
}

function isWhereItWasLeft(entry: LoadedEntry, { toState, doneAt }: BulkItem): boolean {
  return entry.state === toState && doneAt !== null && entry.stateSince <= doneAt
}
