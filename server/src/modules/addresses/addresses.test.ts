// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { findAddresses, importStreets, placeAddress } from './index.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const plassans = bytes(
  [
    'voie_nom;type;quartier;numero;suffixe;code_postal;commune_nom;commune_insee;long;lat',
    'Rue de la Banne;voie;Saint-Marc;12;;99120;Plassans;99120;5.4501;43.5311',
    'Rue de la Banne;voie;Saint-Marc;14;;99120;Plassans;99120;5.4503;43.5311',
    'Rue de la Banne;voie;Saint-Marc;14;bis;99120;Plassans;99120;5.4504;43.5311',
    'Rue Balaine;voie;Quartier neuf;27;;99120;Plassans;99120;5.44;43.52',
    'Avenue de la Gare;voie;Faubourg;;;99120;Plassans;99120;5.45;43.53',
    'Place de l’Évêché;voie;Saint-Marc;7;;99120;Plassans;99120;5.45;43.53',
    'Rue du 8-Mai-1945;voie;Quartier neuf;3;;99120;Plassans;99120;5.45;43.53',
    'Parc Saint-Marc;lieu;Saint-Marc;;;99120;Plassans;99120;5.4505;43.5309',
    'Gare de Plassans;lieu;Faubourg;;;99120;Plassans;99120;5.45;43.53',
    'Rue de la Banne;voie;;2;;99130;Valqueyras;99121;5.5;43.6',
  ].join('\r\n'),
)

let town: TestTenant
let server: TestServer
beforeAll(async () => {
  town = await aTenant()
  server = await startTestServer(town)
  await importStreets(town.system, plassans)
})
afterAll(async () => {
  await server.close()
  await town.close()
})

const lines = async (text: string) =>
  (await findAddresses(town.platform, text)).map(({ address }) => address.label)

describe('an address while it is typed', () => {
  it.each([
    ['rue de la ba', 'Rue de la Banne, 99120 Plassans'],
    ['14 rue de la ba', '14 rue de la Banne, 99120 Plassans'],
    ['14BIS, rue de la Banne', '14 bis rue de la Banne, 99120 Plassans'],
    ['banne valqueyras', 'Rue de la Banne, 99130 Valqueyras'],
    ['EVECHE', 'Place de l’Évêché, 99120 Plassans'],
    ['pl. eveche', 'Place de l’Évêché, 99120 Plassans'],
    ['41 av de la gare', '41 avenue de la Gare, 99120 Plassans'],
    ['27 balainne', '27 rue Balaine, 99120 Plassans'],
    ['3 rue du 8 mai', '3 rue du 8-Mai-1945, 99120 Plassans'],
    ['parc st marc', 'Parc Saint-Marc, 99120 Plassans'],
  ])('finds « %s » first as « %s »', async (typed, found) => {
    expect((await lines(typed))[0]).toBe(found)
  })

  it.each([['ru'], [''], ['12 , !'], ['%%%'], ['zanzibar'], ["'; drop table streets"]])(
    'finds nothing for « %s »',
    async (typed) => {
      expect(await lines(typed)).toEqual([])
    },
  )

  it('has the place of the number, and that of the street where the number is not known', async () => {
    const [known] = await findAddresses(town.platform, '14 rue de la Banne Plassans')
    expect(known?.address).toMatchObject({
      housenumber: '14',
      citycode: '99120',
      coordinates: { lon: 5.4503, lat: 43.5311 },
    })
    const [unknown] = await findAddresses(town.platform, '99 rue de la Banne Plassans')
    expect(unknown?.address).toMatchObject({
      housenumber: '99',
      coordinates: { lon: 5.450267, lat: 43.5311 },
    })
  })

  it('asks the service when there is one, and the streets when it fails', async () => {
    const asked: string[] = []
    const addressService = async (text: string) => {
      asked.push(text)
      if (text.startsWith('rue')) throw new Error('away')
      return []
    }
    const served = { ...town.platform, addressService }
    expect(await findAddresses(served, '14 rue de la Banne')).toEqual([])
    expect(await findAddresses(served, 'rue balaine')).toHaveLength(1)
    expect(asked).toEqual(['14 rue de la Banne', 'rue balaine'])
  })
})

describe('a line typed without help', () => {
  it('is placed when it is one address word for word', async () => {
    expect(await placeAddress(town.platform, '27 r. balaine')).toMatchObject({
      kind: 'found',
      address: { label: '27 rue Balaine, 99120 Plassans' },
    })
  })
  it('has to be chosen when two towns have that street, or when it is cut short', async () => {
    expect(await placeAddress(town.platform, 'rue de la Banne')).toMatchObject({ kind: 'several' })
    expect(await placeAddress(town.platform, '12 la ban')).toMatchObject({ kind: 'several' })
  })
  it.each([['derrière le lavoir'], ['3 place aux Aires, 99120 Plassans']])(
    'stays « %s » when nothing looks like it',
    async (line) => {
      expect(await placeAddress(town.platform, line)).toEqual({ kind: 'unknown' })
    },
  )
})

describe('GET /api/v1/addresses', () => {
  it('proposes addresses to anybody', async () => {
    const { status, body } = await server.ask({ url: '/api/v1/addresses?q=27%20rue%20bal' })
    expect(status).toBe(200)
    expect(body.addresses).toEqual([
      {
        line: '27 rue Balaine',
        detail: '99120 Plassans, Quartier neuf',
        kind: 'number',
        address: expect.objectContaining({ coordinates: { lon: 5.44, lat: 43.52 } }) as unknown,
      },
    ])
  })
  it.each([['/api/v1/addresses'], [`/api/v1/addresses?q=${'a'.repeat(201)}`]])('refuses %s', async (url) => {
    expect((await server.ask({ url })).status).toBe(422)
  })
  it('refuses who asks faster than a person types', async () => {
    const answers = await Promise.all(
      Array.from({ length: 260 }, () => server.ask({ url: '/api/v1/addresses?q=zz' })),
    )
    expect(answers.filter(({ status }) => status === 429).length).toBeGreaterThan(0)
  })
})

describe('importing streets', () => {
  it('replaces those of the towns in the file and keeps the others', async () => {
    const file = bytes('rue,ville,cp\nRue Neuve,Valqueyras,99130\n')
    expect(await importStreets(town.system, file)).toEqual({ ok: true, streets: 1, numbers: 0, cities: 1 })
    expect(await lines('banne valqueyras')).not.toContain('Rue de la Banne, 99130 Valqueyras')
    expect(await lines('rue neuve')).toEqual(['Rue Neuve, 99130 Valqueyras'])
    expect(await lines('rue balaine')).toHaveLength(1)
  })
  it('changes nothing when the file has a fault', async () => {
    const file = bytes('rue;ville;cp;numero\nRue Balaine;Plassans;12;vingt\n')
    expect(await importStreets(town.system, file)).toMatchObject({ ok: false, refusal: 'faults' })
    expect(await lines('27 rue balaine')).toEqual(['27 rue Balaine, 99120 Plassans'])
  })
})
