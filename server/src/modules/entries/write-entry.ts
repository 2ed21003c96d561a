// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import type { FieldChanges } from '../events/index.ts'
import { requireSecondEyes } from '../four-eyes/index.ts'
import { storedFields } from './column-values.ts'
import { computeFields } from './compute-fields.ts'
import { type EntryUpdate, updateEntry } from './entries.queries.ts'
import { entryTitle, searchWords } from './entry-text.ts'
import type { LoadedEntry } from './load-entry.ts'

export type Written = {
  readonly version: number
  readonly values: Readonly<Record<string, unknown>>
  /** What really changed, before and after. */
  readonly changes: FieldChanges
}

/** Writes checked values to a locked entry, with all that is derived from them: computed fields, title, words. */
export async function writeEntry(
  tx: Tx,
  context: Context,
  entry: LoadedEntry,
  given: Readonly<Record<string, unknown>>,
  moved?: EntryUpdate['moved'],
): Promise<Written> {
  const { timeZone } = context.tenant
  const options = { cache: entry.release.expressions, timeZone }
  const values = computeFields(entry.definition, { ...entry.values, ...given }, options)
  const changes = changesBetween(entry.values, values)
  await requireSecondEyes(context, entry.collection, values, entry.values)
  const at = context.clock.now()
  const state = moved?.state ?? entry.state
  const version = await updateEntry(
    tx,
    {
      id: entry.id,
      collection: entry.collection,
      number: entry.number,
      title: entryTitle(
        entry.definition,
        values,
        { number: entry.number, state, createdAt: entry.createdAt.toISOString() },
        { release: entry.release, timeZone, today: localDay(at, timeZone) },
      ),
      words: searchWords(entry.definition, values),
      at,
      ...(moved && { moved }),
    },
    storedFields(entry.definition),
    Object.fromEntries(Object.keys(changes).map((key) => [key, values[key]])),
  )
  return { version, values, changes }
}

function changesBetween(
  before: Readonly<Record<string, unknown>>,
  after: Readonly<Record<string, unknown>>,
): FieldChanges {
  return Object.fromEntries(
    Object.entries(after).flatMap(([key, value]) => {
      const former = before[key] ?? null
      return JSON.stringify(former) === JSON.stringify(value ?? null)
        ? []
        : [[key, [former, value ?? null] as const]]
    }),
  )
}
