// SPDX-License-Identifier: MIT
import { system } from '@guichet/engine'
import { nextAttemptAt } from '../../platform/backoff.ts'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import { isPermanent, type MailTransport } from '../../platform/mail/index.ts'
import { recordEvent } from '../events/index.ts'
import {
  type AttemptResult,
  claimMails,
  mailsDueLater,
  keepMails,
  type MailRow,
  storeAttempt,
} from './mails.queries.ts'
import type { MailError } from './notifications.tables.ts'
import { deliveryQueue } from './queue-mails.ts'

/** How long a mail belongs to the process that sends it: longer than any transport waits for an answer. */
const claimMs = 120_000

/**
 * Sends the mails among `ids` that are due, each at most once at a time.
 *
 * A transport that did not answer leaves open whether the mail left: it is sent again with the same Message-ID.
 * Without a transport (`undefined`) mails stay in the outbox, where they are read.
 */
export async function deliverMails(
  platform: Platform,
  transport: MailTransport | undefined,
  ids: readonly string[],
): Promise<void> {
  if (!transport) return keepMails(platform.db, ids)
  const now = platform.clock.now()
  const mails = await claimMails(platform.db, ids, now, new Date(now.getTime() + claimMs))
  const claimed = new Set(mails.map(({ id }) => id))
  await comeBackFor(
    platform,
    ids.filter((id) => !claimed.has(id)),
  )
  await Promise.all(mails.map((mail) => deliver(platform, transport, mail)))
}

/** A mail that another process sends is looked at again when its claim has run out: that process may be dead. */
async function comeBackFor(platform: Platform, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return
  for (const { id, at } of await mailsDueLater(platform.db, ids)) {
    await platform.jobs.send(platform.db, deliveryQueue, { mailId: id }, { startAfter: at })
  }
}

async function deliver(platform: Platform, transport: MailTransport, mail: MailRow): Promise<void> {
  let result: AttemptResult
  try {
    const { providerId } = await transport.send(outgoing(platform, mail))
    result = { mail, at: platform.clock.now(), state: 'sent', providerId }
  } catch (error) {
    result = failed(platform, mail, error)
    platform.log.warn({ mail: mail.id, attempt: mail.attempts, err: error }, 'mail not sent')
  }
  await store(actingAs(platform, system), result)
}

function outgoing(platform: Platform, mail: MailRow) {
  const { name, sender } = platform.tenant
  const to = { email: mail.to_email, ...(mail.to_name ? { name: mail.to_name } : {}) }
  return {
    from: { email: sender, name },
    to,
    subject: mail.subject,
    html: mail.html,
    text: mail.text,
    messageId: mail.message_id,
    // Answering machines and loops are kept away (RFC 3834 §5).
    headers: { 'Auto-Submitted': 'auto-generated' },
  }
}

function failed(platform: Platform, mail: MailRow, error: unknown): AttemptResult {
  const at = platform.clock.now()
  const permanent = isPermanent(error)
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
