// SPDX-License-Identifier: MIT
import fastifySwagger from '@fastify/swagger'
import type { FastifyInstance } from 'fastify'
import { jsonSchemaTransform, jsonSchemaTransformObject } from 'fastify-type-provider-zod'
import type { Accounts } from './modules/accounts/index.ts'
import { changeRequestsRoutes } from './modules/approvals/index.ts'
import { addressesRoutes } from './modules/addresses/index.ts'
import { clocksRoutes } from './modules/clocks/index.ts'
import { documentsRoutes } from './modules/documents/index.ts'
import { entriesRoutes, eventsRoutes } from './modules/entries/index.ts'
import { explanationsRoutes } from './modules/explanations/index.ts'
import { tasksRoutes } from './modules/tasks/index.ts'
import { webhooksRoutes } from './modules/webhooks/index.ts'
import { apiContext } from './request-contexts.ts'

/** The REST API: a second door to the use cases of the pages, described at `/api/openapi.json`. */
export async function mountApi(app: FastifyInstance, accounts: Accounts): Promise<void> {
  await app.register(async (api) => {
    await api.register(fastifySwagger, {
      openapi: {
        openapi: '3.1.0',
        info: {
          title: 'Guichet',
          version: '1',
          description:
            'Entries, their circuits, documents and history, under the rights of the account whose key is used.',
        },
        components: { securitySchemes: { key: { type: 'http', scheme: 'bearer' } } },
        security: [{ key: [] }],
      },
      transform: jsonSchemaTransform,
      transformObject: jsonSchemaTransformObject,
    })
    for (const routes of [
      entriesRoutes,
      tasksRoutes,
      documentsRoutes,
      eventsRoutes,
      changeRequestsRoutes,
      explanationsRoutes,
      clocksRoutes,
      webhooksRoutes,
    ]) {
      routes(api, (request) => apiContext(accounts, request))
    }
    addressesRoutes(api, accounts.platform)
    api.get('/api/openapi.json', { schema: { hide: true } }, () => api.swagger())
  })
}
