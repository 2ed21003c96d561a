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

/** A text message. Its subject is the title of its template, by which the outbox shows it. */
export type NewSms = Pick<NewMail, 'key' | 'subject' | 'text' | 'template' | 'entry'> & {
  readonly to: { readonly phone: string; readonly name?: string | undefined }
}

/**
 * Writes mails to the outbox and queues their delivery in the caller's transaction: nothing leaves when it is
 * rolled back, and nothing is forgotten when it commits.
 *
 * @returns the ids of the mails written; those whose key was known already are left out
 */
export async function queueMails(tx: Tx, context: Context, mails: readonly NewMail[]): Promise<string[]> {
  return queue(
    tx,
    context,
    mails.map((mail) => mailRow(context, mail)),
  )
}

/** The same for text messages. */
export async function queueTexts(tx: Tx, context: Context, texts: readonly NewSms[]): Promise<string[]> {
  return queue(
    tx,
    context,
    texts.map((sms) => smsRow(context, sms)),
  )
}

async function queue(tx: Tx, context: Context, rows: readonly NewMailRow[]): Promise<string[]> {
  const ids = await insertMails(tx, rows)
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

function mailRow(context: Context, mail: NewMail): NewMailRow {
  const { email, name } = mail.to
  const { html } = mail
  return {
    ...commonRow(context, mail),
    channel: 'mail',
    to_email: email,
    to_phone: null,
    to_name: name ?? null,
    html,
  }
}

function smsRow(context: Context, sms: NewSms): NewMailRow {
  const { phone, name } = sms.to
  const html = null
  return {
    ...commonRow(context, sms),
    channel: 'sms',
    to_email: null,
    to_phone: phone,
    to_name: name ?? null,
    html,
  }
}

function commonRow(context: Context, message: Omit<NewMail, 'to' | 'html'>) {
  const id = context.ids.next()
  const now = context.clock.now()
  return {
    id,
    key: message.key ?? null,
    subject: oneLine(message.subject),
    text: message.text,
    template: message.template ?? null,
    entry_id: message.entry?.id ?? null,
    collection: message.entry?.collection ?? null,
    state: 'queued' as const,
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
