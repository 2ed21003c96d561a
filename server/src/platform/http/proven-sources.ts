// SPDX-License-Identifier: MIT
import type { FastifyInstance, FastifyRequest } from 'fastify'
import { tokenHash } from '../secrets.ts'

declare module 'fastify' {
  interface FastifyRequest {
    /** The key or the session that sent it, once it was proven. */
    provenSource?: string
  }
}

/** Credentials remembered at most; the one that was proven longest ago is forgotten first. */
const mostKnown = 10_000

/**
 * Remembers which credentials were proven, and returns what tells the source of a request by them: people who share an
 * address, as those of a town hall do, have each their own allowance.
 *
 * The rate limit comes before anyone is looked up. A credential that nobody has proven counts under its address: made
 * up, it would be a fresh allowance each time. One that was revoked since only uses up its own.
 */
export function rememberSources(app: FastifyInstance): (request: FastifyRequest) => string | undefined {
  const known = new Map<string, string>()
  app.addHook('onResponse', async (request) => {
    const { provenSource } = request
    const credential = credentialOf(request)
    if (provenSource === undefined || credential === undefined) return
    known.delete(credential)
    known.set(credential, provenSource)
    const [oldest] = known.keys()
    if (known.size > mostKnown && oldest !== undefined) known.delete(oldest)
  })
  return (request) => {
    const credential = credentialOf(request)
    return credential === undefined ? undefined : known.get(credential)
  }
}

/** A digest of what a request proves itself by: a secret is not kept in memory. */
function credentialOf({ headers: { authorization, cookie } }: FastifyRequest): string | undefined {
  const text = authorization ?? cookie
  return text === undefined ? undefined : tokenHash(text).toString('base64url')
}
