// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import { presentProblem, type PresentedProblem, problemToJson } from './present-problem.ts'
import { problem, type Problem } from './problems.ts'
import { requestLocale } from './request-locale.ts'
import { type Limits, toProblem } from './to-problem.ts'

/** The HTML of a problem, for somebody who reads pages. */
export type ProblemPage = (
  problem: PresentedProblem,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<string>

/** Turns whatever a route throws into an answer: JSON for programs (RFC 9457), a page or plain text for people. */
export function answerProblems(app: FastifyInstance, limits: Limits, page?: ProblemPage): void {
  app.setErrorHandler((error, request, reply) => sendProblem(toProblem(error, limits), request, reply, page))
  app.setNotFoundHandler((request, reply) => sendProblem(problem('not-found'), request, reply, page))
}

/**
 * Anything thrown, as a page may show it, after the log was told. For those who render their own errors.
 */
export function describeProblem(
  error: unknown,
  locale: Locale,
  request: FastifyRequest,
  limits: Limits,
): PresentedProblem {
  const found = toProblem(error, limits)
  logProblem(found, request)
  return presentProblem(found, locale, request.id)
}

/** The problem of a source that asked too much, to wait `ttl` milliseconds. */
export function rateLimited(ttl: number): Problem {
  return problem('rate-limited', { retryAfterSeconds: Math.max(1, Math.ceil(ttl / 1000)) })
}

async function sendProblem(
  found: Problem,
  request: FastifyRequest,
  reply: FastifyReply,
  page?: ProblemPage,
): Promise<FastifyReply> {
  logProblem(found, request)
  const locale = requestLocale(request.headers.cookie, request.headers['accept-language'])
  reply.code(found.status).header('cache-control', 'no-store').headers(extraHeaders(found))
  // The declared schema of the route is for its success.
  reply.serializer((body: unknown) => (typeof body === 'string' ? body : JSON.stringify(body)))
  if (readsPages(request)) {
    const presented = presentProblem(found, locale, request.id)
    if (page) return reply.type('text/html; charset=utf-8').send(await page(presented, request, reply))
    return reply
      .type('text/plain; charset=utf-8')
      .send(`${presented.title}\n\n${presented.detail}\n\n${request.id}\n`)
  }
  return reply.type('application/problem+json').send(problemToJson(found, locale, request.id))
}

/** Ours are told with their cause; the refusals of everyday life with their name. */
function logProblem(found: Problem, request: FastifyRequest): void {
  if (found.status >= 500)
    request.log.error({ code: found.code, err: found.cause ?? found }, 'request failed')
  else request.log.debug({ code: found.code, err: found.cause }, 'request refused')
}

function readsPages(request: FastifyRequest): boolean {
  return (
    !/^\/(api|health)(\/|$|\?)/.test(request.url) && /text\/html|\*\/\*/.test(request.headers.accept ?? '*/*')
  )
}

/** What RFC 9110 wants beside some statuses. */
function extraHeaders(found: Problem): Record<string, string> {
  if (found.status === 401) return { 'www-authenticate': 'Bearer realm="guichet"' }
  if (found.code === 'rate-limited') {
    return { 'retry-after': String((found.data as { retryAfterSeconds: number }).retryAfterSeconds) }
  }
  return found.status === 503 ? { 'retry-after': '10' } : {}
}
