// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'

type Person = Awaited<ReturnType<TestTenant['person']>>

let club: TestTenant
let server: TestServer
let secretary: Person
let coach: Person
let player: Person
let foxes: string

beforeAll(async () => {
  club = await aTenant()
  server = await startTestServer(club)
  foxes = await club.organisation('Les Renards')
  secretary = await club.person('Nadia Benaïssa', { secretary: await club.organisation('Bureau') })
  coach = await club.person('Julien Mouret', { coach: foxes })
  player = await club.person('Élise Courrière')
})
afterAll(async () => {
  await server.close()
  await club.close()
})

const licences = '/api/v1/entries/club/licence'
const asked = { playerName: 'Élise Courrière', playerEmail: 'elise@courriel.example', level: 'beginner' }
const aLicence = (values = {}) => club.entry('club.licence', { ...asked, ...values }, player.personId)

describe('creating an entry', () => {
  it('answers its id, its number and where to find it', async () => {
    const made = await server.ask({ method: 'POST', url: licences, as: player, body: { values: asked } })
    expect(made.status).toBe(201)
    expect(made.body.number).toMatch(/^LIC-/)
    const found = await server.ask({ url: String(made.headers['location']), as: player })
    expect(found.body).toMatchObject({ id: made.body.id, state: 'asked', version: 1, values: asked })
  })

  it('creates nothing again for the same key, even asked twice at once', async () => {
    const request = {
      method: 'POST',
      url: licences,
      as: player,
      body: { values: asked },
      headers: { 'idempotency-key': 'once-and-for-all' },
    } as const
    const [first, second] = await Promise.all([server.ask(request), server.ask(request)])
    const third = await server.ask(request)
    expect([first.body.id, second.body.id]).toEqual([third.body.id, third.body.id])
    const other = await server.ask({ ...request, body: { values: { ...asked, level: 'expert' } } })
    expect([other.status, other.body.code]).toEqual([409, 'duplicate-request'])
    const elsewhere = await server.ask({ ...request, as: secretary })
    expect(elsewhere.body.id).not.toBe(first.body.id)
  })

  it('answers every wrong field at once, in both languages, and creates nothing', async () => {
    const before = (await server.ask({ url: licences, as: secretary })).body.entries.length
    const refused = await server.ask({
      method: 'POST',
      url: licences,
      as: player,
      body: { values: { playerName: ' ', playerEmail: 'x' } },
    })
    expect(refused.status).toBe(422)
    expect(refused.headers['content-type']).toContain('application/problem+json')
    expect(refused.body.fields.map(({ path, code }: Record<string, string>) => [path, code])).toEqual([
      ['playerName', 'required'],
      ['playerEmail', 'email'],
    ])
    expect((await server.ask({ url: licences, as: secretary })).body.entries).toHaveLength(before)
  })

  it.each([
    ['a body that is no JSON', 'not json', 400, 'malformed-request'],
    ['a body without values', '{}', 422, 'invalid-input'],
    ['a body with something else besides', '{"values":{},"admin":true}', 422, 'invalid-input'],
  ])('refuses %s', async (_, payload, status, code) => {
    const answer = await server.app.inject({
      method: 'POST',
      url: licences,
      payload,
      headers: { 'content-type': 'application/json' },
    })
    expect([answer.statusCode, answer.json().code]).toEqual([status, code])
  })

  it.each([
    ['nobody', undefined, '/api/v1/entries/club/person', 401, 'sign-in-required'],
    ['someone without the grant', 'player', '/api/v1/entries/club/person', 403, 'not-allowed'],
    ['anyone, in a collection that does not exist', 'player', '/api/v1/entries/club/boat', 404, 'not-found'],
  ])('is refused to %s', async (_, who, url, status, code) => {
    const answer = await server.ask({
      method: 'POST',
      url,
      body: { values: { name: 'X' } },
      ...(who && { as: player }),
    })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })
})

