// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { listContents } from '../attachments/index.ts'
import { countHeld, emptyTables } from './backup.queries.ts'

/** How much an installation holds, for whoever is about to lose it. */
export type Held = { readonly entries: number; readonly accounts: number }

export async function whatIsHeld(context: Context): Promise<Held> {
  return countHeld(context.db)
}

/**
 * Deletes all that the installation holds: rows, typed tables, numbers, queued work, files, history. Its secret and its
 * migrations stay. Nothing brings it back but a backup; no server may run. The caller has decided that it may.
 */
export async function emptyInstallation(context: Context): Promise<void> {
  const contents: string[] = []
  await context.db.transaction().execute(async (tx) => {
    for await (const sha256 of listContents(tx)) contents.push(sha256)
    await emptyTables(tx)
  })
  context.cache.forgetAll()
  for (const sha256 of contents) await context.storage.remove(sha256)
}
