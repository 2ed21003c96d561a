// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import {
  type Attachment,
  attachmentById,
  attachmentsOf,
  attachmentView,
  serveAttachment,
  type ServedFile,
} from '../attachments/index.ts'
import { getEntry, isUuid, loadEntry } from '../entries/index.ts'
import { mayReadFile } from './document-rights.ts'

/**
 * A file of an entry, for whoever may read that entry and what the file belongs to in it.
 *
 * Files of drafts are not found here: see `openDraftFile`.
 *
 * @throws Problem `not-found`, also when it exists and the actor may not read it
 */
export async function openAttachment(context: Context, id: string): Promise<ServedFile> {
  const file = isUuid(id) ? await attachmentById(context.db, id) : undefined
  const entry = file?.entryId ? await loadEntry(context.db, context, file.entryId) : undefined
  if (!file || !entry || !mayReadFile(context, entry, file)) throw problem('not-found')
  return serveAttachment(context, file)
}

/** A file of an entry with the field it answers, or the message it came with. */
export type EntryFile = Attachment & { readonly field: string | null; readonly messageId: string | null }

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
    .map((file) => ({ ...attachmentView(file), field: file.field, messageId: file.messageId }))
}
