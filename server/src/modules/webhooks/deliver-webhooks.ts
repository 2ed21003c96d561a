// SPDX-License-Identifier: MIT
import { nextAttemptAt } from '../../platform/backoff.ts'
import { actingAs, type Platform } from '../../platform/context.ts'
import { type Outgoing, OutgoingError } from '../../platform/outgoing/outgoing.ts'
import { unseal } from '../../platform/sealed.ts'
import { hasOpenAccount } from '../accounts/index.ts'
import { loadEntry } from '../entries/index.ts'
import { eventsByIds } from '../events/index.ts'
import { actorOf } from '../people/index.ts'
import { type EventMessage, eventMessage } from './event-message.ts'
import { webhookQueue } from './queue-deliveries.ts'
import { sign, signatureHeader } from './signature.ts'
import { secretUse } from './subscribe.ts'
import {
  claimDeliveries,
  deliveriesDueLater,
  type DeliveryResult,
  type DeliveryRow,
  findWebhook,
  storeDelivery,
  type WebhookRow,
} from './webhooks.queries.ts'

/** How long a delivery belongs to the process that makes it: longer than it waits for an answer. */
const claimMs = 60_000

/**
 * Tells programs the events among `ids` that are due, each at most once at a time. At least once in all: the receiver
 * knows a repetition by `Guichet-Delivery`, the same at each attempt.
 */
export async function deliverWebhooks(
  platform: Platform,
  outgoing: Outgoing,
  ids: readonly string[],
): Promise<void> {
  const now = platform.clock.now()
  const deliveries = await claimDeliveries(platform.db, ids, now, new Date(now.getTime() + claimMs))
  const claimed = new Set(deliveries.map(({ id }) => id))
  const others = ids.filter((id) => !claimed.has(id))
  if (others.length > 0) {
    for (const { id, at } of await deliveriesDueLater(platform.db, others)) {
      await platform.jobs.send(platform.db, webhookQueue, { deliveryId: id }, { startAfter: at })
    }
  }
  await Promise.all(deliveries.map((delivery) => deliver(platform, outgoing, delivery)))
}

async function deliver(platform: Platform, outgoing: Outgoing, delivery: DeliveryRow): Promise<void> {
  const result = await attempt(platform, outgoing, delivery)
  await platform.db.transaction().execute(async (tx) => {
    if (!(await storeDelivery(tx, result)) || !result.nextAttemptAt) return
    const startAfter = result.nextAttemptAt
    await platform.jobs.send(tx, webhookQueue, { deliveryId: delivery.id }, { startAfter })
  })
}

async function attempt(
  platform: Platform,
  outgoing: Outgoing,
  delivery: DeliveryRow,
): Promise<DeliveryResult> {
  const webhook = await findWebhook(platform.db, delivery.webhook_id)
  const message = webhook && (await messageFor(platform, webhook, delivery.event_id))
  if (!webhook || !message) return { delivery, at: platform.clock.now(), state: 'withheld' }
  const body = JSON.stringify(message)
  try {
    const secret = unseal(platform, secretUse, webhook.secret)
    const { status } = await outgoing({
      method: 'POST',
      url: webhook.url,
      headers: {
        'content-type': 'application/json',
        'guichet-event': message.kind,
        'guichet-delivery': delivery.id,
        'idempotency-key': delivery.id,
        [signatureHeader]: sign(secret, body, platform.clock.now()),
      },
      body,
    })
    const at = platform.clock.now()
    if (status >= 200 && status < 300) return { delivery, at, state: 'delivered', status }
    return { ...later(platform, delivery), status, error: 'answer-refused' }
  } catch (error) {
    return failed(platform, delivery, error)
  }
}

/** What the owner of the webhook may be told of the event today; `undefined` when it is nothing. */
async function messageFor(
  platform: Platform,
  webhook: WebhookRow,
  eventId: number,
): Promise<EventMessage | undefined> {
  const event = (await eventsByIds(platform.db, [eventId])).get(eventId)
  if (!event || event.entryId === null || webhook.disabled_at !== null) return undefined
  const owner = await actorOf(platform, webhook.owner_id)
  if (!owner || !(await hasOpenAccount(platform, webhook.owner_id))) return undefined
  const entry = await loadEntry(platform.db, actingAs(platform, owner), event.entryId)
  return entry && eventMessage(event, entry)
}

function failed(platform: Platform, delivery: DeliveryRow, error: unknown): DeliveryResult {
  platform.log.warn({ delivery: delivery.id, err: error }, 'webhook not delivered')
  if (!(error instanceof OutgoingError)) return { ...later(platform, delivery), error: 'internal' }
  const { reason } = error
  if (reason === 'address-invalid' || reason === 'address-refused') {
    return { delivery, at: platform.clock.now(), state: 'parked', error: reason }
  }
  return { ...later(platform, delivery), error: reason }
}

function later(platform: Platform, delivery: DeliveryRow): DeliveryResult {
  const at = platform.clock.now()
  const again = nextAttemptAt(at, delivery.attempts)
  return again ? { delivery, at, state: 'failed', nextAttemptAt: again } : { delivery, at, state: 'parked' }
}
