// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import {
  attachmentById,
  attachmentsOf,
  type IncomingFile,
  receiveFile,
  type ReceivedFile,
  serveAttachment,
  type ServedFile,
  serveThumbnail,
  type StoredAttachment,
} from '../attachments/index.ts'
import { isUuid } from '../entries/index.ts'
import { fieldAt } from './field-at.ts'
import { getDraft, openDraft } from './open-draft.ts'
import { topField } from './page-answers.ts'
import type { Visitor } from './visitor.ts'

/** Files that one draft may hold, removed ones left out: a bound for machines, not for people. */
const mostFiles = 100

export type DraftUpload = {
  readonly draftId: string
  /** Name of the input: `photos`, `children.0.certificate`. */
  readonly path: string
  /** As the browser gives it. */
  readonly name: string
}

/**
 * Receives a file for a question of a draft. Put the attachment's id among the form's values under `path`; give a
 * refusal to `savePage`, which tells it at the question with the others.
 *
 * @throws Problem `not-found` for a draft that is not theirs or an input that receives no file
 */
export async function uploadToDraft(
  context: Context,
  visitor: Visitor,
  stream: IncomingFile,
  { draftId, path, name }: DraftUpload,
): Promise<ReceivedFile> {
  const { scope } = await openDraft(context.db, context, visitor, draftId)
  const field = fieldAt(scope.collection, path)
  if (field?.type !== 'file' && field?.type !== 'files') throw problem('not-found')
  const held = await attachmentsOf(context.db, { draftId })
  if (held.length >= mostFiles) {
    for await (const chunk of stream) void chunk
    return { ok: false, name, problem: { code: 'too_many_files', params: { max: mostFiles } } }
  }
  return receiveFile(context, stream, { name, field, home: { draftId, field: topField(path) } })
}

/** A file of a draft, for its holder. @throws Problem `not-found` */
export async function openDraftFile(
  context: Context,
  visitor: Visitor,
  draftId: string,
  id: string,
): Promise<ServedFile> {
  return serveAttachment(context, await fileOfDraft(context, visitor, draftId, id))
}

/** The same made small. @throws Problem `not-found`, also for what is not a picture */
export async function openDraftThumbnail(
  context: Context,
  visitor: Visitor,
  draftId: string,
  id: string,
): Promise<ServedFile> {
  return serveThumbnail(context, await fileOfDraft(context, visitor, draftId, id), 'small')
}

async function fileOfDraft(
  context: Context,
  visitor: Visitor,
  draftId: string,
  id: string,
): Promise<StoredAttachment> {
  const draft = await getDraft(context.db, context, visitor, draftId)
  const file = isUuid(id) ? await attachmentById(context.db, id) : undefined
  if (!file || file.draftId !== draft.id) throw problem('not-found')
  return file
}
