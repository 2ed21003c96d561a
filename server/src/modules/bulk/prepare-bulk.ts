// SPDX-License-Identifier: MIT
import { type Actor, availableTransitions, type CollectionRef } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { loadEntries, type LoadedEntry } from '../entries/index.ts'
import { findViewEntries, type ViewAsked } from '../views/index.ts'
import { type BulkItem, mostEntries } from './bulk.ts'
import { insertBulk } from './bulk.queries.ts'
import { notNow } from './refusals.ts'

/** Entries named one by one, or all that a view holds as it is filtered. */
export type BulkChoice =
  | { readonly kind: 'entries'; readonly ids: readonly string[] }
  | { readonly kind: 'view'; readonly view: ViewAsked }

export type PrepareBulk = {
  readonly transition: string
  readonly choice: BulkChoice
  /** Where to come back. */
  readonly origin?: string
}

/**
 * Keeps the choice of an action on many entries, as they are now: those that somebody changes before their turn comes
 * are left alone. Nothing is done yet.
 *
 * Those that the person may not read are not there; those that do not allow the action now are set aside with the
 * reason.
 *
 * @throws Problem `sign-in-required`; `not-allowed` to who is not a person; `malformed-request` for no entry at all,
 *   too many, or of several collections
 */
export async function prepareBulk(context: Context, request: PrepareBulk): Promise<{ id: string }> {
  const person = personActing(context)
  const chosen = await chosenIds(context, request.choice)
  const found = await loadEntries(context.db, context, chosen)
  const entries = chosen.flatMap((id) => found.get(id) ?? [])
  const collection = onlyCollection(entries)
  const id = context.ids.next()
  await context.db.transaction().execute((tx) =>
    insertBulk(
      tx,
      {
        id,
        personId: person.personId,
        locale: person.locale,
        collection,
        transition: request.transition,
        origin: request.origin ?? null,
        undoes: null,
        createdAt: context.clock.now(),
      },
      entries.map((entry) => itemFor(entry, request.transition)),
    ),
  )
  return { id }
}

/** @throws Problem `sign-in-required`, `not-allowed` */
export function personActing({ actor }: Context): Extract<Actor, { kind: 'person' }> {
  if (actor.kind === 'nobody') throw problem('sign-in-required')
  if (actor.kind !== 'person') throw problem('not-allowed')
  return actor
}

async function chosenIds(context: Context, choice: BulkChoice): Promise<string[]> {
  if (choice.kind === 'view') return [...(await findViewEntries(context, choice.view, mostEntries)).ids]
  const ids = [...new Set(choice.ids)]
  if (ids.length > mostEntries) throw problem('malformed-request', { path: 'entries' })
  return ids
}

function onlyCollection(entries: readonly LoadedEntry[]): CollectionRef {
  const [first] = entries
  if (!first || entries.some(({ collection }) => collection !== first.collection)) {
    throw problem('malformed-request', { path: 'entries' })
  }
  return first.collection
}

type NewItem = Pick<BulkItem, 'entryId' | 'version' | 'transition' | 'fromState' | 'status' | 'refusal'>

function itemFor(entry: LoadedEntry, transition: string): NewItem {
  const { lifecycle } = entry.definition
  const fromState = entry.state ?? ''
  const item = { entryId: entry.id, version: entry.version, transition, fromState }
  const open =
    lifecycle && entry.state !== null
      ? availableTransitions(
          lifecycle,
          { state: entry.state, rememberedState: entry.rememberedState },
          { granted: (action) => entry.may(action), guardHolds: (key) => entry.guardHolds(key) },
        ).find(({ key }) => key === transition)
      : undefined
  if (!open) return { ...item, status: 'aside', refusal: notNow() }
  if (open.refusedBecause) return { ...item, status: 'aside', refusal: notNow(open.refusedBecause) }
  return { ...item, status: 'waiting', refusal: null }
}
