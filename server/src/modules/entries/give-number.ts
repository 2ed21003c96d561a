// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { recordEvent } from '../events/index.ts'
import { takeNumber } from './entries.queries.ts'
import { getEntry } from './load-entry.ts'
import { writeEntry } from './write-entry.ts'

/**
 * Gives an entry its human number, in a collection that a flow numbers. An entry that has one, or whose collection
 * numbers nothing, is left as it is.
 */
export async function giveNumber(context: Context, id: string, tx: Tx): Promise<void> {
  const entry = await getEntry(tx, context, id, { forUpdate: true })
  const { numbering } = entry.definition
  if (entry.number !== null || !numbering) return
  const number = await takeNumber(tx, context, entry.collection, numbering)
  await writeEntry(tx, context, { ...entry, number }, {})
  await recordEvent(tx, context, {
    kind: 'entry.changed',
    entry: { id, collection: entry.collection },
    payload: { changes: { number: [null, number] } },
  })
}
