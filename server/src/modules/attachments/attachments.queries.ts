// SPDX-License-Identifier: MIT
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Attachment, AttachmentHome, StoredAttachment } from './attachment.ts'
import type { AttachmentsTables } from './attachments.tables.ts'

export type Executor = Db | Tx

export async function insertAttachment(
  executor: Executor,
  file: Attachment & { sha256: string; uploadedBy: string },
  home: AttachmentHome,
): Promise<void> {
  await executor
    .withTables<AttachmentsTables>()
    .insertInto('attachments')
    .values({
      id: file.id,
      sha256: file.sha256,
      name: file.name,
      media_type: file.mediaType,
      kind: file.kind,
      size: file.size,
      entry_id: 'entryId' in home ? home.entryId : null,
      draft_id: 'draftId' in home ? home.draftId : null,
      field: home.field ?? null,
      message_id: null,
      uploaded_by: file.uploadedBy,
      created_at: file.createdAt,
      removed_at: null,
      shared: null,
    })
    .execute()
}

export async function attachmentById(executor: Executor, id: string): Promise<StoredAttachment | undefined> {
  const row = await executor
    .withTables<AttachmentsTables>()
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', id)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return row && toAttachment(row)
}

/** The files of a draft or an entry that are not removed, in the order received; of these ids when given. */
export async function attachmentsOf(
  executor: Executor,
  home: { draftId: string } | { entryId: string },
  ids?: readonly string[],
): Promise<StoredAttachment[]> {
  if (ids?.length === 0) return []
  let query = executor
    .withTables<AttachmentsTables>()
    .selectFrom('attachments')
    .selectAll()
    .where('removed_at', 'is', null)
    .orderBy('id')
  query =
    'draftId' in home
      ? query.where('draft_id', '=', home.draftId)
      : query.where('entry_id', '=', home.entryId)
  if (ids) query = query.where('id', '=', sql<string>`any(${ids}::uuid[])`)
  return (await query.execute()).map(toAttachment)
}

/** The files that went with these messages, by message, in the order received. */
export async function attachmentsOfMessages(
  executor: Executor,
  messageIds: readonly string[],
): Promise<Map<string, StoredAttachment[]>> {
  const files = new Map<string, StoredAttachment[]>()
  if (messageIds.length === 0) return files
  const rows = await executor
    .withTables<AttachmentsTables>()
    .selectFrom('attachments')
    .selectAll()
    .where('message_id', '=', sql<string>`any(${messageIds}::uuid[])`)
    .where('removed_at', 'is', null)
    .orderBy('id')
    .execute()
  for (const row of rows) {
    const id = row.message_id ?? ''
    files.set(id, [...(files.get(id) ?? []), toAttachment(row)])
  }
  return files
}

/** Puts a file beside the answers of its entry. */
export async function shareAttachment(
  executor: Executor,
  id: string,
  shared: StoredAttachment['shared'],
): Promise<void> {
  await executor
    .withTables<AttachmentsTables>()
    .updateTable('attachments')
    .set({ shared })
    .where('id', '=', id)
    .execute()
}

/** A file put beside the answers, taken away or not: to bring it back. */
export async function sharedAttachment(
  executor: Executor,
  id: string,
): Promise<StoredAttachment | undefined> {
  const row = await executor
    .withTables<AttachmentsTables>()
    .selectFrom('attachments')
    .selectAll()
    .where('id', '=', id)
    .where('shared', 'is not', null)
    .executeTakeFirst()
  return row && toAttachment(row)
}

/** Takes a file put beside the answers away, or brings it back with `null`. Its content stays. */
export async function setRemoved(executor: Executor, id: string, at: Date | null): Promise<void> {
  await executor
    .withTables<AttachmentsTables>()
    .updateTable('attachments')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('shared', 'is not', null)
    .execute()
}

/** A picture made small before; `null` when it could not be. */
export async function findThumbnail(
  executor: Executor,
  sha256: string,
  side: number,
): Promise<Buffer | null | undefined> {
  const row = await executor
    .withTables<AttachmentsTables>()
    .selectFrom('thumbnails')
    .select('bytes')
    .where('sha256', '=', sha256)
    .where('side', '=', side)
    .executeTakeFirst()
  return row && row.bytes
}

