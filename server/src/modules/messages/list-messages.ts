// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { type Attachment, attachmentsOfMessages, attachmentView } from '../attachments/index.ts'
import { mayReadThread } from '../documents/index.ts'
import { getEntry } from '../entries/index.ts'
import type { EventActor } from '../events/index.ts'
import { messageById, type MessageRow, messagesOf } from './messages.queries.ts'

export type Message = {
  readonly id: string
  readonly entryId: string
  readonly at: Date
  readonly author: EventActor
  /** Which side of the thread it stands on. */
  readonly fromApplicant: boolean
  readonly mine: boolean
  readonly asks: boolean
  /** Plain text; line breaks count. */
  readonly body: string
  readonly attachments: readonly Attachment[]
}

const mostMessages = 500

/**
 * The thread of an entry, oldest first (the newest 500 of a thread that is longer).
 *
 * @throws Problem `not-found`; `not-allowed` without the right `comment` or `history`
 */
export async function listMessages(context: Context, entryId: string): Promise<Message[]> {
  const entry = await getEntry(context.db, context, entryId)
  if (!mayReadThread(entry)) throw problem('not-allowed')
  const rows = await messagesOf(context.db, entryId, mostMessages)
  const files = await attachmentsOfMessages(
    context.db,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    entryId: row.entry_id,
    at: row.created_at,
    author: authorOf(row),
    fromApplicant: row.from_applicant,
    mine: isMine(context, row),
    asks: row.asks,
    body: row.body,
    attachments: (files.get(row.id) ?? []).map(attachmentView),
  }))
}

/** What a flow says of a message: its words and its author. Under no right: give it only to the body's own mails. */
export async function messageForMail(
  executor: Db | Tx,
  id: string,
): Promise<{ body: string; author: EventActor; fromApplicant: boolean } | undefined> {
  const row = await messageById(executor, id)
  return row && { body: row.body, author: authorOf(row), fromApplicant: row.from_applicant }
}

type Authored = Pick<MessageRow, 'author_kind' | 'author_id' | 'author_name'>

export function authorOf(row: Authored): EventActor {
  // Written by `authorColumns` alone, from an event's actor.
  return { kind: row.author_kind as EventActor['kind'], id: row.author_id, name: row.author_name }
}

export function isMine({ actor }: Context, row: Authored): boolean {
  if (actor.kind === 'person') return row.author_kind === 'person' && row.author_id === actor.personId
  return actor.kind === 'link' && row.author_kind === 'link' && row.author_id === actor.linkId
}
