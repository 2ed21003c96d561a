// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { entryHistory, type HistoryLine } from './history.ts'

const eventJson = z
  .object({
    id: z.int(),
    at: z.iso.datetime(),
    kind: z.string(),
    actor: z.object({ kind: z.string(), name: z.string().nullable() }),
    transition: z
      .object({ key: z.string(), to: z.string().nullable(), reason: z.string().nullable() })
      .nullable(),
    changes: z.array(z.object({ field: z.string(), before: z.unknown(), after: z.unknown() })),
  })
  .meta({ id: 'Event' })

/** What happened to an entry, for whoever may read its history. */
export function eventsRoutes(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/events',
    {
      schema: {
        tags: ['events'],
        summary: 'History of an entry, newest first',
        querystring: z.object({
          entry: z.uuid(),
          before: z.coerce.number().int().optional().meta({ description: 'Id of the last event seen' }),
        }),
        response: { 200: z.object({ events: z.array(eventJson) }) },
      },
    },
    async (request) => {
      const { entry, before } = request.query
      const lines = await entryHistory(await contextFor(request), entry, before)
      return { events: lines.map(toJson) }
    },
  )
}

function toJson({ id, at, kind, actor, transition, changes }: HistoryLine): z.infer<typeof eventJson> {
  return {
    id,
    at: at.toISOString(),
    kind,
    actor: { kind: actor.kind, name: actor.name },
    transition: transition
      ? { key: transition.key, to: transition.to?.key ?? null, reason: transition.reason }
      : null,
    changes: changes.map(({ field, before, after }) => ({ field, before, after })),
  }
}
