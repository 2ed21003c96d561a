// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from './testing/server.ts'
import { aTenant, type TestTenant } from './testing/tenant.ts'
import { providersRoutes } from './modules/identity-providers/index.ts'

let tenant: TestTenant
let server: TestServer
/** Every address that changes something, with the method it wants, read from the server itself. */
const changing: { method: 'POST' | 'PUT' | 'PATCH' | 'DELETE'; url: string }[] = []

beforeAll(async () => {
  tenant = await aTenant()
  server = await startTestServer(tenant)
  await providersRoutes(server.app, tenant.platform)
  server.app.post('/une/page', async () => 'reached')
  await server.app.ready()
  const { paths = {} } = (await server.ask({ url: '/api/openapi.json' })).body as {
    paths?: Record<string, object>
  }
  for (const [path, methods] of Object.entries(paths)) {
    for (const method of ['POST', 'PUT', 'PATCH', 'DELETE'] as const) {
      if (method.toLowerCase() in methods) changing.push({ method, url: path.replace(/\{\w+\}/g, 'x') })
    }
  }
  changing.push({ method: 'POST', url: '/une/page' })
})
afterAll(async () => {
  await server.close()
  await tenant.close()
})

const cookie = 'guichet.session_token=abc'

describe('what another site makes a browser send', () => {
  it.each([
    ['from another site', { origin: 'https://mal.example' }],
    [
      'from a neighbour of the same domain',
      { origin: 'https://autre.ville.example', 'sec-fetch-site': 'same-site' },
    ],
    ['from a page that hides its address', { origin: 'null' }],
    ['without saying from where', {}],
    ['by a link of another site', { 'sec-fetch-site': 'cross-site' }],
  ])('is refused at every address that changes something, %s', async (_, headers) => {
    expect(changing.length).toBeGreaterThan(10)
    for (const { method, url } of changing) {
      const answer = await server.ask({ method: method as 'POST', url, headers: { cookie, ...headers } })
      expect([url, answer.status]).toEqual([url, 403])
      expect(JSON.stringify(answer.body)).toMatch(/foreign-site|autre site/)
    }
  })

  it('is refused as a deposit of files as well, which needs no permission of the browser', async () => {
    const answer = await server.ask({
      method: 'POST',
      url: '/api/v1/documents?entry=0199e9a0-0000-7000-8000-000000000000',
      headers: { cookie, origin: 'https://mal.example', 'content-type': 'multipart/form-data; boundary=x' },
    })
    expect(answer).toMatchObject({ status: 403, body: { code: 'foreign-site' } })
  })

  it.each([
    ['our own pages', { cookie, origin: 'http://localhost:8080', host: 'localhost:8080' }],
    ['our own pages, as browsers of today say it', { cookie, 'sec-fetch-site': 'same-origin' }],
    ['a program', {}],
  ])('is not mistaken for %s', async (_, headers) => {
    const answer = await server.ask({ method: 'POST', url: '/une/page', headers })
    expect(answer).toMatchObject({ status: 200, body: 'reached' })
  })

  it('is taken from identity providers, which are believed for their signature', async () => {
    const answer = await server.ask({
      method: 'POST',
      url: '/deconnexion/retour',
      headers: { cookie, origin: 'https://fournisseur.example' },
    })
    expect(answer.status).toBe(303)
  })
})

describe('an answer that says nothing of caches', () => {
  it('is kept by none', async () => {
    const answer = await server.ask({ url: '/api/openapi.json' })
    expect(answer.headers['cache-control']).toBe('private, no-store')
  })
})