describe('reading', () => {
  it('gives a program what its account may read, and no field more', async () => {
    const id = await aLicence({ health: 'asthme', fee: 100 })
    const own = await server.ask({ url: `${licences}/${id}`, as: player })
    expect(Object.keys(own.body.values)).not.toContain('health')
    const office = await server.ask({ url: `${licences}/${id}`, as: secretary })
    expect(office.body.values).toMatchObject({ health: 'asthme', fee: 100 })
  })

  it('lists by pages with filters, states, words, order and chosen fields', async () => {
    await aLicence({ fee: 4321, playerName: 'Zénobie Quantin' })
    const url = `${licences}?filter[fee][gte]=4000&filter[level]=beginner&state=asked,granted&q=zenobie&sort=-updatedAt&fields=fee&limit=1`
    const page = await server.ask({ url, as: secretary })
    expect(page.body).toMatchObject({ entries: [{ values: { fee: 4321 } }], next: null })
    expect(Object.keys(page.body.entries[0].values)).toEqual(['fee'])
    const first = await server.ask({ url: `${licences}?limit=2`, as: secretary })
    const second = await server.ask({ url: `${licences}?limit=2&after=${first.body.next}`, as: secretary })
    const ids = [...first.body.entries, ...second.body.entries].map(({ id }: { id: string }) => id)
    expect(new Set(ids).size).toBe(4)
  })

  it.each([
    ['filter[colour]=red', 400, 'unknown-field'],
    ['filter[fee]=much', 400, 'malformed-request'],
    ['filter[fee][roughly]=1', 400, 'malformed-request'],
    ['colour=red', 400, 'malformed-request'],
    ['limit=0', 400, 'malformed-request'],
    ['after=tomorrow', 400, 'malformed-request'],
    ['sort=colour', 400, 'unknown-field'],
  ])('refuses a list asked with %s', async (query, status, code) => {
    const answer = await server.ask({ url: `${licences}?${query}`, as: secretary })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })

  it.each<[string, () => Person | undefined, number]>([
    ['nobody', () => undefined, 404],
    ['the coach of another team', () => coach, 404],
  ])('hides an entry from %s', async (_, who, status) => {
    const as = who()
    const url = `${licences}/${await aLicence()}`
    expect((await server.ask({ url, ...(as && { as }) })).status).toBe(status)
  })

  it('hides an entry behind the address of another collection, and refuses an id that is none', async () => {
    const id = await aLicence()
    expect((await server.ask({ url: `/api/v1/entries/club/team/${id}`, as: secretary })).status).toBe(404)
    expect((await server.ask({ url: `${licences}/42`, as: secretary })).status).toBe(422)
  })

  it('refuses nobody a list they were not granted', async () => {
    expect((await server.ask({ url: licences })).body.code).toBe('sign-in-required')
  })
})

