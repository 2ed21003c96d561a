// SPDX-License-Identifier: MIT
import type {} from '@fastify/rate-limit'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { z } from 'zod'
import type { Platform } from '../../platform/context.ts'
import { findAddresses } from './find-addresses.ts'

const addressJson = z
  .object({
    label: z.string(),
    housenumber: z.string().optional(),
    street: z.string().optional(),
    postcode: z.string().optional(),
    city: z.string().optional(),
    citycode: z.string().optional(),
    context: z.string().optional(),
    coordinates: z.object({ lon: z.number(), lat: z.number() }).optional(),
  })
  .meta({ id: 'Address' })

const foundJson = z.object({
  line: z.string(),
  detail: z.string(),
  kind: z.enum(['number', 'street', 'place', 'town']),
  address: addressJson,
})

/** What a person who types asks in a minute, and a program that takes the base away does not stay under. */
const searchesPerMinute = 240

/** Addresses proposed while one is typed. Public, as the forms are that they complete. */
export function addressesRoutes(app: FastifyInstance, platform: Platform): void {
  app.withTypeProvider<ZodTypeProvider>().get(
    '/api/v1/addresses',
    {
      config: { rateLimit: { max: searchesPerMinute, timeWindow: 60_000 } },
      schema: {
        tags: ['addresses'],
        summary: 'The addresses that an unfinished text may mean',
        security: [],
        querystring: z.object({ q: z.string().max(200) }),
        response: { 200: z.object({ addresses: z.array(foundJson) }) },
      },
    },
    async (request, reply) => {
      void reply.header('cache-control', 'private, max-age=60')
      return { addresses: [...(await findAddresses(platform, request.query.q))] }
    },
  )
}
