// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { Accounts } from './accounts.ts'
import { countAttempt, mailRequests } from './attempts.ts'
import type { Client } from './client.ts'
import { readMailbox } from './mailbox.ts'

/** The queue on which mails about accounts are asked for. */
export const accountMailQueue = 'accounts.mail'

export type AccountMailJob =
  | { readonly kind: 'email-link' | 'password-reset'; readonly email: string; readonly locale: Locale }
  | { readonly kind: 'registration'; readonly registrationId: string }

export type MailRequested =
  | { readonly ok: true }
  | { readonly ok: false; readonly refusal: 'invalid-email' }
  | { readonly ok: false; readonly refusal: 'too-many-attempts'; readonly retryAfterSeconds: number }

/**
 * Asks for a link that signs in. The answer is the same, after the same time, whether the mailbox has an account or
 * not: nobody looks before the answer is given; the job does, and writes to the mailbox in both cases.
 */
export function requestEmailLink(
  accounts: Accounts,
  client: Client,
  { email }: { email: string },
): Promise<MailRequested> {
  return requestMail(accounts, client, { kind: 'email-link', email })
}

/** Asks for a link that lets choose a new password, under the same rule. */
export function requestPasswordReset(
  accounts: Accounts,
  client: Client,
  { email }: { email: string },
): Promise<MailRequested> {
  return requestMail(accounts, client, { kind: 'password-reset', email })
}

async function requestMail(
  { platform }: Accounts,
  client: Client,
  { kind, email }: { kind: 'email-link' | 'password-reset'; email: string },
): Promise<MailRequested> {
  const mailbox = readMailbox(email)
  if (!mailbox) return { ok: false, refusal: 'invalid-email' }
  const wait = await countAttempt(platform, mailRequests(client))
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }
  const job: AccountMailJob = { kind, email: mailbox.identity, locale: client.locale }
  await platform.jobs.send(platform.db, accountMailQueue, job)
  return { ok: true }
}
