// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deleteRowsOfDraft, deleteThumbnails, isContentUsed, lockContent } from './attachments.queries.ts'

/**
 * Deletes the files of a draft in the caller's transaction. Give the digests returned to `removeContents` once it is
 * committed: until then the deletion may still be undone.
 */
export async function deleteFilesOfDraft(tx: Tx, draftId: string): Promise<string[]> {
  return deleteRowsOfDraft(tx, draftId)
}

/** Removes from the storage the contents that no attachment uses any more. Doing it twice does no harm. */
export async function removeContents(platform: Platform, digests: readonly string[]): Promise<void> {
  for (const sha256 of digests) {
    await platform.db.transaction().execute(async (tx) => {
      await lockContent(tx, sha256)
      if (await isContentUsed(tx, sha256)) return
      await deleteThumbnails(tx, sha256)
      await platform.storage.remove(sha256)
    })
  }
}
