// SPDX-License-Identifier: MIT
import { type LinkPurpose, solutionOf, system } from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { loadEntry, type LoadedEntry } from '../entries/index.ts'

/**
 * The entry a link opens with what its purpose says under the release the entry is pinned to. `undefined` when the
 * entry is gone, or its release has no such purpose.
 */
export async function purposeOn(
  executor: Db | Tx,
  platform: Platform,
  { entryId, purpose }: { entryId: string; purpose: string },
): Promise<{ entry: LoadedEntry; purpose: LinkPurpose } | undefined> {
  const entry = await loadEntry(executor, actingAs(platform, system), entryId)
  const found = entry && purposeOf(entry, purpose)
  return found && { entry, purpose: found }
}

/** What the purpose says under the release of the entry; `undefined` for one of another solution. */
export function purposeOf({ collection, release }: LoadedEntry, purpose: string): LinkPurpose | undefined {
  const dot = purpose.indexOf('.')
  if (purpose.slice(0, dot) !== solutionOf(collection)) return undefined
  return release.solution.links?.[purpose.slice(dot + 1)]
}
