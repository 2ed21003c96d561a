// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { together } from '../../platform/jobs/together.ts'
import type { Outgoing } from '../../platform/outgoing/outgoing.ts'
import { deliverWebhooks } from './deliver-webhooks.ts'
import { webhookQueue } from './queue-deliveries.ts'
import { overdueDeliveries } from './webhooks.queries.ts'

const sweepQueue = 'webhooks.sweep'
const overdueMs = 10 * 60_000

/** Begins to deliver events to the programs that asked for them. `queueDeliveries` is the listener that feeds it. */
export async function startWebhooks(platform: Platform, { outgoing }: { outgoing: Outgoing }): Promise<void> {
  const deliver = together((ids: string[]) => deliverWebhooks(platform, outgoing, ids))
  await platform.jobs.work<{ deliveryId: string }>(webhookQueue, { concurrency: 16 }, ({ data }) =>
    deliver(data.deliveryId),
  )
  await platform.jobs.work(sweepQueue, {}, () => sweep(platform))
  await platform.jobs.schedule(sweepQueue, '*/10 * * * *')
}

/** Queues again the deliveries whose job was lost, by a restored backup for instance. */
async function sweep(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - overdueMs)
  const ids = await overdueDeliveries(platform.db, before, 1_000)
  await platform.jobs.sendMany(
    platform.db,
    webhookQueue,
    ids.map((deliveryId) => ({ deliveryId })),
  )
}
