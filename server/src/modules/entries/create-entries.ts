// SPDX-License-Identifier: MIT
import { collectionOf, type CollectionRef, solutionOf } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
import { recordEvents } from '../events/index.ts'
import { storedFields } from './column-values.ts'
import { computeFields } from './compute-fields.ts'
import { insertEntries } from './entries.queries.ts'
import { entryTitle, searchWords } from './entry-text.ts'

export type NewEntries = {
  readonly collection: CollectionRef
  /** Values that the caller has checked, with an id for each. */
  readonly entries: readonly { readonly id: string; readonly values: Readonly<Record<string, unknown>> }[]
}

/**
 * Enters many entries of a collection without a lifecycle or numbers, in a few statements, in the name of the body: an
 * import, whose values the caller has checked. Each has its event; none starts a flow.
 */
export async function createEntries(
  tx: Tx,
  context: Context,
  { collection, entries }: NewEntries,
): Promise<void> {
  if (context.actor.kind !== 'system') throw new Error('only the body itself enters many entries at once')
  const { solutions } = await definitionsOf(context)
  const release = solutions.get(solutionOf(collection))
  const definition = release?.solution.collections[collectionOf(collection)]
  if (!release || !definition || definition.lifecycle || definition.numbering)
    throw new Error(`${collection} is not a collection that entries are imported into`)
  const { timeZone } = context.tenant
  const at = context.clock.now()
  const today = localDay(at, timeZone)
  const rows = entries.map(({ id, values: given }) => {
    const values = computeFields(definition, given, { cache: release.expressions, timeZone })
    const facts = { number: null, state: null, createdAt: at.toISOString() }
    const title = entryTitle(definition, values, facts, { release, timeZone, today })
    return { id, title, words: searchWords(definition, values), values }
  })
  await insertEntries(tx, { collection, releaseId: release.id, at, fields: storedFields(definition) }, rows)
  const made = rows.map(({ id }) => ({
    context,
    kind: 'entry.created' as const,
    entry: { id, collection },
    payload: {},
  }))
  await recordEvents(tx, made, { dispatched: false })
}
