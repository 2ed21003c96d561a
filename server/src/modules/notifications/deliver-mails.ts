// SPDX-License-Identifier: MIT
import { system } from '@guichet/engine'
import { nextAttemptAt } from '../../platform/backoff.ts'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import { isPermanent, type MailTransport, type OutgoingMail } from '../../platform/mail/index.ts'
import { type OutgoingSms, SmsFailure, type SmsTransport } from '../../platform/sms/index.ts'
import { recordEvent } from '../events/index.ts'
import {
  type AttemptResult,
  claimMails,
  mailsDueLater,
  keepMails,
  type MailRow,
  storeAttempt,
} from './mails.queries.ts'
import { inlineLogos } from './inline-logos.ts'
import { channels, type MailError } from './notifications.tables.ts'
import { deliveryQueue } from './queue-mails.ts'

/** How long a mail belongs to the process that sends it: longer than any transport waits for an answer. */
const claimMs = 120_000

/** The ways out that are configured. */
export type Senders = {
  readonly mail?: MailTransport | undefined
  readonly sms?: SmsTransport | undefined
}

/**
 * Sends the messages among `ids` that are due, each at most once at a time.
 *
 * A transport that did not answer leaves open whether the message left: it is sent again under the same name. Those
 * of a channel without transport stay in the outbox, where they are read.
 */
export async function deliverMails(
  platform: Platform,
  senders: Senders,
  ids: readonly string[],
): Promise<void> {
  const closed = channels.filter((channel) => senders[channel] === undefined)
  await keepMails(platform.db, ids, closed)
  if (closed.length === channels.length) return
  const now = platform.clock.now()
  const mails = await claimMails(platform.db, ids, now, new Date(now.getTime() + claimMs))
  const claimed = new Set(mails.map(({ id }) => id))
  await comeBackFor(
    platform,
    ids.filter((id) => !claimed.has(id)),
  )
  await Promise.all(mails.map((mail) => deliver(platform, senders, mail)))
}

/** A mail that another process sends is looked at again when its claim has run out: that process may be dead. */
async function comeBackFor(platform: Platform, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const { id, at } of await mailsDueLater(platform.db, ids)) {
    await platform.jobs.send(platform.db, deliveryQueue, { mailId: id }, { startAfter: at })
  }
}

async function deliver(platform: Platform, senders: Senders, mail: MailRow): Promise<void> {
  let result: AttemptResult
  try {
    const { providerId } = await send(platform, senders, mail)
    result = { mail, at: platform.clock.now(), state: 'sent', providerId }
  } catch (error) {
    result = failed(platform, mail, error)
    platform.log.warn({ mail: mail.id, attempt: mail.attempts, err: error }, 'mail not sent')
  }
  await store(actingAs(platform, system), result)
}

async function send(
  platform: Platform,
  { mail: mails, sms: texts }: Senders,
  mail: MailRow,
): Promise<{ providerId?: string | undefined }> {
  if (mail.channel === 'sms') {
    if (!texts) throw new Error('text messages have lost their transport')
    return texts.send(outgoingSms(mail))
  }
  if (!mails) throw new Error('mails have lost their transport')
  return mails.send(await outgoingMail(platform, mail))
}

function outgoingSms({ id, to_phone, text }: MailRow): OutgoingSms {
  // The constraint of the table: a text message has a telephone.
  return { to: to_phone ?? '', text, reference: id }
}

async function outgoingMail(platform: Platform, mail: MailRow): Promise<OutgoingMail> {
  const { name, sender } = platform.tenant
  // The constraint of the table: a mail has a mailbox and HTML.
  const html = mail.html ?? ''
  const inline = await inlineLogos(platform, html)
  return {
    from: { email: sender, name },
    to: { email: mail.to_email ?? '', ...(mail.to_name ? { name: mail.to_name } : {}) },
    subject: mail.subject,
    html,
    text: mail.text,
    messageId: mail.message_id,
    // Answering machines and loops are kept away (RFC 3834 §5).
    headers: { 'Auto-Submitted': 'auto-generated' },
    ...(inline.length > 0 && { inline }),
  }
}

function failed(platform: Platform, mail: MailRow, error: unknown): AttemptResult {
  const at = platform.clock.now()
  const permanent = error instanceof SmsFailure ? error.permanent : isPermanent(error)
  const reason: MailError = {
    kind: permanent ? 'permanent' : 'temporary',
    message: error instanceof Error ? error.message : String(error),
  }
  const again = permanent ? undefined : nextAttemptAt(at, mail.tries)
  return again
    ? { mail, at, state: 'failed', error: reason, nextAttemptAt: again }
    : { mail, at, state: 'parked', error: reason }
}

/** Writes the result with what follows from it, in one transaction. */
async function store(context: Context, result: AttemptResult): Promise<void> {
  const { mail, state, nextAttemptAt: again } = result
  await context.db.transaction().execute(async (tx) => {
    if (!(await storeAttempt(tx, result))) return
    if (again) await context.jobs.send(tx, deliveryQueue, { mailId: mail.id }, { startAfter: again })
    if (state !== 'failed') {
      await recordEvent(tx, context, {
        kind: state === 'sent' ? 'mail.sent' : 'mail.failed',
        ...entryOf(mail),
        payload: { mailId: mail.id, ...(mail.template ? { template: mail.template } : {}) },
      })
    }
  })
}

function entryOf(mail: MailRow) {
  if (!mail.entry_id || !mail.collection) return {}
  // Written by `queueMails`, which takes a collection reference.
  return { entry: { id: mail.entry_id, collection: mail.collection as `${string}.${string}` } }
}
