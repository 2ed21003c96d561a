// SPDX-License-Identifier: MIT
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { inputProblems } from '../../platform/http/input-problems.ts'
import { problem } from '../../platform/http/problems.ts'
import { moveToMessage, uploaderOf } from '../attachments/index.ts'
import { getEntry, type LoadedEntry } from '../entries/index.ts'
import { eventActor, recordEvent } from '../events/index.ts'
import { authorColumns, insertMessage } from './messages.queries.ts'
import { longestMessage, plainText } from './plain-text.ts'

const mostFiles = 10

export type PostMessage = {
  readonly entryId: string
  readonly body: string
  /** Ids of files that the author deposited on the entry for the thread. */
  readonly attachments?: readonly string[]
  /** The author waits for an answer. */
  readonly asks?: boolean
}

/**
 * Writes in the thread of an entry: the message, its files and its event in one transaction. Who is told, and how, is
 * the solution's flow.
 *
 * @throws Problem `not-found`; `not-allowed` without the right `comment`; `invalid-input` at `body` or `attachments`
 */
export async function postMessage(context: Context, request: PostMessage, tx?: Tx): Promise<{ id: string }> {
  return tx
    ? post(tx, context, request)
    : context.db.transaction().execute((own) => post(own, context, request))
}

async function post(tx: Tx, context: Context, request: PostMessage): Promise<{ id: string }> {
  const entry = await getEntry(tx, context, request.entryId)
  if (!entry.may('comment')) throw problem('not-allowed')
  const body = checkedText(request.body)
  const files = [...new Set(request.attachments)]
  const id = context.ids.next()
  await insertMessage(tx, {
    id,
    entry_id: entry.id,
    ...authorColumns(eventActor(context.actor)),
    from_applicant: isApplicant(context, entry),
    asks: request.asks === true,
    body,
    created_at: context.clock.now(),
  })
  await attach(tx, context, { entryId: entry.id, messageId: id, files })
  await recordEvent(tx, context, {
    kind: 'message.posted',
    entry: { id: entry.id, collection: entry.collection },
    payload: { messageId: id },
  })
  return { id }
}

/** The text to keep, or the refusal of an empty or endless one, at `body`. */
export function checkedText(typed: string): string {
  const body = plainText(typed)
  if (body === '') {
    throw problem('invalid-input', {
      fields: inputProblems([{ path: 'body', problem: { code: 'required' } }]),
    })
  }
  if (body.length > longestMessage) {
    const params = { max: longestMessage, length: body.length }
    throw problem('invalid-input', {
      fields: inputProblems([{ path: 'body', problem: { code: 'too_long', params } }]),
    })
  }
  return body
}

async function attach(
  tx: Tx,
  context: Context,
  { entryId, messageId, files }: { entryId: string; messageId: string; files: readonly string[] },
): Promise<void> {
  if (files.length > mostFiles) {
    const found = {
      path: 'attachments',
      problem: { code: 'too_many_files', params: { max: mostFiles } },
    } as const
    throw problem('invalid-input', { fields: inputProblems([found]) })
  }
  const uploadedBy = uploaderOf(context.actor)
  const moved = await moveToMessage(tx, { entryId, messageId, uploadedBy, ids: files })
  if (moved !== files.length) {
    const found = { path: 'attachments', problem: { code: 'attachment_not_found' } } as const
    throw problem('invalid-input', { fields: inputProblems([found]) })
  }
}

/** Whether the author is on the side of the one who filed: its owner, or the bearer of a link to the request itself. */
function isApplicant({ actor }: Context, entry: LoadedEntry): boolean {
  if (actor.kind === 'person') return entry.owner === actor.personId
  if (actor.kind !== 'link') return false
  const purpose = actor.purpose.slice(actor.purpose.indexOf('.') + 1)
  return entry.release.solution.links?.[purpose]?.opens === 'request'
}
