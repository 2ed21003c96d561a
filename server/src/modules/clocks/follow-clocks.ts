// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { EventRecord } from '../events/index.ts'
import { updateClocks } from './update-clocks.ts'

/**
 * Keeps the legal clocks of entries as they are filed and moved, with the receipts that are due, before the flows
 * write their mails. Called again with the same events, it finds everything done.
 */
export async function followClocks(
  tx: Tx,
  platform: Platform,
  events: readonly EventRecord[],
): Promise<void> {
  const ids = events.flatMap(({ kind, entryId }) =>
    entryId !== null && (kind === 'entry.created' || kind === 'entry.moved') ? [entryId] : [],
  )
  if (ids.length > 0) await updateClocks(tx, platform, [...new Set(ids)])
}
