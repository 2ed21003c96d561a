// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { type IncomingFile, receiveFile, type ReceivedFile } from '../attachments/index.ts'
import { getEntry } from '../entries/index.ts'
import { recordEvent } from '../events/index.ts'
import { fieldOpenToFiles } from './document-rights.ts'

export type DepositFile = {
  readonly entryId: string
  /** The field it answers; absent for a file to post in the thread. */
  readonly field?: string
  readonly name: string
}

/**
 * Receives a file for an entry. It answers its field once its id is written there (`changeEntry`, `takeTransition`),
 * or goes with a message (`postMessage`): a file that is never used stays out of sight.
 *
 * @throws Problem `not-found`; `not-allowed` when the actor may neither give the field a value nor write in the
 *   thread
 */
export async function depositFile(
  context: Context,
  stream: IncomingFile,
  { entryId, field, name }: DepositFile,
): Promise<ReceivedFile> {
  const entry = await getEntry(context.db, context, entryId)
  const settings =
    field === undefined ? (entry.may('comment') ? {} : undefined) : fieldOpenToFiles(entry, field)
  if (!settings) throw problem('not-allowed')
  const received = await receiveFile(context, stream, {
    name,
    field: settings,
    home: { entryId, ...(field !== undefined && { field }) },
  })
  if (received.ok && field !== undefined) {
    await context.db.transaction().execute((tx) =>
      recordEvent(tx, context, {
        kind: 'document.deposited',
        entry: { id: entry.id, collection: entry.collection },
        payload: { attachmentId: received.attachment.id, field },
      }),
    )
  }
  return received
}
