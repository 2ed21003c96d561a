// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import {
  type Attachment,
  attachmentById,
  attachmentsOf,
  attachmentView,
  type FileAudience,
  serveAttachment,
  type ServedFile,
  serveThumbnail,
  type StoredAttachment,
  type ThumbnailSize,
  uploaderOf,
} from '../attachments/index.ts'
import { getEntry, isUuid, loadEntry } from '../entries/index.ts'
import { logReads } from '../sensitive-reads/index.ts'
import { handles } from './attach-file.ts'
import { mayReadFile } from './document-rights.ts'

/**
 * A file of an entry, for whoever may read that entry and what the file belongs to in it.
 *
 * Files of drafts are not found here: see `openDraftFile`.
 *
 * @throws Problem `not-found`, also when it exists and the actor may not read it
 */
export async function openAttachment(context: Context, id: string): Promise<ServedFile> {
  return serveAttachment(context, await readableFile(context, id))
}

/**
 * A picture of an entry made small, under the same rights.
 *
 * @throws Problem `not-found`, also for what is not a picture
 */
export async function openThumbnail(context: Context, id: string, size: ThumbnailSize): Promise<ServedFile> {
  return serveThumbnail(context, await readableFile(context, id), size)
}

async function readableFile(context: Context, id: string): Promise<StoredAttachment> {
  const file = isUuid(id) ? await attachmentById(context.db, id) : undefined
  const entry = file?.entryId ? await loadEntry(context.db, context, file.entryId) : undefined
  if (!file || !entry || !mayReadFile(context, entry, file)) throw problem('not-found')
  const { collection, definition } = entry
  const values = file.field === null ? {} : { [file.field]: file.id }
  await logReads(context, 'file', { collection, definition, entries: [{ id: entry.id, values }] })
  return file
}

/** A file of an entry with the field it answers, or the message it came with. */
export type EntryFile = Attachment & {
  readonly field: string | null
  readonly messageId: string | null
  /** For a file put beside the answers: who reads it. */
  readonly shared: FileAudience | null
  /** The reader put it there, and may take it away. */
  readonly mayRemove: boolean
}

/**
 * The files of an entry that the actor may read, in the order received.
 *
 * @throws Problem `not-found`
 */
export async function listEntryFiles(context: Context, entryId: string): Promise<EntryFile[]> {
  const entry = await getEntry(context.db, context, entryId)
  const files = await attachmentsOf(context.db, { entryId })
  return files
    .filter((file) => mayReadFile(context, entry, file))
    .map((file) => ({
      ...attachmentView(file),
      field: file.field,
      messageId: file.messageId,
      shared: file.shared,
      mayRemove: file.shared !== null && handles(entry) && file.uploadedBy === uploaderOf(context.actor),
    }))
}
