// SPDX-License-Identifier: MIT
import { type Actor, compare, defineSolution } from '@guichet/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { club } from '../../testing/club.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, entryHistory, viewEntry } from '../entries/index.ts'
import { listSensitiveReads } from '../explanations/index.ts'
import { openView } from '../views/index.ts'
import { forgetOldReads } from './index.ts'

/** The club, whose secretary may ask who read the medical remark, which a view shows. */
function watchedClub() {
  const { grants, views, ...rest } = structuredClone(club)
  return defineSolution({
    ...rest,
    grants: [...grants, { who: { kind: 'role', role: 'secretary' }, may: ['explain'], on: 'licence' }],
    views: {
      ...views,
      health: {
        collection: 'licence',
        title: { fr: 'Santé', en: 'Health' },
        roles: ['secretary'],
        where: compare('state', 'eq', 'asked'),
        columns: ['playerName', 'health'],
        sort: 'createdAt',
      },
    },
  })
}

type Person = Extract<Actor, { kind: 'person' }>
let tenant: TestTenant
let server: TestServer
let secretary: Person
let owner: Person
let licence: string
let plainLicence: string

beforeAll(async () => {
  tenant = await aTenant({ solutions: [watchedClub()] })
  server = await startTestServer(tenant)
  const office = await tenant.organisation('Bureau')
  secretary = await tenant.person('Sam Secrétaire', { secretary: office })
  owner = await tenant.person('Tina Joueuse')
  const values = { playerName: 'Tina', playerEmail: 'tina@plassans.example' }
  licence = await tenant.entry('club.licence', { ...values, health: 'Asthme' }, owner.personId)
  plainLicence = await tenant.entry('club.licence', values)
})
beforeEach(async () => {
  await sql`delete from public.sensitive_reads`.execute(tenant.platform.db)
})
afterAll(async () => {
  await server.close()
  await tenant.close()
})

const reads = async (id = licence) =>
  (await listSensitiveReads(tenant.as(secretary), id)).rows.map(
    ({ actor, way, fields }) => `${actor.name} ${way} ${fields.join()}`,
  )

describe('reading a sensitive field', () => {
  it.each<[string, () => Promise<unknown>, string]>([
    ['on the page of an entry', () => viewEntry(tenant.as(secretary), licence), 'page'],
    ['on paper', () => viewEntry(tenant.as(secretary), licence, 'print'), 'print'],
    [
      'in a list that shows it',
      () => openView(tenant.as(secretary), { solution: 'club', view: 'health' }),
      'list',
    ],
    [
      'through the API',
      () => server.ask({ url: `/api/v1/entries/club/licence/${licence}`, as: secretary }),
      'api',
    ],
    [
      'in a list of the API',
      () => server.ask({ url: '/api/v1/entries/club/licence?fields=health', as: secretary }),
      'api',
    ],
  ])('%s is noted once', async (_, read, way) => {
    await read()
    expect(await reads()).toEqual([`Sam Secrétaire ${way} Remarque médicale`])
    expect(await reads(plainLicence)).toEqual([])
  })

  it('in the history is noted when the history tells it', async () => {
    await entryHistory(tenant.as(secretary), licence)
    expect(await reads()).toEqual([])
    const { version } = await viewEntry(tenant.as(secretary), plainLicence)
    await changeEntry(tenant.as(secretary), { id: plainLicence, version, values: { health: 'Genou' } })
    await entryHistory(tenant.as(secretary), plainLicence)
    expect(await reads(plainLicence)).toEqual(['Sam Secrétaire history Remarque médicale'])
    await changeEntry(tenant.as(secretary), {
      id: plainLicence,
      version: version + 1,
      values: { health: null },
    })
  })

  it('is not noted of who may not read it, of a list without it, nor of the body itself', async () => {
    await viewEntry(tenant.as(owner), licence)
    await openView(tenant.as(secretary), { solution: 'club', view: 'to-check' })
    await server.ask({ url: '/api/v1/entries/club/licence?fields=level', as: secretary })
    await viewEntry(tenant.system, licence)
    expect(await reads()).toEqual([])
  })

  it('is told to those who may ask why, by pages, and to nobody else', async () => {
    await expect(listSensitiveReads(tenant.as(owner), licence)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(listSensitiveReads(tenant.nobody, licence)).rejects.toMatchObject({ code: 'not-found' })
    await sql`
      insert into public.sensitive_reads (at, entry_id, collection, fields, way, actor_kind)
      select now(), ${licence}, 'club.licence', '{health}', 'page', 'person' from generate_series(1, 51)
    `.execute(tenant.platform.db)
    const first = await listSensitiveReads(tenant.as(secretary), licence)
    expect(first.rows).toHaveLength(50)
    const second = await listSensitiveReads(tenant.as(secretary), licence, first.next ?? undefined)
    expect([second.rows.length, second.next]).toEqual([1, null])
  })

  it('is forgotten after twelve months', async () => {
    await viewEntry(tenant.as(secretary), licence)
    tenant.clock.advance(364 * 86_400_000)
    await forgetOldReads(tenant.platform)
    expect(await reads()).toHaveLength(1)
    tenant.clock.advance(2 * 86_400_000)
    await forgetOldReads(tenant.platform)
    expect(await reads()).toEqual([])
  })
})
