// SPDX-License-Identifier: MIT
import { type PersonName, tidyName } from '../people/index.ts'
import type { Accounts } from './accounts.ts'
import { countAttempt, forgiveAttempt, mailRequests, passwordTries } from './attempts.ts'
import type { Client } from './client.ts'
import { readMailbox } from './mailbox.ts'
import { openAccount } from './open-account.ts'
import { passwordRefusal, type PasswordRefusal } from './password-rules.ts'
import { deleteRegistration, insertRegistration, registrationById } from './registrations.queries.ts'
import { type AccountMailJob, accountMailQueue, type MailRequested } from './request-mail.ts'
import { admit, type SecondFactorWanted, type SignedIn } from './admit.ts'
import type { SignInRefusal } from './sign-in.ts'
import { tokenMinutes } from './token-purposes.ts'
import { readToken, spendToken } from './tokens.ts'

export type AccountRequested =
  MailRequested | { readonly ok: false; readonly refusal: 'missing-name' | PasswordRefusal }

/**
 * Asks for an account. Nothing exists until the mailbox's owner confirms it, hence nobody can hold a mailbox that is
 * not theirs, and what was filed with it is shown to its owner only.
 *
 * The answer is the same, after the same time, whether the mailbox has an account or not (the password is hashed in
 * both cases); the mail that follows says which.
 */
export async function createAccount(
  { platform, auth }: Accounts,
  client: Client,
  request: PersonName & { email: string; password: string },
): Promise<AccountRequested> {
  const { email, password } = request
  const name = tidyName(request)
  if (!name) return { ok: false, refusal: 'missing-name' }
  const mailbox = readMailbox(email)
  if (!mailbox) return { ok: false, refusal: 'invalid-email' }
  const refusal = await passwordRefusal(password, {
    email: mailbox.address,
    name: `${name.firstName} ${name.lastName}`,
    body: platform.tenant.name,
  })
  if (refusal) return { ok: false, refusal }
  const wait = await countAttempt(platform, mailRequests(client))
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }

  const { password: hasher } = await auth.$context
  const hash = await hasher.hash(password)
  const id = platform.ids.next()
  const createdAt = platform.clock.now()
  const expiresAt = new Date(createdAt.getTime() + tokenMinutes.registration * 60_000)
  await platform.db.transaction().execute(async (tx) => {
    await insertRegistration(tx, {
      id,
      email: mailbox.address,
      ...name,
      password: hash,
      locale: client.locale,
      createdAt,
      expiresAt,
    })
    const job: AccountMailJob = { kind: 'registration', registrationId: id }
    await platform.jobs.send(tx, accountMailQueue, job)
  })
  return { ok: true }
}

export type Confirmation =
  | SignedIn
  | SecondFactorWanted
  | SignInRefusal
  | { readonly ok: false; readonly refusal: 'link-expired' | 'already-registered' | 'missing-name' }

/**
 * Makes the account that was asked for, and signs in. The link proves the mailbox, the password that whoever reads it
 * is who asked: the confirmation of an account that a stranger asked for, with a password of their own, stops here.
 */
export async function confirmAccount(
  accounts: Accounts,
  client: Client,
  { token, password }: { token: string; password: string },
): Promise<Confirmation> {
  const { platform, auth } = accounts
  const registrationId = await readToken(platform, { purpose: 'registration', token })
  const registration =
    registrationId && (await registrationById(platform.db, registrationId, platform.clock.now()))
  const identity = registration && readMailbox(registration.email)?.identity
  if (!registration || !identity) return { ok: false, refusal: 'link-expired' }
  const counted = passwordTries(client, `registration:${registration.id}`, undefined)
  const wait = await countAttempt(platform, counted)
  if (wait !== undefined) return { ok: false, refusal: 'too-many-attempts', retryAfterSeconds: wait }
  const { password: hasher } = await auth.$context
  const proven = await hasher.verify({ hash: registration.password, password })
  if (!proven) return { ok: false, refusal: 'wrong-credentials' }
  await forgiveAttempt(platform, counted)

  const opened = await platform.db.transaction().execute(async (tx) => {
    const spent = await spendToken(tx, platform, { purpose: 'registration', token })
    if (!spent) return 'link-expired'
    await deleteRegistration(tx, registration.id)
    return openAccount(tx, platform, { ...registration, name: registration, identity })
  })
  if (typeof opened === 'string') return { ok: false, refusal: opened }
  return admit(accounts, client, {
    accountId: opened.accountId,
    method: 'registration',
    strong: false,
  })
}
