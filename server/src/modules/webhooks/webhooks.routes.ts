// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { offeredKinds } from './event-message.ts'
import {
  type Delivery,
  listDeliveries,
  listWebhooks,
  redeliver,
  stopWebhook,
  subscribeWebhook,
  type Webhook,
} from './subscribe.ts'
import { deliveryStates } from './webhooks.tables.ts'

const webhookJson = z
  .object({
    id: z.uuid(),
    name: z.string(),
    url: z.string(),
    kinds: z.array(z.string()),
    collection: z.string().nullable(),
    owner: z.uuid().meta({ description: 'The person whose rights decide what is told' }),
    createdAt: z.iso.datetime(),
    stoppedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'Webhook' })

const newWebhookJson = z
  .object({
    name: z.string().trim().min(1).max(100),
    url: z.string().max(2_000),
    kinds: z.array(z.enum(offeredKinds)).min(1),
    collection: z
      .string()
      .regex(/^[a-z][a-z0-9-]*\.[a-z]\w*$/i)
      .transform((text) => text as CollectionRef) // the pattern is that of a collection reference
      .optional(),
    owner: z.uuid().optional().meta({ description: 'The account of the key unless told' }),
  })
  .meta({ id: 'NewWebhook' })

const deliveryJson = z
  .object({
    id: z.uuid(),
    event: z.int(),
    kind: z.string(),
    state: z.enum(deliveryStates),
    attempts: z.int(),
    lastStatus: z.int().nullable(),
    lastError: z.string().nullable(),
    nextAttemptAt: z.iso.datetime().nullable(),
    createdAt: z.iso.datetime(),
    finishedAt: z.iso.datetime().nullable(),
  })
  .meta({ id: 'WebhookDelivery' })

const one = z.object({ id: z.uuid() })

/** Who is told of events, and what was told: for accounts that enter the studio. */
export function webhooksRoutes(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): void {
  const api = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['webhooks']

  api.get(
    '/api/v1/webhooks',
    {
      schema: {
        tags,
        summary: 'The webhooks',
        response: { 200: z.object({ webhooks: z.array(webhookJson) }) },
      },
    },
    async (request) => ({ webhooks: (await listWebhooks(await contextFor(request))).map(toJson) }),
  )

  api.post(
    '/api/v1/webhooks',
    {
      schema: {
        tags,
        summary: 'Ask to be told of events',
        description: 'The answer holds the secret that signs the messages; it is not told again.',
        body: newWebhookJson,
        response: { 201: z.object({ id: z.uuid(), secret: z.string() }) },
      },
    },
    async (request, reply) => {
      const { name, url, kinds, collection, owner } = request.body
      const made = await subscribeWebhook(await contextFor(request), {
        name,
        url,
        kinds,
        ...(collection !== undefined && { collection }),
        ...(owner !== undefined && { ownerId: owner }),
      })
      return reply.status(201).send(made)
    },
  )

  api.delete(
    '/api/v1/webhooks/:id',
    { schema: { tags, summary: 'Stop a webhook', params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      await stopWebhook(await contextFor(request), request.params.id)
      return reply.status(204).send(null)
    },
  )

  api.get(
    '/api/v1/webhooks/:id/deliveries',
    {
      schema: {
        tags,
        summary: 'What was told, newest first',
        params: one,
        querystring: z.object({
          after: z.uuid().optional(),
          limit: z.coerce.number().int().min(1).max(200).optional(),
        }),
        response: { 200: z.object({ deliveries: z.array(deliveryJson), next: z.uuid().nullable() }) },
      },
    },
    async (request) => {
      const { after, limit } = request.query
      const { rows, next } = await listDeliveries(await contextFor(request), request.params.id, {
        ...(after !== undefined && { after }),
        ...(limit !== undefined && { limit }),
      })
      return { deliveries: rows.map(deliveryToJson), next }
    },
  )

  api.post(
    '/api/v1/webhooks/deliveries/:id/again',
    { schema: { tags, summary: 'Tell again', params: one, response: { 204: z.null() } } },
    async (request, reply) => {
      await redeliver(await contextFor(request), request.params.id)
      return reply.status(204).send(null)
    },
  )
}

function toJson(webhook: Webhook): z.infer<typeof webhookJson> {
  const { id, name, url, collection, ownerId, createdAt, disabledAt } = webhook
  return {
    id,
    name,
    url,
    collection,
    kinds: [...webhook.kinds],
    owner: ownerId,
    createdAt: createdAt.toISOString(),
    stoppedAt: disabledAt?.toISOString() ?? null,
  }
}

function deliveryToJson(delivery: Delivery): z.infer<typeof deliveryJson> {
  const { id, eventId, kind, state, attempts, lastStatus, lastError } = delivery
  return {
    id,
    kind,
    state,
    attempts,
    lastStatus,
    lastError,
    event: eventId,
    nextAttemptAt: delivery.nextAttemptAt?.toISOString() ?? null,
    createdAt: delivery.createdAt.toISOString(),
    finishedAt: delivery.finishedAt?.toISOString() ?? null,
  }
}
