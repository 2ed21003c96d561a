// SPDX-License-Identifier: MIT
import type { Recipient } from '@guichet/engine'
import { mailboxOfLink } from '../links/index.ts'
import type { Addressee } from '../notifications/index.ts'
import { isOf } from './fact-of.ts'
import type { Run, RunSession } from './run-session.ts'

/**
 * The addressees but whoever posted the message that the run tells of: nobody is told of their own words.
 *
 * Only for messages. Of other facts the author is told like anybody: the receipt of what one files, the reminder of
 * what one asked for a week ago.
 */
export async function withoutAuthor(
  session: RunSession,
  run: Run,
  recipient: Recipient,
  addressees: readonly Addressee[],
): Promise<readonly Addressee[]> {
  const event = await session.eventOf(run)
  if (!event || addressees.length === 0 || !isOf(event, 'message.posted')) return addressees
  const { kind, id } = event.actor
  if (id === null) return addressees
  if (kind === 'link') return others(addressees, await mailboxOfLink(session.tx, id))
  if (kind !== 'person') return addressees
  const entry = await session.entryOf(run)
  // The mailbox of the request may not be that of the account.
  if (recipient.kind === 'applicant' && entry?.owner === id) return []
  return others(addressees, (await session.book.mailbox(id))?.email)
}

function others(addressees: readonly Addressee[], author: string | undefined): readonly Addressee[] {
  return addressees.filter(({ email }) => email.toLowerCase() !== author?.toLowerCase())
}
