// SPDX-License-Identifier: MIT
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { brotliCompressSync, brotliDecompressSync, gunzipSync } from 'node:zlib'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { testTenant } from '../../testing/tenant.ts'
import { uuidV7Ids } from '../ids.ts'
import { silentLog } from '../log.ts'
import { describeProblem } from './problem-answers.ts'
import { problem } from './problems.ts'
import { createHttpServer } from './server.ts'
import { mountWeb } from './web.ts'

const maxUploadBytes = 3_000_000
const limits = { bodyLimit: 1_048_576, maxUploadBytes }

/** A build as small as can be: what the pages would answer, told as text. */
const bundle = `
export const createWebHandler = () => async (request, context) => {
  const { pathname } = new URL(request.url)
  if (pathname === '/echo') {
    const body = new Uint8Array(await request.arrayBuffer())
    return Response.json({ bytes: body.length, type: request.headers.get('content-type'), locale: context.locale })
  }
  if (pathname === '/cookies') {
    const headers = new Headers({ location: '/next' })
    headers.append('set-cookie', 'a=1')
    headers.append('set-cookie', 'b=2')
    return new Response(null, { status: 302, headers })
  }
  if (pathname === '/services') return new Response(context.services.hello())
  return new Response('<p>' + 'page '.repeat(1000) + '</p>', { headers: { 'content-type': 'text/html' } })
}
export const renderProblemPage = async (problem, page) => problem.status + ' ' + problem.title + ' ' + page.locale
`

let folder: string
let app: FastifyInstance

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'guichet-web-'))
  mkdirSync(join(folder, 'server'))
  mkdirSync(join(folder, 'client/assets'), { recursive: true })
  writeFileSync(join(folder, 'package.json'), '{"type":"module"}')
  writeFileSync(join(folder, 'server/index.js'), bundle)
  writeFileSync(join(folder, 'client/assets/a-1.js'), 'let a')
  writeFileSync(join(folder, 'client/assets/a-1.js.br'), brotliCompressSync('let a'))
  app = await createHttpServer({
    log: silentLog,
    ids: uuidV7Ids(),
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    maxUploadBytes,
    checks: {},
  })
  await mountWeb(app, {
    buildFolder: folder,
    publicUrl: 'http://localhost:3000',
    maxUploadBytes,
    fallbackTenant: () => testTenant,
    contextFor: async (request, locale) => {
      if (request.url === '/away') throw problem('database-unavailable')
      const services = { hello: () => 'hello' }
      return { services, locale, tenant: testTenant, viewer: undefined, now: new Date() }
    },
    describeProblem: (error, locale, request) => describeProblem(error, locale, request, limits),
  })
  await app.ready()
})
afterAll(async () => {
  await app.close()
  rmSync(folder, { recursive: true, force: true })
})

describe('a page', () => {
  it('finds its services in its context', async () => {
    expect((await app.inject('/services')).body).toBe('hello')
  })

  it.each([
    ['br', brotliDecompressSync],
    ['gzip', gunzipSync],
  ])('is sent in %s to a browser that reads it', async (encoding, decompress) => {
    const answer = await app.inject({ url: '/', headers: { 'accept-encoding': encoding } })
    expect(answer.headers).toMatchObject({ 'content-encoding': encoding, vary: 'accept-encoding' })
    expect(answer.rawPayload.length).toBeLessThan(500)
    expect(decompress(answer.rawPayload).toString()).toContain('page page')
  })

  it('keeps every cookie that it sets', async () => {
    const answer = await app.inject('/cookies')
    expect(answer.statusCode).toBe(302)
    expect(answer.headers['set-cookie']).toEqual(['a=1', 'b=2'])
  })

  it('does not answer for the API', async () => {
    const answer = await app.inject('/api/unknown')
    expect(answer.statusCode).toBe(404)
    expect(answer.headers['content-type']).toContain('application/problem+json')
  })
})

describe('what is no address and no method of a page', () => {
  it.each([
    ['an address without a host', { url: '//', method: 'GET' }],
    ['a host that is none', { url: '/', method: 'GET', headers: { host: 'a b' } }],
    ['TRACE', { url: '/', method: 'TRACE' }],
    ['PUT', { url: '/', method: 'PUT' }],
    ['OPTIONS', { url: '/', method: 'OPTIONS' }],
  ] as const)('is not found, and not a failure of ours: %s', async (_, asked) => {
    expect((await app.inject(asked as { url: string; method: 'GET' })).statusCode).toBe(404)
  })
})

describe('a form', () => {
  const headers = { 'content-type': 'multipart/form-data; boundary=x', 'accept-language': 'en' }

  it('is handed over unread, whatever its type', async () => {
    const answer = await app.inject({
      method: 'POST',
      url: '/echo',
      headers,
      payload: Buffer.alloc(2_500_000),
    })
    expect(answer.json()).toEqual({ bytes: 2_500_000, type: headers['content-type'], locale: 'en' })
  })

  it('with files larger than allowed is stopped, with a page that says so', async () => {
    const payload = Buffer.alloc(maxUploadBytes + 1)
    const answer = await app.inject({ method: 'POST', url: '/echo', headers, payload })
    expect(answer.statusCode).toBe(413)
    expect(answer.headers['content-type']).toContain('text/html')
  })

  it('without files has a limit of its own, far lower', async () => {
    const plain = { 'content-type': 'application/x-www-form-urlencoded' }
    const payload = 'a='.padEnd(2_200_000, 'b')
    expect((await app.inject({ method: 'POST', url: '/echo', headers: plain, payload })).statusCode).toBe(413)
  })

  it('from another site is refused before it is read', async () => {
    const foreign = { ...headers, origin: 'https://evil.example' }
    expect(
      (await app.inject({ method: 'POST', url: '/echo', headers: foreign, payload: 'a' })).statusCode,
    ).toBe(403)
  })
})

describe('a failure before the page', () => {
  it('is told in the reader’s language, in the look of the pages', async () => {
    const answer = await app.inject({ url: '/away', headers: { 'accept-language': 'en' } })
    expect(answer.statusCode).toBe(503)
    expect(answer.body).toMatch(/^503 .* en$/)
    expect(answer.headers['cache-control']).toBe('no-store')
  })
})

describe('a file of the build', () => {
  it('is kept for good by browsers, and sent as it was compressed', async () => {
    const answer = await app.inject({ url: '/assets/a-1.js', headers: { 'accept-encoding': 'br' } })
    expect(answer.headers['cache-control']).toBe('public, max-age=31536000, immutable')
    expect(answer.headers['content-encoding']).toBe('br')
  })

  it('that is not there is not a page', async () => {
    expect((await app.inject('/assets/none.js')).statusCode).toBe(404)
    expect((await app.inject('/assets/..%2f..%2fserver/index.js')).statusCode).not.toBe(200)
  })
})
