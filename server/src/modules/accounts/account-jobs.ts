// SPDX-License-Identifier: MIT
import type { Tx } from '../../platform/db/database.ts'
import { logMonths, strayLogHours } from './account-log.ts'
import { deleteOldLog } from './account-log.queries.ts'
import { accountMail } from './account-mail.ts'
import type { Accounts } from './accounts.ts'
import { accountByEmail, deleteExpired } from './accounts.queries.ts'
import { countAttempt, mailsTo } from './attempts.ts'
import type { AccountMailKind } from './mail-kinds.ts'
import { readMailbox } from './mailbox.ts'
import { registrationById } from './registrations.queries.ts'
import { type AccountMailJob, accountMailQueue } from './request-mail.ts'
import { makeToken } from './tokens.ts'

const purgeQueue = 'accounts.purge'

/** Declares the jobs of accounts: the mails asked for, and the daily removal of what has expired. */
export async function workAccountJobs(accounts: Accounts): Promise<void> {
  const { jobs } = accounts.platform
  await jobs.work<AccountMailJob>(accountMailQueue, { concurrency: 4 }, (job) =>
    sendRequestedMail(accounts, job.id, job.data),
  )
  await jobs.work(purgeQueue, {}, () => purgeAccounts(accounts))
  await jobs.schedule(purgeQueue, '17 2 * * *')
}

/**
 * Writes the mail that somebody asked for, or the one that says why it cannot serve. A mailbox that receives too many
 * is left in peace: those it has are still good. Done again, the same job sends nothing more.
 */
export async function sendRequestedMail(
  accounts: Accounts,
  jobId: string,
  job: AccountMailJob,
): Promise<void> {
  await accounts.platform.db
    .transaction()
    .execute((tx) =>
      job.kind === 'registration'
        ? sendRegistration(accounts, tx, jobId, job.registrationId)
        : sendLink(accounts, tx, jobId, job),
    )
}

async function sendLink(
  accounts: Accounts,
  tx: Tx,
  jobId: string,
  { kind, email, locale }: Extract<AccountMailJob, { email: string }>,
): Promise<void> {
  const { platform } = accounts
  if ((await countAttempt(platform, mailsTo(email, kind), tx)) !== undefined) return
  const account = await accountByEmail(tx, email)
  const mail = (chosen: AccountMailKind, token?: string) =>
    accountMail(platform, {
      key: `account:${jobId}`,
      kind: chosen,
      to: email,
      locale: account?.locale ?? locale,
      ...(token !== undefined && { token }),
    })
  if (!account) {
    await accounts.sendMail(tx, mail('no-account'))
    return
  }
  const token = await makeToken(tx, platform, { purpose: kind, subjectId: account.id })
  await accounts.sendMail(tx, mail(kind, token))
}

async function sendRegistration(
  accounts: Accounts,
  tx: Tx,
  jobId: string,
  registrationId: string,
): Promise<void> {
  const { platform } = accounts
  const registration = await registrationById(tx, registrationId, platform.clock.now())
  const identity = registration && readMailbox(registration.email)?.identity
  if (!registration || !identity) return
  if ((await countAttempt(platform, mailsTo(identity, 'registration'), tx)) !== undefined) return
  const account = await accountByEmail(tx, identity)
  const mail = {
    key: `account:${jobId}`,
    to: registration.email,
    locale: account?.locale ?? registration.locale,
  }
  if (account) {
    await accounts.sendMail(tx, accountMail(platform, { ...mail, kind: 'already-registered' }))
    return
  }
  const token = await makeToken(tx, platform, { purpose: 'registration', subjectId: registration.id })
  await accounts.sendMail(tx, accountMail(platform, { ...mail, kind: 'registration', token }))
}

/** Removes sessions, secrets, registrations, counters and lines of log that have served their time. */
export async function purgeAccounts({ platform }: Accounts): Promise<void> {
  const now = platform.clock.now()
  const before = new Date(now)
  before.setUTCMonth(before.getUTCMonth() - logMonths)
  const strayBefore = new Date(now.getTime() - strayLogHours * 3_600_000)
  await platform.db.transaction().execute(async (tx) => {
    await deleteExpired(tx, now)
    await deleteOldLog(tx, { before, strayBefore })
  })
}
