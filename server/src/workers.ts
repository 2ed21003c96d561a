// SPDX-License-Identifier: MIT
import { type Accounts, workAccountJobs } from './modules/accounts/index.ts'
import { forgetOldAnswers } from './modules/api/index.ts'
import { startApprovals, tellOfChanges } from './modules/approvals/index.ts'
import { startBulks } from './modules/bulk/index.ts'
import { startClocks } from './modules/clocks/index.ts'
import { startTallies } from './modules/dashboards/index.ts'
import { sealEvents } from './modules/events/index.ts'
import { startFiling } from './modules/filing/index.ts'
import { startFlows } from './modules/flows/index.ts'
import { purgeProviders } from './modules/identity-providers/index.ts'
import { startNotifications } from './modules/notifications/index.ts'
import { startForgettingReads } from './modules/sensitive-reads/index.ts'
import { queueDeliveries, startWebhooks } from './modules/webhooks/index.ts'
import type { Platform } from './platform/context.ts'
import type { MailTransport } from './platform/mail/index.ts'
import type { SmsTransport } from './platform/sms/index.ts'
import type { Outgoing } from './platform/outgoing/outgoing.ts'

export type WorkOptions = {
  readonly accounts: Accounts
  /** `undefined`: mails stay in the outbox. */
  readonly transport: MailTransport | undefined
  /** `undefined`: text messages stay in the outbox. */
  readonly texts?: SmsTransport | undefined
  readonly outgoing: Outgoing
}

/** Declares all that this process does after the commit, and at set times. Before or after the queue is started. */
export async function declareWork(
  platform: Platform,
  { accounts, transport, texts, outgoing }: WorkOptions,
): Promise<void> {
  const { jobs } = platform
  await startFlows(platform, { outgoing, listeners: [queueDeliveries, tellOfChanges] })
  await startWebhooks(platform, { outgoing })
  await startNotifications(platform, { mail: transport, sms: texts })
  await startFiling(platform)
  await startClocks(platform)
  await startTallies(platform)
  await startBulks(platform)
  await startApprovals(platform)
  await startForgettingReads(platform)
  await workAccountJobs(accounts)
  await jobs.work('events.seal', {}, async () => {
    await sealEvents(platform)
  })
  await jobs.schedule('events.seal', '*/5 * * * *')
  await jobs.work('identity-providers.purge', {}, () => purgeProviders(platform.db, platform.clock.now()))
  await jobs.schedule('identity-providers.purge', '17 * * * *')
  await jobs.work('api.forget', {}, () => forgetOldAnswers(platform))
  await jobs.schedule('api.forget', '41 * * * *')
}
