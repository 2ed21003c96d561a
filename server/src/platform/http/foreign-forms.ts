// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { problem } from './problems.ts'

declare module 'fastify' {
  interface FastifyContextConfig {
    /** Forms of other sites come here on purpose, and are believed for something else than a cookie. */
    takesForeignForms?: true
  }
}

/**
 * Refuses what another site makes a browser send here with its cookies (CSRF), on every route, pages and API alike: a
 * session opens both. The cookies' own `SameSite=Lax` is the first barrier, which a neighbour of the same domain
 * passes (`autres.ville.fr`); this is the second. A route that expects such forms says so in its `config`.
 */
export function refuseForeignForms(app: FastifyInstance, publicUrl: string): void {
  app.addHook('onRequest', async (request) => {
    if (request.routeOptions.config?.takesForeignForms) return
    if (!isFromHere(request, publicUrl)) throw problem('foreign-site')
  })
}

function isFromHere(request: FastifyRequest, publicUrl: string): boolean {
  if (['GET', 'HEAD', 'OPTIONS'].includes(request.method)) return true
  const { origin, cookie, 'sec-fetch-site': site } = request.headers
  if (site === 'same-origin') return true
  if (origin !== undefined) return isOurs(origin, request, publicUrl)
  // A program says neither, and carries no cookie; a browser that carries one says where its form was.
  return site === undefined && cookie === undefined
}

/** The address that people were told, or the very host that the browser says it is talking to. */
function isOurs(origin: string, request: FastifyRequest, publicUrl: string): boolean {
  const from = URL.parse(origin)
  return from !== null && (from.origin === new URL(publicUrl).origin || from.host === request.host)
}
