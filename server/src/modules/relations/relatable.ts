// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { getEntry, listEntries } from '../entries/index.ts'
import { sidesOf } from './relation-sides.ts'
import { keyOf, mayAdd } from './relations-of.ts'

/** Somebody, or something, that an entry may be linked to. */
export type Relatable = { readonly id: string; readonly title: string }

/** Beyond, more words find better than more pages. */
const mostFound = 20

/**
 * Whom an entry may be linked to: what the actor may list of the other end, found by words.
 *
 * @throws Problem `not-found`, `not-allowed` for who may not add such a link
 */
export async function relatable(
  context: Context,
  { entryId, panel, search }: { readonly entryId: string; readonly panel: string; readonly search: string },
): Promise<Relatable[]> {
  const entry = await getEntry(context.db, context, entryId)
  const definitions = await definitionsOf(context)
  const part = sidesOf(definitions, entry.collection).find((side) => keyOf(side) === panel)
  if (!part) throw problem('not-found')
  if (!mayAdd(context, definitions, part)) throw problem('not-allowed')
  const { rows } = await listEntries(context, {
    collection: part.otherCollection,
    sort: 'title',
    limit: mostFound,
    ...(search !== '' && { search }),
  })
  return rows.filter(({ id }) => id !== entryId).map(({ id, title }) => ({ id, title }))
}
