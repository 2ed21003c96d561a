// SPDX-License-Identifier: MIT
import type { CollectionRef, LocalizedText } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { announceForget } from '../../platform/db/announce.ts'
import { randomToken } from '../../platform/ids.ts'
import { problem } from '../../platform/http/problems.ts'
import { seal } from '../../platform/sealed.ts'
import { hasOpenAccount } from '../accounts/index.ts'
import { definitionsOf, entersStudio } from '../definitions/index.ts'
import { isUuid } from '../entries/index.ts'
import type { OfferedKind } from './event-message.ts'
import { webhookQueue, webhooksCacheKey } from './queue-deliveries.ts'
import { webhookMessages } from './webhook-messages.ts'
import {
  allWebhooks,
  deliveriesOf,
  disableWebhook,
  findWebhook,
  insertWebhook,
  requeueDelivery,
} from './webhooks.queries.ts'
import type { DeliveryState } from './webhooks.tables.ts'

/** Separates the key under which secrets of webhooks are encrypted. */
export const secretUse = 'webhook secret'

export type NewWebhook = {
  readonly name: string
  readonly url: string
  readonly kinds: readonly OfferedKind[]
  /** All collections when absent. */
  readonly collection?: CollectionRef
  /** The person whose rights decide what is told; the acting person when absent. */
  readonly ownerId?: string
}

export type Webhook = {
  readonly id: string
  readonly name: string
  readonly url: string
  readonly kinds: readonly string[]
  readonly collection: string | null
  readonly ownerId: string
  readonly createdAt: Date
  readonly disabledAt: Date | null
}

/** One telling of an event, for the log. */
export type Delivery = {
  readonly id: string
  readonly eventId: number
  readonly kind: string
  readonly state: DeliveryState
  readonly attempts: number
  readonly lastStatus: number | null
  readonly lastError: string | null
  readonly nextAttemptAt: Date | null
  readonly createdAt: Date
  readonly finishedAt: Date | null
}

/**
 * Subscribes a program to events. The secret with which its messages are signed is known from this answer only.
 *
 * For whoever enters the studio: it decides what leaves the installation.
 *
 * @throws Problem `sign-in-required`, `not-allowed`; `invalid-input` for an address that is none, or an owner without
 *   an open account; `not-found` for an unknown collection
 */
export async function subscribeWebhook(
  context: Context,
  request: NewWebhook,
): Promise<{ id: string; secret: string }> {
  await requireStudio(context)
  const ownerId = request.ownerId ?? (context.actor.kind === 'person' ? context.actor.personId : '')
  if (!isWebAddress(request.url)) throw invalid('url', webhookMessages.address)
  if (!isUuid(ownerId) || !(await hasOpenAccount(context, ownerId)))
    throw invalid('owner', webhookMessages.owner)
  const { model } = await definitionsOf(context)
  if (request.collection && !model.collections.has(request.collection)) throw problem('not-found')

  const id = context.ids.next()
  const secret = `whsec_${randomToken(32)}`
  await context.db.transaction().execute(async (tx) => {
    await insertWebhook(tx, {
      id,
      name: request.name,
      url: request.url,
      secret: seal(context, secretUse, secret),
      kinds: [...request.kinds],
      collection: request.collection ?? null,
      owner_id: ownerId,
      created_at: context.clock.now(),
    })
    await announceForget(tx, webhooksCacheKey)
  })
  context.cache.forget(webhooksCacheKey)
  return { id, secret }
}

/** The webhooks of the installation. @throws Problem `sign-in-required`, `not-allowed` */
export async function listWebhooks(context: Context): Promise<Webhook[]> {
  await requireStudio(context)
  return (await allWebhooks(context.db)).map((row) => ({
    id: row.id,
    name: row.name,
    url: row.url,
    kinds: row.kinds,
    collection: row.collection,
    ownerId: row.owner_id,
    createdAt: row.created_at,
    disabledAt: row.disabled_at,
  }))
}

/** Stops a webhook at once; what waits for it is withheld. @throws Problem `not-found` and those of the studio */
export async function stopWebhook(context: Context, id: string): Promise<void> {
  await requireStudio(context)
  await context.db.transaction().execute(async (tx) => {
    if (!isUuid(id) || !(await disableWebhook(tx, id, context.clock.now()))) throw problem('not-found')
    await announceForget(tx, webhooksCacheKey)
  })
  context.cache.forget(webhooksCacheKey)
}

/** What was told to a webhook, newest first. @throws Problem `not-found` and those of the studio */
export async function listDeliveries(
  context: Context,
  webhookId: string,
  query: { after?: string; limit?: number } = {},
): Promise<{ rows: Delivery[]; next: string | null }> {
  await requireStudio(context)
  if (!isUuid(webhookId) || !(await findWebhook(context.db, webhookId))) throw problem('not-found')
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200)
  const after = query.after !== undefined && isUuid(query.after) ? query.after : undefined
  const rows = await deliveriesOf(context.db, webhookId, { after, limit: limit + 1 })
  const page = rows.slice(0, limit)
  return {
    rows: page.map((row) => ({
      id: row.id,
      eventId: row.event_id,
      kind: row.event_kind,
      state: row.state,
      attempts: row.attempts,
      lastStatus: row.last_status,
      lastError: row.last_error,
      nextAttemptAt: row.next_attempt_at,
      createdAt: row.created_at,
      finishedAt: row.finished_at,
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** Tells an event again. @throws Problem `not-found` also while it is being told, and those of the studio */
export async function redeliver(context: Context, deliveryId: string): Promise<void> {
  await requireStudio(context)
  await context.db.transaction().execute(async (tx) => {
    const queued = isUuid(deliveryId) && (await requeueDelivery(tx, deliveryId, context.clock.now()))
    if (!queued) throw problem('not-found')
    await context.jobs.send(tx, webhookQueue, { deliveryId })
  })
}

async function requireStudio(context: Context): Promise<void> {
  if (await entersStudio(context)) return
  throw problem(context.actor.kind === 'nobody' ? 'sign-in-required' : 'not-allowed')
}

function invalid(path: string, text: LocalizedText) {
  return problem('invalid-input', { fields: [{ path, code: 'refused', text }] })
}

function isWebAddress(text: string): boolean {
  const url = URL.parse(text)
  return url !== null && /^https?:$/.test(url.protocol) && !url.username && !url.password
}
