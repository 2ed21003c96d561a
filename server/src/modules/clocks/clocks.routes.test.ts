// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settle } from '../../testing/settle.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { clubUnder, fileLicence, rejecting } from './clocks.fixture.ts'

type Person = Awaited<ReturnType<TestTenant['person']>>

let club: TestTenant
let server: TestServer
let lila: Person
let stranger: Person
let id: string

beforeAll(async () => {
  club = await aTenant({ solutions: [clubUnder(rejecting)] })
  server = await startTestServer(club)
  lila = await club.person('Lila Benhaddou')
  stranger = await club.person('Marcel Brunet')
  id = await fileLicence(club, lila.personId)
  await settle(club.platform)
})
afterAll(async () => {
  await server.close()
  await club.close()
})

describe('the legal clock of an entry, by the API', () => {
  it('is its ledger with its last day, which the entry says too', async () => {
    const { status, body } = await server.ask({ url: `/api/v1/clocks/${id}`, as: lila })
    expect(status).toBe(200)
    expect(body.clock).toMatchObject({
      silence: 'rejects',
      state: 'running',
      dueOn: '2027-01-21',
      lines: [{ on: '2026-11-21', event: 'received', effect: 'started' }],
      receipts: [{ kind: 'registration' }, { kind: 'acknowledgement' }],
    })
    const entry = await server.ask({ url: `/api/v1/entries/club/licence/${id}`, as: lila })
    expect(entry.body.legalDueOn).toBe('2027-01-21')
  })

  it.each([
    ['somebody else', () => stranger, 404],
    ['nobody', () => undefined, 404],
  ])('is refused to %s', async (_, who, status) => {
    const as = who()
    expect((await server.ask({ url: `/api/v1/clocks/${id}`, ...(as && { as }) })).status).toBe(status)
  })

  it('is refused under an address that is no entry’s', async () => {
    expect((await server.ask({ url: '/api/v1/clocks/nothing', as: lila })).status).toBe(422)
  })
})
