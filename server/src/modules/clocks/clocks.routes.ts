// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { type ClockView, entryClock } from './entry-clock.ts'

const day = z.iso.date()

const clockJson = z
  .object({
    silence: z.enum(['accepts', 'rejects', 'none']),
    state: z.enum(['none', 'waiting', 'running', 'suspended', 'stopped', 'expired']),
    receivedOn: day,
    startedOn: day.nullable(),
    dueOn: day.nullable().meta({ description: 'Last day to decide; while suspended, if nothing comes' }),
    daysLeft: z.int().nullable(),
    suspendedDays: z.int(),
    completeBy: day.nullable(),
    closed: z.boolean(),
    lines: z.array(
      z.object({
        on: day,
        event: z.string(),
        effect: z.string(),
        dueOn: day.nullable(),
        words: z.string(),
      }),
    ),
    receipts: z.array(z.object({ kind: z.string(), issuedAt: z.iso.datetime() })),
  })
  .meta({ id: 'LegalClock' })

/** The legal clock of an entry, for whoever may read the entry. */
export function clocksRoutes(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/clocks/:entry',
    {
      schema: {
        tags: ['clocks'],
        summary: 'Legal clock of an entry: its last day, and the ledger that says why',
        params: z.object({ entry: z.uuid() }),
        response: {
          200: z.object({ clock: clockJson.nullable().meta({ description: 'Null without a regime' }) }),
        },
      },
    },
    async (request) => {
      const clock = await entryClock(await contextFor(request), request.params.entry)
      return { clock: clock && toJson(clock) }
    },
  )
}

function toJson({ lines, receipts, ...clock }: ClockView): z.infer<typeof clockJson> {
  return {
    ...clock,
    lines: lines.map(({ on, event, effect, dueOn, words }) => ({ on, event, effect, dueOn, words })),
    receipts: receipts.map(({ kind, issuedAt }) => ({ kind, issuedAt: issuedAt.toISOString() })),
  }
}
