// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { together } from '../../platform/jobs/together.ts'
import { deliverMails, type Senders } from './deliver-mails.ts'
import { overdueMails } from './mails.queries.ts'
import { deliveryQueue } from './queue-mails.ts'

/** Looks every ten minutes for mails whose job was lost, a restored backup for instance. */
const sweepQueue = 'mails.sweep'
const overdueMs = 10 * 60_000

/** Begins to deliver the messages of the outbox. Without a transport they stay there, to be read. */
export async function startNotifications(platform: Platform, senders: Senders): Promise<void> {
  const deliver = together((ids: string[]) => deliverMails(platform, senders, ids))
  const sends = senders.mail !== undefined || senders.sms !== undefined
  await platform.jobs.work<{ mailId: string }>(deliveryQueue, { concurrency: sends ? 8 : 200 }, ({ data }) =>
    deliver(data.mailId),
  )
  await platform.jobs.work(sweepQueue, {}, () => sweep(platform))
  await platform.jobs.schedule(sweepQueue, '*/10 * * * *')
}

async function sweep(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - overdueMs)
  const ids = await overdueMails(platform.db, before, 1_000)
  await platform.jobs.sendMany(
    platform.db,
    deliveryQueue,
    ids.map((mailId) => ({ mailId })),
  )
}