export async function insertThumbnail(
  executor: Executor,
  thumbnail: { sha256: string; side: number; bytes: Buffer | null; madeAt: Date },
): Promise<void> {
  await executor
    .withTables<AttachmentsTables>()
    .insertInto('thumbnails')
    .values({
      sha256: thumbnail.sha256,
      side: thumbnail.side,
      bytes: thumbnail.bytes,
      made_at: thumbnail.madeAt,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export async function deleteThumbnails(executor: Executor, sha256: string): Promise<void> {
  await executor
    .withTables<AttachmentsTables>()
    .deleteFrom('thumbnails')
    .where('sha256', '=', sha256)
    .execute()
}

/** Takes a file of a draft out of it. Its content goes with the draft: an answer may be given back until then. */
export async function markRemoved(executor: Executor, draftId: string, id: string, at: Date): Promise<void> {
  await executor
    .withTables<AttachmentsTables>()
    .updateTable('attachments')
    .set({ removed_at: at })
    .where('id', '=', id)
    .where('draft_id', '=', draftId)
    .execute()
}

/** Gives these files of a draft to the entry it became; returns how many were given. */
export async function moveToEntry(
  tx: Tx,
  move: { draftId: string; entryId: string; ids: readonly string[] },
): Promise<number> {
  if (move.ids.length === 0) return 0
  const { numUpdatedRows } = await tx
    .withTables<AttachmentsTables>()
    .updateTable('attachments')
    .set({ draft_id: null, entry_id: move.entryId })
    .where('draft_id', '=', move.draftId)
    .where('id', '=', sql<string>`any(${move.ids}::uuid[])`)
    .where('removed_at', 'is', null)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Puts files that this person left on the entry, for no field, in a message; returns how many were put. */
export async function moveToMessage(
  tx: Tx,
  move: { entryId: string; messageId: string; uploadedBy: string; ids: readonly string[] },
): Promise<number> {
  if (move.ids.length === 0) return 0
  const { numUpdatedRows } = await tx
    .withTables<AttachmentsTables>()
    .updateTable('attachments')
    .set({ message_id: move.messageId })
    .where('entry_id', '=', move.entryId)
    .where('uploaded_by', '=', move.uploadedBy)
    .where('field', 'is', null)
    .where('message_id', 'is', null)
    .where('id', '=', sql<string>`any(${move.ids}::uuid[])`)
    .executeTakeFirst()
  return Number(numUpdatedRows)
}

/** Deletes every row of a draft's files, removed ones too; returns the digests of their contents. */
export async function deleteRowsOfDraft(tx: Tx, draftId: string): Promise<string[]> {
  const rows = await tx
    .withTables<AttachmentsTables>()
    .deleteFrom('attachments')
    .where('draft_id', '=', draftId)
    .returning('sha256')
    .execute()
  return [...new Set(rows.map(({ sha256 }) => sha256))]
}

/** Waits for whoever receives or removes the same content, until the end of the transaction. */
export async function lockContent(tx: Tx, sha256: string): Promise<void> {
  await sql`select pg_advisory_xact_lock(hashtext('attachment-content'), hashtext(${sha256}))`.execute(tx)
}

export async function isContentUsed(tx: Tx, sha256: string): Promise<boolean> {
  const row = await tx
    .withTables<AttachmentsTables>()
    .selectFrom('attachments')
    .select('id')
    .where('sha256', '=', sha256)
    .limit(1)
    .executeTakeFirst()
  return row !== undefined
}

/** The digests of all contents that some attachment names, in order, read a page at a time. */
export async function* listContents(executor: Executor): AsyncGenerator<string> {
  for (let after = ''; ;) {
    const rows = await executor
      .withTables<AttachmentsTables>()
      .selectFrom('attachments')
      .select('sha256')
      .distinct()
      .where('sha256', '>', after)
      .orderBy('sha256')
      .limit(1_000)
      .execute()
    for (const { sha256 } of rows) yield sha256
    const last = rows.at(-1)
    if (!last) return
    after = last.sha256
  }
}

function toAttachment(row: Selectable<AttachmentsTables['attachments']>): StoredAttachment {
  return {
    id: row.id,
    name: row.name,
    mediaType: row.media_type,
    // Written by `receiveFile` alone, from the engine's kinds.
    kind: row.kind as Attachment['kind'],
    size: row.size,
    createdAt: row.created_at,
    sha256: row.sha256,
    entryId: row.entry_id,
    draftId: row.draft_id,
    field: row.field,
    messageId: row.message_id,
    uploadedBy: row.uploaded_by,
    shared: row.shared as StoredAttachment['shared'], // the table's own constraint
  }
}
