// SPDX-License-Identifier: MIT
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { EventActor } from '../events/index.ts'
import type { MessagesTables } from './messages.tables.ts'

type Executor = Db | Tx
export type MessageRow = Selectable<MessagesTables['messages']>
export type NoteRow = Selectable<MessagesTables['notes']>

/** How an author is kept: the name stays what it was that day. */
export function authorColumns({ kind, id, name }: EventActor) {
  return { author_kind: kind, author_id: id, author_name: name }
}

export async function insertMessage(tx: Tx, message: MessageRow): Promise<void> {
  await tx.withTables<MessagesTables>().insertInto('messages').values(message).execute()
}

export async function insertNote(tx: Tx, note: NoteRow): Promise<void> {
  await tx.withTables<MessagesTables>().insertInto('notes').values(note).execute()
}

/** The messages of an entry, oldest first. */
export async function messagesOf(executor: Executor, entryId: string, limit: number): Promise<MessageRow[]> {
  const newest = await executor
    .withTables<MessagesTables>()
    .selectFrom('messages')
    .selectAll()
    .where('entry_id', '=', entryId)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
  return newest.toReversed()
}

export async function messageById(executor: Executor, id: string): Promise<MessageRow | undefined> {
  return executor
    .withTables<MessagesTables>()
    .selectFrom('messages')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** The notes of an entry for some audiences, newest first. */
export async function notesOf(
  executor: Executor,
  entryId: string,
  audiences: readonly string[],
  limit: number,
): Promise<NoteRow[]> {
  return executor
    .withTables<MessagesTables>()
    .selectFrom('notes')
    .selectAll()
    .where('entry_id', '=', entryId)
    .where('audience', '=', sql<string>`any(${audiences}::text[])`)
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}
