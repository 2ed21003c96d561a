// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import {
  type FileAudience,
  type IncomingFile,
  receiveFile,
  type ReceivedFile,
  setRemoved,
  sharedAttachment,
  shareAttachment,
  type StoredAttachment,
  uploaderOf,
} from '../attachments/index.ts'
import { getEntry, isUuid, loadEntry, type LoadedEntry } from '../entries/index.ts'
import { recordEvent } from '../events/index.ts'

export type AttachFile = {
  readonly entryId: string
  readonly name: string
  /** Who reads it: those who handle the entry, or its applicant too. */
  readonly audience: FileAudience
}

/** Those who handle an entry: they write in its thread and read its history. An applicant only writes. */
export const handles = (entry: LoadedEntry): boolean => entry.may('comment') && entry.may('history')

/**
 * Puts a file beside the answers of an entry, for those who handle it or for everyone who takes part in it.
 *
 * @throws Problem `not-found`; `not-allowed` to who does not handle the entry
 */
export async function attachFile(
  context: Context,
  stream: IncomingFile,
  { entryId, name, audience }: AttachFile,
): Promise<ReceivedFile> {
  const entry = await getEntry(context.db, context, entryId)
  if (!handles(entry)) throw problem('not-allowed')
  const received = await receiveFile(context, stream, { name, field: {}, home: { entryId } })
  if (!received.ok) return received
  const { attachment } = received
  await context.db.transaction().execute(async (tx) => {
    await shareAttachment(tx, attachment.id, audience)
    await recordEvent(tx, context, {
      kind: 'document.deposited',
      entry: { id: entry.id, collection: entry.collection },
      payload: { attachmentId: attachment.id, name: attachment.name },
    })
  })
  return received
}

/**
 * Takes away a file that the actor put beside the answers. Nothing is destroyed: `restoreFile` brings it back.
 *
 * @throws Problem `not-found`, also for the file of somebody else
 */
export async function removeFile(context: Context, id: string): Promise<void> {
  const { file, entry } = await getOwn(context, id)
  await context.db.transaction().execute(async (tx) => {
    await setRemoved(tx, file.id, context.clock.now())
    await recordEvent(tx, context, {
      kind: 'document.removed',
      entry: { id: entry.id, collection: entry.collection },
      payload: { attachmentId: file.id, name: file.name },
    })
  })
}

/** @throws Problem `not-found` */
export async function restoreFile(context: Context, id: string): Promise<void> {
  const { file, entry } = await getOwn(context, id)
  await context.db.transaction().execute(async (tx) => {
    await setRemoved(tx, file.id, null)
    await recordEvent(tx, context, {
      kind: 'document.restored',
      entry: { id: entry.id, collection: entry.collection },
      payload: { attachmentId: file.id, name: file.name },
    })
  })
}

async function getOwn(context: Context, id: string): Promise<{ file: StoredAttachment; entry: LoadedEntry }> {
  const file = isUuid(id) ? await sharedAttachment(context.db, id) : undefined
  const entry = file?.entryId ? await loadEntry(context.db, context, file.entryId) : undefined
  if (!file || !entry || !handles(entry) || file.uploadedBy !== uploaderOf(context.actor)) {
    throw problem('not-found')
  }
  return { file, entry }
}
