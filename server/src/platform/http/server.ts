// SPDX-License-Identifier: MIT
import fastifyCookie from '@fastify/cookie'
import fastifyMultipart from '@fastify/multipart'
import fastifyRateLimit from '@fastify/rate-limit'
import Fastify, { type FastifyBaseLogger, type FastifyInstance, LogController } from 'fastify'
import { serializerCompiler, validatorCompiler } from 'fastify-type-provider-zod'
import type { Ids } from '../ids.ts'
import type { Log } from '../log.ts'
import { refuseForeignForms } from './foreign-forms.ts'
import { answerHealth, type HealthChecks } from './health.ts'
import { answerProblems, type ProblemPage, rateLimited } from './problem-answers.ts'
import { rememberSources } from './proven-sources.ts'
import { logRequests } from './request-log.ts'
import { secureHeaders } from './secure-headers.ts'

export type HttpOptions = {
  log: Log
  ids: Ids
  /** The address people use, without a slash at the end. HTTPS there is what switches HSTS on. */
  publicUrl: string
  /** Whether the machine in front may tell the client's address, the scheme and a request id in headers. */
  trustProxy: boolean | string
  /** Largest file deposited. */
  maxUploadBytes: number
  /** Largest body that is no deposit. */
  bodyLimit?: number
  /** Requests a minute from one key, session or, for the others, address; the answer to the next is `rate-limited`. */
  requestsPerMinute?: number
  checks: HealthChecks
  /** Shows a problem to somebody who reads pages, once the pages are there. */
  problemPage?: ProblemPage
}

const defaultBodyLimit = 1_048_576

/**
 * The HTTP server, before its routes: identified and logged requests, safe headers, limits, problems as answers,
 * `GET /health`. Routes declare zod schemas (`app.withTypeProvider<ZodTypeProvider>()`); what is not in a response's
 * schema does not leave.
 */
export async function createHttpServer(options: HttpOptions): Promise<FastifyInstance> {
  const { log, ids, trustProxy, maxUploadBytes, bodyLimit = defaultBodyLimit } = options
  // With pino's own type, the instance would be of a kind that no plugin and no route expects.
  const loggerInstance: FastifyBaseLogger = log
  const app: FastifyInstance = Fastify({
    loggerInstance,
    // Its own lines would hold addresses with their tokens: see `logRequests`.
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    genReqId: (request) => givenId(request.headers['x-request-id'], trustProxy) ?? ids.next(),
    trustProxy,
    bodyLimit,
    // A deposit from a slow line takes its time; headers do not.
    requestTimeout: 15 * 60_000,
    forceCloseConnections: 'idle',
    return503OnClosing: true,
    routerOptions: { maxParamLength: 500 },
  })
  app.setValidatorCompiler(validatorCompiler)
  app.setSerializerCompiler(serializerCompiler)
  logRequests(app)
  answerProblems(app, { bodyLimit, maxUploadBytes }, options.problemPage)
  await secureHeaders(app, options.publicUrl)
  refuseForeignForms(app, options.publicUrl)
  await app.register(fastifyCookie)
  await app.register(fastifyMultipart, {
    limits: { fileSize: maxUploadBytes, files: 20, fields: 500, fieldSize: bodyLimit, headerPairs: 50 },
  })
  const sourceOf = rememberSources(app)
  await app.register(fastifyRateLimit, {
    max: options.requestsPerMinute ?? 1_200,
    timeWindow: 60_000,
    allowList: (request) => /^\/(assets|health)(\/|$)/.test(request.url),
    // Without an identity, the address; a home holds a whole IPv6 network of 64 bits.
    keyGenerator: (request) => sourceOf(request) ?? fastifyRateLimit.normalizeIP(request.ip, 64),
    errorResponseBuilder: (_request, { ttl }) => rateLimited(ttl),
  })
  answerHealth(app, options.checks)
  return app
}

/** The id that a trusted proxy gave the request, so that its log and ours speak of the same one. */
function givenId(header: string | string[] | undefined, trustProxy: boolean | string): string | undefined {
  return trustProxy !== false && typeof header === 'string' && /^[\w.-]{8,64}$/.test(header)
    ? header
    : undefined
}
