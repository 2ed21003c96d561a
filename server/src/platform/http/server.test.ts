// SPDX-License-Identifier: MIT
import { Writable } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import type { FastifyInstance } from 'fastify'
import type { ZodTypeProvider } from 'fastify-type-provider-zod'
import { afterEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { uuidV7Ids } from '../ids.ts'
import { createLog, silentLog } from '../log.ts'
import { problem } from './problems.ts'
import { createHttpServer, type HttpOptions } from './server.ts'

let app: FastifyInstance
afterEach(() => app.close())

async function aServer(options: Partial<HttpOptions> = {}): Promise<FastifyInstance> {
  app = await createHttpServer({
    log: silentLog,
    ids: uuidV7Ids(),
    publicUrl: 'http://localhost:3000',
    trustProxy: false,
    maxUploadBytes: 1_000,
    checks: {},
    ...options,
  })
  app.get('/api/gone', async () => {
    throw problem('link-expired', { renewable: true })
  })
  app.get('/api/broken', async () => {
    throw new Error('the secret of the house')
  })
  app.withTypeProvider<ZodTypeProvider>().post(
    '/api/people',
    {
      schema: {
        body: z.strictObject({ name: z.string().max(5) }),
        response: { 200: z.object({ name: z.string() }) },
      },
    },
    async ({ body }) => ({ name: body.name, password: 'not for you' }),
  )
  app.post('/api/files', async (request) => {
    const part = await request.file()
    return { bytes: part ? (await buffer(part.file)).length : 0, truncated: part?.file.truncated }
  })
  app.get('/page', async (_request, reply) => reply.type('text/html').send(reply.cspNonce.script))
  app.get('/whoever', async (request) => {
    if (request.headers.authorization === 'Bearer jeanne') request.provenSource = 'key:jeanne'
    return {}
  })
  app.get('/page/broken', async () => {
    throw problem('not-allowed')
  })
  await app.ready()
  return app
}

describe('a problem met by a program', () => {
  it('is answered as application/problem+json with the reference that the header and the log carry', async () => {
    const answer = await (await aServer()).inject('/api/gone')
    expect(answer.statusCode).toBe(410)
    expect(answer.headers['content-type']).toBe('application/problem+json')
    expect(answer.json()).toMatchObject({
      code: 'link-expired',
      status: 410,
      renewable: true,
      title: 'Lien expiré',
    })
    expect(answer.json()).toMatchObject({ requestId: answer.headers['x-request-id'] })
  })

  it('is told in the language asked for', async () => {
    const answer = await (await aServer()).inject({ url: '/api/gone', headers: { 'accept-language': 'en' } })
    expect(answer.json()).toMatchObject({ title: 'Link expired' })
  })

  it('tells nothing of an error of ours', async () => {
    const answer = await (await aServer()).inject('/api/broken')
    expect(answer.statusCode).toBe(500)
    expect(answer.body).not.toMatch(/secret|stack|at /)
    expect(answer.json()).toMatchObject({ code: 'internal' })
  })

  it('names every value that does not have the declared shape', async () => {
    const send = { method: 'POST', url: '/api/people', payload: { name: 'too long', age: 3 } } as const
    const answer = await (await aServer()).inject(send)
    expect(answer.statusCode).toBe(422)
    expect(answer.json()).toMatchObject({
      code: 'invalid-input',
      fields: [
        { path: 'name', code: 'too-big', message: 'Valeur trop longue ou trop grande.' },
        { path: '', code: 'unrecognized-keys' },
      ],
    })
  })

  it.each([
    [
      'JSON that is none',
      { payload: '{"name"', headers: { 'content-type': 'application/json' } },
      400,
      'malformed-request',
    ],
    [
      'another format',
      { payload: '<a/>', headers: { 'content-type': 'application/xml' } },
      415,
      'unsupported-format',
    ],
    ['a body beyond the limit', { payload: { name: 'x'.repeat(2_000_000) } }, 413, 'too-large'],
  ])('is the right one for %s', async (_what, request, status, code) => {
    const answer = await (await aServer()).inject({ method: 'POST', url: '/api/people', ...request })
    expect([answer.statusCode, answer.json<{ code: string }>().code]).toEqual([status, code])
  })

  it('is not-found where there is nothing', async () => {
    expect((await (await aServer()).inject('/api/nothing')).json()).toMatchObject({ code: 'not-found' })
  })
})

describe('a problem met by somebody who reads pages', () => {
  it('is a page when there is one to show it, and a sentence otherwise', async () => {
    const page = async ({ title }: { title: string }) => `<h1>${title}</h1>`
    const withPage = await (
      await aServer({ problemPage: page })
    ).inject({ url: '/page/broken', headers: { accept: 'text/html' } })
    expect([withPage.statusCode, withPage.body]).toEqual([403, '<h1>Action non autorisée</h1>'])
    await app.close()
    const without = await (await aServer()).inject('/page/broken')
    expect(without.headers['content-type']).toContain('text/plain')
    expect(without.body).toContain('Adressez-vous à l’administrateur')
  })
})

describe('an answer', () => {
  it('holds what its schema declares and nothing more', async () => {
    const answer = await (
      await aServer()
    ).inject({ method: 'POST', url: '/api/people', payload: { name: 'Zoé' } })
    expect(answer.json()).toEqual({ name: 'Zoé' })
  })

  it('lets scripts run only with the nonce of its own request', async () => {
    const [one, other] = [await (await aServer()).inject('/page'), await app.inject('/page')]
    expect(one.headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${one.body}'`)
    expect(one.body).not.toBe(other.body)
    expect(one.headers['content-security-policy']).toMatch(/object-src 'none'.*base-uri 'none'/)
  })

  it('asks browsers to come back by HTTPS only when that is how people come', async () => {
    expect((await (await aServer()).inject('/page')).headers['strict-transport-security']).toBeUndefined()
    await app.close()
    const secure = await (await aServer({ publicUrl: 'https://demarches.plassans.example' })).inject('/page')
    expect(secure.headers['strict-transport-security']).toContain('max-age=31536000')
  })
})

describe('a deposit', () => {
  const deposit = (bytes: number) => ({
    method: 'POST' as const,
    url: '/api/files',
    headers: { 'content-type': 'multipart/form-data; boundary=b' },
    payload: `--b\r\ncontent-disposition: form-data; name="f"; filename="a.txt"\r\n\r\n${'x'.repeat(bytes)}\r\n--b--\r\n`,
  })

  it('is cut at the limit and marked as such, without the rest being held', async () => {
    expect((await (await aServer()).inject(deposit(1_000))).json()).toEqual({
      bytes: 1_000,
      truncated: false,
    })
    expect((await app.inject(deposit(5_000))).json()).toEqual({ bytes: 1_000, truncated: true })
  })
})

describe('the rate limit', () => {
  const asks = async () => {
    const server = await aServer({ requestsPerMinute: 2 })
    return (key?: string) =>
      server.inject({
        url: '/whoever',
        headers: { accept: 'application/json', ...(key && { authorization: `Bearer ${key}` }) },
      })
  }

  it('answers when to come back, to that address alone', async () => {
    const ask = await asks()
    for (const turn of ['first', 'second']) expect((await ask(`made-up-${turn}`)).statusCode).toBe(200)
    const refused = await ask('made-up-third')
    expect(refused.statusCode).toBe(429)
    expect(refused.json()).toMatchObject({ code: 'rate-limited' })
    expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
    const elsewhere = await app.inject({ url: '/whoever', remoteAddress: '198.51.100.7' })
    expect(elsewhere.statusCode).toBe(200)
  })

  it('leaves its own allowance to a key that was proven', async () => {
    const ask = await asks()
    await ask('jeanne')
    await ask()
    expect((await ask()).statusCode).toBe(429)
    expect((await ask('jeanne')).statusCode).toBe(200)
    expect((await ask('jeanne')).statusCode).toBe(200)
    expect((await ask('jeanne')).statusCode).toBe(429)
  })
})

describe('health', () => {
  it('is 200 when everything answers', async () => {
    const answer = await (
      await aServer({ checks: { database: async () => 1, storage: async () => {} } })
    ).inject('/health')
    expect([answer.statusCode, answer.json()]).toEqual([
      200,
      { status: 'ok', checks: { database: 'ok', storage: 'ok' } },
    ])
  })

  it('is 503 and says what fails, not why', async () => {
    const answer = await (
      await aServer({
        checks: {
          database: () => Promise.reject(new Error('connect 10.0.0.7 refused')),
          storage: () => new Promise(() => {}),
        },
      })
    ).inject('/health')
    expect(answer.statusCode).toBe(503)
    expect(answer.json()).toEqual({ status: 'failing', checks: { database: 'failing', storage: 'failing' } })
  })
})

describe('the log of requests', () => {
  it('holds neither the query nor what could open a link', async () => {
    const lines: string[] = []
    const destination = new Writable({
      write: (chunk: Buffer, _encoding, done) => (lines.push(chunk.toString()), done()),
    })
    const server = await aServer({ log: createLog('info', destination) })
    await server.inject('/lien/Zk3vS0m3V3ryL0ngT0k3nThatOpensAnEntry?mail=jeanne@plassans.example')
    await server.inject('/api/gone?key=hidden')
    const log = lines.join('')
    expect(log).toContain('/lien/…')
    expect(log).toContain('/api/gone')
    expect(log).not.toMatch(/Zk3v|jeanne|hidden/)
  })

  it('uses the id that the proxy gave only when the proxy is trusted', async () => {
    const ask = { url: '/page', headers: { 'x-request-id': 'proxy-0001' } }
    expect((await (await aServer()).inject(ask)).headers['x-request-id']).not.toBe('proxy-0001')
    await app.close()
    expect((await (await aServer({ trustProxy: true })).inject(ask)).headers['x-request-id']).toBe(
      'proxy-0001',
    )
  })
})