describe('changing and moving', () => {
  it('writes, then refuses the version that was written over, with the entry as it is', async () => {
    const url = `${licences}/${await aLicence()}`
    const body = { version: 1, values: { fee: 1200 } }
    expect((await server.ask({ method: 'PATCH', url, as: secretary, body })).body).toMatchObject({
      version: 2,
      values: { fee: 1200 },
    })
    const late = await server.ask({ method: 'PATCH', url, as: secretary, body })
    expect([late.status, late.body.code, late.body.current.version]).toEqual([409, 'entry-changed', 2])
  })

  it('takes a transition with its answers', async () => {
    const url = `${licences}/${await aLicence()}/transitions/send_to_team`
    const body = { version: 1, answers: { team: foxes } }
    const moved = await server.ask({ method: 'POST', url, as: secretary, body })
    expect(moved.body).toEqual({ version: 2, state: 'at_team' })
  })

  it('deletes for those who may, and then it is nowhere', async () => {
    const url = `${licences}/${await aLicence()}`
    expect((await server.ask({ method: 'DELETE', url: `${url}?version=1`, as: player })).status).toBe(403)
    expect((await server.ask({ method: 'DELETE', url: `${url}?version=1`, as: secretary })).status).toBe(204)
    expect((await server.ask({ url, as: secretary })).status).toBe(404)
  })

  it.each<[string, 'PATCH' | 'POST', string, object, () => Person | undefined, number, string]>([
    ['a change by nobody', 'PATCH', '', { version: 1, values: {} }, () => undefined, 404, 'not-found'],
    [
      'a change by the applicant',
      'PATCH',
      '',
      { version: 1, values: { level: 'expert' } },
      () => player,
      403,
      'not-allowed',
    ],
    ['a change by another coach', 'PATCH', '', { version: 1, values: {} }, () => coach, 404, 'not-found'],
    [
      'a transition by nobody',
      'POST',
      '/transitions/refuse',
      { version: 1, reason: 'x' },
      () => undefined,
      404,
      'not-found',
    ],
    [
      'a transition by the applicant',
      'POST',
      '/transitions/refuse',
      { version: 1, reason: 'x' },
      () => player,
      409,
      'transition-refused',
    ],
    [
      'a transition that is not one',
      'POST',
      '/transitions/fly',
      { version: 1 },
      () => secretary,
      409,
      'transition-refused',
    ],
    ['a change without the version', 'PATCH', '', { values: {} }, () => secretary, 422, 'invalid-input'],
  ])('refuses %s', async (_, method, path, body, who, status, code) => {
    const as = who()
    const url = `${licences}/${await aLicence()}${path}`
    const answer = await server.ask({ method, url, body, ...(as && { as }) })
    expect([answer.status, answer.body.code]).toEqual([status, code])
  })
})

describe('the history and the tasks', () => {
  it('tell those who may what happened', async () => {
    const id = await aLicence()
    const url = `${licences}/${id}`
    await server.ask({ method: 'PATCH', url, as: secretary, body: { version: 1, values: { fee: 5 } } })
    const told = await server.ask({ url: `/api/v1/events?entry=${id}`, as: secretary })
    expect(told.body.events[0]).toMatchObject({ kind: 'entry.changed', actor: { name: 'Nadia Benaïssa' } })
    expect((await server.ask({ url: `/api/v1/events?entry=${id}`, as: player })).status).toBe(403)
    expect((await server.ask({ url: `/api/v1/events?entry=${id}` })).status).toBe(404)
  })

  it('are empty for who is asked nothing, and refused to nobody', async () => {
    expect((await server.ask({ url: '/api/v1/tasks', as: player })).body).toEqual({ tasks: [], next: null })
    expect((await server.ask({ url: '/api/v1/tasks' })).status).toBe(401)
  })
})

describe('keys', () => {
  it('made to read change nothing', async () => {
    const reader = await club.person('Inès Roux', { secretary: foxes })
    await server.keyOf(reader, ['read'])
    const url = `${licences}/${await aLicence()}`
    expect((await server.ask({ url, as: reader })).status).toBe(200)
    const change = { method: 'PATCH', url, as: reader, body: { version: 1, values: { fee: 5 } } } as const
    expect((await server.ask(change)).status).toBe(403)
  })

  it('that are wrong stop the program instead of making it nobody', async () => {
    const answer = await server.ask({ url: licences, headers: { authorization: 'Bearer gck_wrong' } })
    expect([answer.status, answer.body.code]).toEqual([401, 'key-refused'])
  })
})

describe('the description', () => {
  it('names every route of the API, its schemas and its security', async () => {
    const { body } = await server.ask({ url: '/api/openapi.json' })
    expect(body.openapi).toMatch(/^3\.1/)
    expect(Object.keys(body.paths)).toEqual(
      expect.arrayContaining([
        '/api/v1/entries/{solution}/{collection}',
        '/api/v1/entries/{solution}/{collection}/{id}/transitions/{key}',
        '/api/v1/tasks',
        '/api/v1/documents',
        '/api/v1/events',
      ]),
    )
    expect(body.components.schemas.Entry.properties).toHaveProperty('values')
  })
})
