// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { entersStudio } from '../definitions/index.ts'
import { isUuid, loadEntry } from '../entries/index.ts'
import { isDemonstration } from '../settings/index.ts'
import {
  attemptsOf,
  findMail,
  insertMails,
  type MailListRow,
  type MailRow,
  mailsWhere,
  requeueMail,
} from './mails.queries.ts'
import type { Channel, MailError, MailState } from './notifications.tables.ts'
import { withPicturesInside as shownHtml } from './inline-logos.ts'
import { deliveryQueue, messageId } from './queue-mails.ts'
import { withoutSecrets } from './without-secrets.ts'

/** A mail of the outbox, as a list shows it. */
export type MailSummary = {
  readonly id: string
  readonly channel: Channel
  readonly to: {
    readonly email: string | null
    /** Of a text message, E.164. */
    readonly phone: string | null
    readonly name: string | null
  }
  readonly subject: string
  readonly template: string | null
  readonly entryId: string | null
  readonly collection: CollectionRef | null
  readonly state: MailState
  readonly attempts: number
  readonly lastError: MailError | null
  readonly nextAttemptAt: Date | null
  readonly createdAt: Date
  readonly sentAt: Date | null
  /** The mail this one repeats. */
  readonly copyOf: string | null
}

export type MailAttempt = {
  readonly number: number
  readonly startedAt: Date
  readonly finishedAt: Date | null
  /** Null while it lasts, or when its process was killed. */
  readonly outcome: 'sent' | 'temporary' | 'permanent' | null
  readonly error: MailError | null
}

export type MailView = MailSummary & {
  /** Null for a text message. */
  readonly html: string | null
  readonly text: string
  /** Whether the secret part of its links is left out. */
  readonly masked: boolean
  readonly attemptsLog: readonly MailAttempt[]
}

export type MailQuery = {
  readonly entryId?: string
  readonly channel?: Channel
  readonly state?: MailState
  /** `solution.template`. */
  readonly template?: string
  readonly q?: string
  readonly after?: string
  readonly limit?: number
}

/**
 * The outbox, newest first: all of it for whoever enters the studio, one entry's mails for whoever has the right
 * `history` on that entry. Keyset paging by `next`.
 *
 * @throws Problem `sign-in-required`, `not-allowed`, `not-found` for an entry without that right
 */
export async function listMails(
  context: Context,
  query: MailQuery = {},
): Promise<{ rows: MailSummary[]; next: string | null }> {
  if (!(await entersStudio(context))) {
    if (query.entryId === undefined)
      throw problem(context.actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')
    if (!(await sees(context, query.entryId))) throw problem('not-found')
  }
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200)
  const rows = await mailsWhere(context.db, {
    entryId: query.entryId,
    state: query.state,
    channel: query.channel,
    template: query.template,
    q: query.q?.trim() || undefined,
    after: query.after !== undefined && isUuid(query.after) ? query.after : undefined,
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  return { rows: page.map(toSummary), next: rows.length > limit ? (page.at(-1)?.id ?? null) : null }
}

/**
 * One mail with its attempts.
 *
 * The address of a link opens what its bearer may see: its secret part is sent and never shown, not even to
 * administrators, who would act in the name of others. Only in a demonstration, whose people do not exist, does the
 * studio read it whole.
 *
 * @throws Problem `not-found` also when the actor may not read it
 */
export async function viewMail(context: Context, id: string): Promise<MailView> {
  const mail = await getMail(context, id)
  const masked = !(await readsWhole(context))
  const attempts = await attemptsOf(context.db, id)
  return {
    ...toSummary(mail),
    html:
      mail.html === null ? null : await shownHtml(context, masked ? withoutSecrets(mail.html) : mail.html),
    text: masked ? withoutSecrets(mail.text) : mail.text,
    masked,
    attemptsLog: attempts.map((attempt) => ({
      number: attempt.number,
      startedAt: attempt.started_at,
      finishedAt: attempt.finished_at,
      outcome: attempt.outcome,
      error: attempt.error,
    })),
  }
}

/**
 * Sends a mail again. One that did not leave is queued anew under its Message-ID; one that was sent leaves a second
 * time as a mail of its own.
 *
 * @returns the id of the mail queued
 * @throws Problem `not-found`; `duplicate-request` while it is being sent
 */
export async function resendMail(context: Context, id: string): Promise<string> {
  const mail = await getMail(context, id)
  const now = context.clock.now()
  return context.db.transaction().execute(async (tx) => {
    if (mail.state !== 'sent') {
      if (!(await requeueMail(tx, id, now))) throw problem('duplicate-request', {})
      await context.jobs.send(tx, deliveryQueue, { mailId: id })
      return id
    }
    const copyId = context.ids.next()
    await insertMails(tx, [copyOf(context, mail, copyId, now)])
    await context.jobs.send(tx, deliveryQueue, { mailId: copyId })
    return copyId
  })
}

function copyOf(context: Context, mail: MailRow, id: string, now: Date) {
  const { channel, to_email, to_phone, to_name, subject, html, text, template, entry_id, collection } = mail
  return {
    channel,
    to_email,
    to_phone,
    to_name,
    subject,
    html,
    text,
    template,
    entry_id,
    collection,
    id,
    state: 'queued' as const,
    attempts: 0,
    tries: 0,
    next_attempt_at: now,
    message_id: messageId(context, id),
    created_at: now,
    copy_of: mail.id,
  }
}

async function getMail(context: Context, id: string): Promise<MailRow> {
  const mail = isUuid(id) ? await findMail(context.db, id) : undefined
  if (!mail) throw problem('not-found')
  const allowed =
    (await entersStudio(context)) || (mail.entry_id !== null && (await sees(context, mail.entry_id)))
  if (!allowed) throw problem('not-found')
  return mail
}

async function readsWhole(context: Context): Promise<boolean> {
  if (context.actor.kind === 'system') return true
  return (await entersStudio(context)) && isDemonstration(context)
}

async function sees(context: Context, entryId: string): Promise<boolean> {
  const entry = await loadEntry(context.db, context, entryId)
  return entry?.may('history') === true
}

function toSummary(row: MailListRow): MailSummary {
  return {
    id: row.id,
    channel: row.channel,
    to: { email: row.to_email, phone: row.to_phone, name: row.to_name },
    subject: row.subject,
    template: row.template,
    entryId: row.entry_id,
    // Written by `queueMails`, which takes a collection reference.
    collection: row.collection as CollectionRef | null,
    state: row.state,
    attempts: row.attempts,
    lastError: row.last_error,
    nextAttemptAt: row.next_attempt_at,
    createdAt: row.created_at,
    sentAt: row.sent_at,
    copyOf: row.copy_of,
  }
}
