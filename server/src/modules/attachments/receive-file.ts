// SPDX-License-Identifier: MIT
import { type FieldProblem, type FileSettings, maxSizeMb } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { isProblem, type Problem } from '../../platform/http/problems.ts'
import { type Attachment, type AttachmentHome, uploaderOf } from './attachment.ts'
import { insertAttachment, lockContent } from './attachments.queries.ts'
import { cleanFileName, extensionOf } from './file-name.ts'
import { headOfStream, type IncomingFile } from './head-of-stream.ts'
import { judgeFile } from './judge-file.ts'
import { removeContents } from './purge-files.ts'
import { headBytes, sniffContent } from './sniff-content.ts'

export type FileUpload = {
  /** As the browser gives it: never trusted, never an address. */
  readonly name: string
  /** The settings of the field it answers; what an administration usually opens when there is none. */
  readonly field: FileSettings
  readonly home: AttachmentHome
}

/**
 * A refusal is a value: it is shown at the field, under the name of the file, and the rest of the form is kept.
 * `failure`: the file was good, our storage was not; a program is answered that instead.
 */
export type ReceivedFile =
  | { readonly ok: true; readonly attachment: Attachment }
  | {
      readonly ok: false
      readonly name: string
      readonly problem: FieldProblem
      readonly failure?: Problem<'storage-full' | 'storage-unavailable'>
    }

/**
 * Receives a file: its type decided by its content before anything is stored, then streamed to the storage within the
 * field's limit, then written in the register.
 *
 * Decides nothing about who may send it where: the caller has. Whatever the outcome the stream is read to its end or
 * broken off by the storage, and nothing is left half-written.
 */
export async function receiveFile(
  context: Context,
  stream: IncomingFile,
  upload: FileUpload,
): Promise<ReceivedFile> {
  const { head, whole, discard } = await headOfStream(stream, headBytes)
  const content = await sniffContent(head, extensionOf(upload.name))
  const name = cleanFileName(upload.name, content.extensions)
  const refusal: FieldProblem | undefined =
    head.length === 0 ? { code: 'file_empty' } : judgeFile(upload.field, upload.name, content)
  if (refusal) {
    await discard()
    return { ok: false, name: cleanFileName(upload.name, []), problem: refusal }
  }
  const maxMb = maxSizeMb(upload.field)
  try {
    const { sha256, size } = await context.storage.put(whole, { maxBytes: maxMb * 1_000_000 })
    if (stream.truncated === true) {
      // Cut before the field's own limit: the server's is lower.
      await removeContents(context, [sha256])
      const params = { maxMb: Math.floor(size / 100_000) / 10 }
      return { ok: false, name, problem: { code: 'file_size', params } }
    }
    const attachment: Attachment = {
      id: context.ids.next(),
      name,
      mediaType: content.mediaType,
      kind: content.kind,
      size,
      createdAt: context.clock.now(),
    }
    await register(context, attachment, sha256, upload.home)
    return { ok: true, attachment }
  } catch (error) {
    const refused = storageRefusal(error, maxMb)
    if (!refused) throw error
    if (refused.failure) context.log.error({ err: error }, 'a file could not be stored')
    await discard()
    return { ok: false, name, ...refused }
  }
}

function storageRefusal(error: unknown, maxMb: number) {
  if (isProblem(error, 'too-large')) return { problem: { code: 'file_size', params: { maxMb } } } as const
  if (isProblem(error, 'storage-full')) return { problem: { code: 'file_no_room' }, failure: error } as const
  if (isProblem(error, 'storage-unavailable'))
    return { problem: { code: 'file_not_stored' }, failure: error } as const
  return undefined
}

/** The content is looked at again under its lock: a purge may have removed the last other use of it meanwhile. */
async function register(
  context: Context,
  attachment: Attachment,
  sha256: string,
  home: AttachmentHome,
): Promise<void> {
  await context.db.transaction().execute(async (tx) => {
    await lockContent(tx, sha256)
    if (!(await context.storage.has(sha256))) throw new Error('the content was removed while it was received')
    await insertAttachment(tx, { ...attachment, sha256, uploadedBy: uploaderOf(context.actor) }, home)
  })
}
