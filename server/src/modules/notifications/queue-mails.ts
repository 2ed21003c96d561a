// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { insertMails, type NewMailRow } from './mails.queries.ts'

/** The queue of deliveries: one job a mail, sent in the transaction that writes it. */
export const deliveryQueue = 'mails.deliver'

export type NewMail = {
  /** What makes this mail this one: queuing a second mail of the same key does nothing. */
  readonly key?: string
  readonly to: { readonly email: string; readonly name?: string | undefined }
  readonly subject: string
  readonly html: string
  readonly text: string
  /** `solution.template`, or a name of the platform (`account.reset`). */
  readonly template?: string
  readonly entry?: { readonly id: string; readonly collection: CollectionRef }
}

/**
 * Writes mails to the outbox and queues their delivery in the caller's transaction: nothing leaves when it is
 * rolled back, and nothing is forgotten when it commits.
 *
 * @returns the ids of the mails written; those whose key was known already are left out
 */
export async function queueMails(tx: Tx, context: Context, mails: readonly NewMail[]): Promise<string[]> {
  const ids = await insertMails(
    tx,
    mails.map((mail) => toRow(context, mail)),
  )
  await context.jobs.sendMany(
    tx,
    deliveryQueue,
    ids.map((mailId) => ({ mailId })),
  )
  return ids
}

/** The same for one mail. */
export async function queueMail(tx: Tx, context: Context, mail: NewMail): Promise<string | undefined> {
  const [id] = await queueMails(tx, context, [mail])
  return id
}

function toRow(context: Context, mail: NewMail): NewMailRow {
  const id = context.ids.next()
  const now = context.clock.now()
  return {
    id,
    key: mail.key ?? null,
    to_email: mail.to.email,
    to_name: mail.to.name ?? null,
    subject: oneLine(mail.subject),
    html: mail.html,
    text: mail.text,
    template: mail.template ?? null,
    entry_id: mail.entry?.id ?? null,
    collection: mail.entry?.collection ?? null,
    state: 'queued',
    attempts: 0,
    tries: 0,
    next_attempt_at: now,
    message_id: messageId(context, id),
    created_at: now,
  }
}

/**
 * The `Message-ID` (RFC 5322 §3.6.4) of a mail, the same at each attempt: when a process dies between the sending
 * and its record, the receiving side recognises the second copy.
 */
export function messageId(context: Context, mailId: string): string {
  return `<${mailId}@${new URL(context.tenant.publicUrl).hostname}>`
}

/** A subject is one header line: what is merged into it may come from a form. */
function oneLine(subject: string): string {
  // eslint-disable-next-line no-control-regex -- control characters are what is removed
  return subject.replace(/[\u0000-\u001f\u007f]+/g, ' ').trim()
}
