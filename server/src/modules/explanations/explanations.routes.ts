// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { explainAccess } from './explain-access.ts'
import { whoSees } from './who-sees.ts'

const ground = z.object({ words: z.string(), rule: z.int() })

/** Why somebody may or may not, and who sees an entry, for whoever may `explain` it. */
export function explanationsRoutes(
  app: FastifyInstance,
  contextFor: (request: FastifyRequest) => Promise<Context>,
): void {
  const api = app.withTypeProvider<ZodTypeProvider>()
  const tags = ['explanations']

  api.get(
    '/api/v1/explanations',
    {
      schema: {
        tags,
        summary: 'Why a person may or may not do something on an entry',
        querystring: z.object({
          entry: z.uuid(),
          person: z.uuid(),
          action: z.string().meta({ description: '`read`, `edit`, `transition:accept`…', example: 'read' }),
          field: z.string().optional(),
        }),
        response: {
          200: z.object({ may: z.boolean(), sentence: z.string(), since: z.iso.date().nullable() }),
        },
      },
    },
    async (request) => {
      const { entry: entryId, person: personId, action, field } = request.query
      return explainAccess(await contextFor(request), { entryId, personId, action, field })
    },
  )

  api.get(
    '/api/v1/explanations/who-sees',
    {
      schema: {
        tags,
        summary: 'Who may read an entry, and why',
        querystring: z.object({ entry: z.uuid() }),
        response: {
          200: z.object({
            people: z.array(z.object({ id: z.uuid(), name: z.string(), grounds: z.array(ground) })),
            total: z.int().meta({ description: 'Those you may not read in the directory included' }),
            capped: z.boolean(),
            links: z.array(
              z.object({
                name: z.string(),
                email: z.string(),
                title: z.string(),
                expiresAt: z.iso.datetime(),
              }),
            ),
            open: z.array(ground).meta({ description: 'Rules that name nobody' }),
            except: z.array(z.object({ id: z.uuid(), name: z.string() })),
          }),
        },
      },
    },
    async (request) => {
      const seen = await whoSees(await contextFor(request), request.query.entry)
      return {
        ...seen,
        people: seen.people.map((one) => ({ ...one, grounds: [...one.grounds] })),
        links: seen.links.map((link) => ({ ...link, expiresAt: link.expiresAt.toISOString() })),
        open: [...seen.open],
        except: [...seen.except],
      }
    },
  )
}
