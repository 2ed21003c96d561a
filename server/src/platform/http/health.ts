// SPDX-License-Identifier: MIT
import { setTimeout as delay } from 'node:timers/promises'
import type { FastifyInstance } from 'fastify'

/** What the platform stands on, each with a way to ask whether it is there: resolves, or rejects. */
export type HealthChecks = Readonly<Record<string, () => Promise<unknown>>>

/** An answer that takes longer than this is none. */
const patienceMs = 2_000

/**
 * `GET /health`: 200 when everything answers, 503 otherwise, and what does not. Reasons go to the log: whoever watches
 * from outside learns no address and no message.
 */
export function answerHealth(app: FastifyInstance, checks: HealthChecks): void {
  app.get('/health', async (request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => {
        const failure = await failureOf(check)
        if (failure !== undefined) request.log.warn({ check: name, err: failure }, 'health check failed')
        return [name, failure === undefined ? 'ok' : 'failing'] as const
      }),
    )
    const isOk = results.every(([, result]) => result === 'ok')
    reply.code(isOk ? 200 : 503).header('cache-control', 'no-store')
    return { status: isOk ? 'ok' : 'failing', checks: Object.fromEntries(results) }
  })
}

async function failureOf(check: () => Promise<unknown>): Promise<unknown> {
  const tooSlow = new AbortController()
  try {
    await Promise.race([
      check(),
      delay(patienceMs, undefined, { signal: tooSlow.signal }).then(() =>
        Promise.reject(new Error('no answer in time')),
      ),
    ])
    return undefined
  } catch (error) {
    return error ?? new Error('refused')
  } finally {
    tooSlow.abort()
  }
}
