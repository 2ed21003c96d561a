// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import type { EventRecord } from '../events/index.ts'
import { allWebhooks, insertDeliveries, type WebhookRow } from './webhooks.queries.ts'

export const webhookQueue = 'webhooks.deliver'

/** Webhooks change rarely and are asked for at each event. */
export const webhooksCacheKey = 'webhooks'

/**
 * Queues the delivery of events to the webhooks that asked for them.
 *
 * A listener of events: called with each batch, and doing nothing the second time for the same event. Whether the
 * owner of the webhook may read the entry is looked at when it is delivered.
 */
export async function queueDeliveries(
  tx: Tx,
  platform: Platform,
  events: readonly EventRecord[],
): Promise<void> {
  const webhooks = await platform.cache.remember(webhooksCacheKey, () =>
    allWebhooks(platform.db, { active: true }),
  )
  const now = platform.clock.now()
  const wanted = events.flatMap((event) =>
    webhooks.flatMap((webhook) => (asksFor(webhook, event) ? [{ webhook, event }] : [])),
  )
  const ids = await insertDeliveries(
    tx,
    wanted.map(({ webhook, event }) => ({
      id: platform.ids.next(),
      webhook_id: webhook.id,
      event_id: event.id,
      state: 'queued',
      attempts: 0,
      next_attempt_at: now,
      created_at: now,
    })),
  )
  await platform.jobs.sendMany(
    tx,
    webhookQueue,
    ids.map((deliveryId) => ({ deliveryId })),
  )
}

function asksFor(webhook: WebhookRow, event: EventRecord): boolean {
  if (event.entryId === null) return false
  return (
    webhook.kinds.includes(event.kind) &&
    (webhook.collection === null || webhook.collection === event.collection)
  )
}
