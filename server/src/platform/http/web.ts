// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'
import type {} from '@fastify/helmet'
import fastifyStatic from '@fastify/static'
import type { Locale } from '@guichet/engine'
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Tenant } from '../tenant.ts'
import { requestLocale } from './request-locale.ts'
import type { RequestContext, ShownProblem, WebContext } from './web-context.ts'
import { sendWebResponse, toWebRequest } from './web-messages.ts'

export interface WebOptions<Services> {
  /** Folder made by `react-router build`: `client/` and `server/index.js`. */
  readonly buildFolder: string
  /** Address people use. */
  readonly publicUrl: string
  readonly maxUploadBytes: number
  readonly contextFor: (request: FastifyRequest, locale: Locale) => Promise<RequestContext<Services>>
  /** Shown when the context itself cannot be made, the database being away for instance. */
  readonly fallbackTenant: () => Tenant
  readonly describeProblem: (error: unknown, locale: Locale, request: FastifyRequest) => ShownProblem
}

/** What the server bundle of the web exports. The server loads it by path and imports nothing of it. */
interface WebBuild<Services> {
  createWebHandler: (options: {
    publicUrl: string
  }) => (request: Request, context: WebContext<Services>) => Promise<Response>
  renderProblemPage: (problem: ShownProblem, page: Omit<WebContext<Services>, 'services'>) => Promise<string>
}

/** Paths that other parts of the server answer: the pages must not hide their 404. */
const notPages = /^\/(api|health|assets)(\/|$|\?)/

/**
 * Serves the pages: static files of the build (immutable, compressed at build), then everything else through the
 * server-rendered application. Encapsulated: bodies are handed over unread, whatever parsers the rest registers.
 */
export async function mountWeb<Services>(app: FastifyInstance, options: WebOptions<Services>): Promise<void> {
  const build = (await import(
    pathToFileURL(join(options.buildFolder, 'server/index.js')).href
  )) as WebBuild<Services>
  const handle = build.createWebHandler({ publicUrl: options.publicUrl })

  await app.register(async (pages) => {
    await pages.register(fastifyStatic, {
      root: join(options.buildFolder, 'client/assets'),
      prefix: '/assets/',
      decorateReply: false,
      preCompressed: true,
      immutable: true,
      maxAge: '1y',
    })
    pages.removeAllContentTypeParsers()
    pages.addContentTypeParser('*', (_request, payload, done) => done(null, payload))
    pages.setErrorHandler((error, request, reply) => {
      // The reader has left before the end: nobody is there to be told, and nothing is wrong.
      if (request.raw.socket.destroyed) return reply.hijack()
      return sendProblemPage(build, options, error, request, reply)
    })
    // Forms know no other method; what scanners send besides is nowhere.
    pages.route({ method: ['GET', 'POST'], url: '/*', handler: page })

    async function page(request: FastifyRequest, reply: FastifyReply) {
      const isAddress = URL.canParse(request.url, `${request.protocol}://${request.host}`)
      if (!isAddress || notPages.test(request.url)) return reply.callNotFound()
      const given = await options.contextFor(request, localeOf(request))
      const { locale } = given
      const context: WebContext<Services> = {
        ...given,
        cspNonce: reply.cspNonce,
        describeProblem: (error) => options.describeProblem(error, locale, request),
      }
      const response = await handle(
        toWebRequest(request, abortedWith(reply), options.maxUploadBytes),
        context,
      )
      return sendWebResponse(request, reply, response)
    }
  })
}

/** The page of a failure met before or outside the application: its look, without its services. */
async function sendProblemPage<Services>(
  build: WebBuild<Services>,
  options: WebOptions<Services>,
  error: unknown,
  request: FastifyRequest,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const locale = localeOf(request)
  const describeProblem = (thrown: unknown) => options.describeProblem(thrown, locale, request)
  const problem = describeProblem(error)
  const page = await build.renderProblemPage(problem, {
    tenant: options.fallbackTenant(),
    viewer: undefined,
    now: new Date(),
    locale,
    cspNonce: reply.cspNonce,
    describeProblem,
  })
  return reply
    .code(problem.status)
    .type('text/html; charset=utf-8')
    .header('cache-control', 'no-store')
    .send(page)
}

const localeOf = (request: FastifyRequest): Locale =>
  requestLocale(request.headers.cookie, request.headers['accept-language'])

/** Stops the work of a page whose reader has gone. */
function abortedWith(reply: FastifyReply): AbortSignal {
  const controller = new AbortController()
  reply.raw.once('close', () => {
    if (!reply.raw.writableFinished) controller.abort()
  })
  return controller.signal
}
