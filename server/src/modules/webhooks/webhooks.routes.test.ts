// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { OutgoingError } from '../../platform/outgoing/outgoing.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'

type Person = Awaited<ReturnType<TestTenant['person']>>

let tenant: TestTenant
let server: TestServer
let admin: Person
let secretary: Person

beforeAll(async () => {
  tenant = await aTenant()
  server = await startTestServer(tenant)
  const office = await tenant.organisation('Bureau')
  admin = await tenant.person('Ada Ministre', { administrator: office, secretary: office })
  secretary = await tenant.person('Paul Ardent', { secretary: office })
})
afterAll(async () => {
  await server.close()
  await tenant.close()
})

const url = '/api/v1/webhooks'
const asked = { name: 'Statistiques', url: 'https://stats.example/hook', kinds: ['entry.created'] }

describe('a webhook over REST', () => {
  it('is made with a secret that is told once, listed, followed and stopped', async () => {
    const made = await server.ask({
      method: 'POST',
      url,
      as: admin,
      body: { ...asked, collection: 'club.licence' },
    })
    expect(made.status).toBe(201)
    expect(made.body.secret).toMatch(/^whsec_/)
    const listed = await server.ask({ url, as: admin })
    expect(listed.body.webhooks).toMatchObject([
      {
        id: made.body.id,
        name: 'Statistiques',
        collection: 'club.licence',
        owner: admin.personId,
        stoppedAt: null,
      },
    ])
    expect(JSON.stringify(listed.body)).not.toContain(made.body.secret)

    await tenant.entry('club.licence', { playerName: 'Lila', playerEmail: 'lila@plassans.example' })
    await settle(tenant.platform, { outgoing: () => Promise.reject(new OutgoingError('address-refused')) })
    const log = await server.ask({ url: `${url}/${made.body.id}/deliveries`, as: admin })
    expect(log.body).toMatchObject({
      deliveries: [{ kind: 'entry.created', state: 'parked', lastError: 'address-refused' }],
      next: null,
    })
    const again = await server.ask({
      method: 'POST',
      url: `${url}/deliveries/${log.body.deliveries[0].id}/again`,
      as: admin,
    })
    expect(again.status).toBe(204)

    const stopped = await server.ask({ method: 'DELETE', url: `${url}/${made.body.id}`, as: admin })
    expect(stopped.status).toBe(204)
    const twice = await server.ask({ method: 'DELETE', url: `${url}/${made.body.id}`, as: admin })
    expect([twice.status, twice.body.code]).toEqual([404, 'not-found'])
  })

  it.each<[string, object, string]>([
    ['an address that is none', { url: 'ftp://stats.example/' }, 'url'],
    ['a kind that is not offered', { kinds: ['account.created'] }, 'kinds'],
    ['no kind at all', { kinds: [] }, 'kinds'],
    ['an owner without an account', { owner: '0190f2c1-0000-7000-8000-000000000000' }, 'owner'],
  ])('is refused for %s, at its place', async (_, wrong, path) => {
    const refused = await server.ask({ method: 'POST', url, as: admin, body: { ...asked, ...wrong } })
    expect([refused.status, refused.body.code]).toEqual([422, 'invalid-input'])
    expect(refused.body.fields[0].path).toContain(path)
  })

  it('is not found for a collection that does not exist', async () => {
    const refused = await server.ask({
      method: 'POST',
      url,
      as: admin,
      body: { ...asked, collection: 'club.nothing' },
    })
    expect(refused.status).toBe(404)
  })

  it.each<[string, () => Person | undefined, number, string]>([
    ['without a key', () => undefined, 401, 'sign-in-required'],
    ['by a secretary', () => secretary, 403, 'not-allowed'],
  ])('is neither made, listed, followed nor stopped %s', async (_, who, status, code) => {
    const as = who()
    const id = tenant.platform.ids.next()
    const requests = [
      { method: 'POST', url, body: asked },
      { method: 'GET', url },
      { method: 'GET', url: `${url}/${id}/deliveries` },
      { method: 'DELETE', url: `${url}/${id}` },
      { method: 'POST', url: `${url}/deliveries/${id}/again` },
    ] as const
    for (const request of requests) {
      const refused = await server.ask({ ...request, ...(as && { as }) })
      expect([refused.status, refused.body.code]).toEqual([status, code])
    }
  })
})
