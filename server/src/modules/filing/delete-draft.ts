// SPDX-License-Identifier: MIT
import type { Context, Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { deleteFilesOfDraft, removeContents } from '../attachments/index.ts'
import { deleteDraftRow, lockExpired } from './drafts.queries.ts'
import { getDraft } from './open-draft.ts'
import type { Visitor } from './visitor.ts'

/**
 * Deletes a draft with its answers and files, for good, at its holder's wish. A request that was filed stays.
 *
 * @throws Problem `not-found`
 */
export async function deleteDraft(context: Context, visitor: Visitor, id: string): Promise<void> {
  const contents = await context.db.transaction().execute(async (tx) => {
    const draft = await getDraft(tx, context, visitor, id, { forUpdate: true })
    return forget(tx, draft.id)
  })
  await removeContents(context, contents)
}

const batch = 100

/** Deletes the drafts that have expired, with their files. Run by a daily job; returns how many. */
export async function purgeDrafts(platform: Platform): Promise<number> {
  let purged = 0
  for (;;) {
    const { ids, contents } = await platform.db.transaction().execute(async (tx) => {
      const expired = await lockExpired(tx, platform.clock.now(), batch)
      const digests: string[] = []
      for (const id of expired) digests.push(...(await forget(tx, id)))
      return { ids: expired, contents: digests }
    })
    await removeContents(platform, contents)
    purged += ids.length
    if (ids.length < batch) return purged
  }
}

export const purgeQueue = 'filing.purge'

/** Purges every night. */
export async function startFiling(platform: Platform): Promise<void> {
  await platform.jobs.work(purgeQueue, {}, async () => {
    const purged = await purgeDrafts(platform)
    if (purged > 0) platform.log.info({ purged }, 'expired drafts were deleted')
  })
  await platform.jobs.schedule(purgeQueue, '15 2 * * *')
}

async function forget(tx: Tx, id: string): Promise<string[]> {
  const contents = await deleteFilesOfDraft(tx, id)
  await deleteDraftRow(tx, id)
  return contents
}
