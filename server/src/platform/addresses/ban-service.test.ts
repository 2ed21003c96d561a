// SPDX-License-Identifier: MIT
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { fixedClock } from '../clock.ts'
import { createOutgoing } from '../outgoing/outgoing.ts'
import { banService } from './ban-service.ts'

const features = [
  {
    geometry: { type: 'Point', coordinates: [5.4503, 43.5311] },
    properties: {
      label: '14 Rue de la Banne 99120 Plassans',
      type: 'housenumber',
      name: '14 Rue de la Banne',
      housenumber: '14',
      street: 'Rue de la Banne',
      postcode: '99120',
      city: 'Plassans',
      citycode: '99120',
      context: '99, Ailleurs',
    },
  },
  {
    geometry: { type: 'Point', coordinates: [5.44, 43.53] },
    properties: {
      label: 'Plassans',
      type: 'municipality',
      name: 'Plassans',
      postcode: '99120',
      city: 'Plassans',
    },
  },
]

let server: Server
let address: string
const asked: string[] = []
let answer: { status: number; body: string }
beforeAll(async () => {
  server = createServer((request, response) => {
    asked.push(request.url ?? '')
    response.writeHead(answer.status, { 'content-type': 'application/json' }).end(answer.body)
  })
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve))
  address = `127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => server.close())
beforeEach(() => {
  asked.length = 0
  answer = { status: 200, body: JSON.stringify({ features }) }
})

const service = (clock = fixedClock('2026-11-21T11:00:00Z')) =>
  banService({
    url: `http://${address}/search/?citycode=99120`,
    outgoing: createOutgoing({ allow: [address] }),
    clock,
  })

describe('an address service of the national base’s shape', () => {
  it('is asked with the text, keeping what the operator asks of it', async () => {
    const found = await service()('14 rue de la ba', 6)
    expect(asked).toEqual(['/search/?citycode=99120&q=14+rue+de+la+ba&limit=6&autocomplete=1'])
    expect(found).toEqual([
      {
        kind: 'number',
        line: '14 Rue de la Banne',
        detail: '99120 Plassans, 99, Ailleurs',
        address: {
          label: '14 Rue de la Banne, 99120 Plassans',
          housenumber: '14',
          street: 'Rue de la Banne',
          postcode: '99120',
          city: 'Plassans',
          citycode: '99120',
          context: '99, Ailleurs',
          coordinates: { lon: 5.4503, lat: 43.5311 },
        },
      },
      expect.objectContaining({
        kind: 'town',
        address: expect.objectContaining({ label: '99120 Plassans' }) as unknown,
      }),
    ])
  })

  it('is asked once for the same text, and again ten minutes later', async () => {
    const clock = fixedClock('2026-11-21T11:00:00Z')
    const find = service(clock)
    await find('banne', 6)
    await find('banne', 6)
    expect(asked).toHaveLength(1)
    clock.advance(11 * 60_000)
    await find('banne', 6)
    expect(asked).toHaveLength(2)
  })

  it('finds nothing in a text that it refuses', async () => {
    answer = { status: 400, body: '{"code":400}' }
    expect(await service()('!', 6)).toEqual([])
  })

  it.each([
    [503, ''],
    [200, '<html>'],
    [200, '{"features":[{"geometry":{}}]}'],
  ])('fails on an answer %i « %s »', async (status, body) => {
    answer = { status, body }
    await expect(service()('banne', 6)).rejects.toThrow()
  })

  it('never reaches a machine of a private network that the operator did not allow', async () => {
    const find = banService({
      url: `http://${address}/search/`,
      outgoing: createOutgoing(),
      clock: fixedClock('2026-11-21T11:00:00Z'),
    })
    await expect(find('banne', 6)).rejects.toMatchObject({ reason: 'address-refused' })
    expect(asked).toEqual([])
  })
})
