// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify'

/** Gives each answer the id of its request, and writes one line about it: no query, no token, no person. */
export function logRequests(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id)
  })
  app.addHook('onResponse', async (request, reply) => {
    const { method } = request
    const line = {
      method,
      path: loggedPath(request),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime),
    }
    // Watchmen ask every few seconds; only their failures are news.
    if (request.url === '/health' && reply.statusCode === 200) request.log.debug(line, 'request')
    else request.log.info(line, 'request')
  })
}

/**
 * The pattern of the route where there is one (`/api/v1/entries/:solution/:collection`), else the path with what
 * could be a secret removed: whoever reads a log must not be able to follow an access link.
 */
function loggedPath(request: FastifyRequest): string {
  const pattern = request.routeOptions.url
  return pattern !== undefined && !pattern.includes('*') ? pattern : redactPath(request.url)
}

/** The path without its query, each segment that is long and not an identifier of ours replaced. */
export function redactPath(url: string): string {
  const [path = ''] = url.split('?', 1)
  return path
    .split('/')
    .map((segment) =>
      segment.length < 20 || uuid.test(segment) || /\.(js|css|woff2)$/.test(segment) ? segment : '…',
    )
    .join('/')
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/
