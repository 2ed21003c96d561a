// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { startTestServer, type TestServer } from '../testing/server.ts'
import { aTenant, type TestTenant } from '../testing/tenant.ts'
import { licences } from './filing-clients.testing.ts'

type Person = Awaited<ReturnType<TestTenant['person']>>

let tenant: TestTenant
let server: TestServer
let secretary: Person
let stranger: Person
beforeAll(async () => {
  tenant = await aTenant()
  server = await startTestServer(tenant)
  stranger = await tenant.person('Paul Rougon')
  await server.keyOf(stranger)
  secretary = await tenant.person('Nadia Benaïssa', { secretary: await tenant.organisation('Bureau') })
})
afterAll(async () => {
  await server.close()
  await tenant.close()
})

const asked = { playerName: 'Élise Courrière', playerEmail: 'elise@courriel.example', level: 'beginner' }
const french = { 'accept-language': 'fr' }

/** What the database holds that filing, changing and moving write. */
async function written(): Promise<unknown> {
  const { rows } = await sql`
    select (select count(*) from public.entries) as entries, (select count(*) from public.events) as events,
      (select sum(version) from public.entries) as versions, (select count(*) from public.attachments) as files,
      (select count(*) from jobs.job) as jobs, (select count(*) from public.brief_jobs) as brief_jobs
  `.execute(tenant.platform.db)
  return rows[0]
}

async function aLicence(values = {}): Promise<string> {
  return tenant.entry('club.licence', { ...asked, ...values })
}

const elsewhere = '0190a0a0-0000-7000-8000-000000000000'

describe('a value that is wrong is told at its field, with what to do, and nothing is written', () => {
  let before: unknown
  beforeEach(async () => (before = await written()))

  it.each<[string, Record<string, unknown>, string, string, string]>([
    ['a number for a text', { playerName: 12 }, 'playerName', 'not_a_text', 'Saisissez'],
    ['a list for a text', { playerName: ['a', 'b'] }, 'playerName', 'not_a_text', 'Saisissez'],
    ['a text for a list', { children: 'Zoé' }, 'children', 'group', 'Reprenez cette liste'],
    [
      'a text for a file',
      { certificate: 'certificat.pdf' },
      'certificate',
      'attachment',
      'Joignez de nouveau',
    ],
    ['nothing for what is required', { playerName: undefined }, 'playerName', 'required', 'Répondez'],
    ['spaces for what is required', { playerName: ' \u00a0 ' }, 'playerName', 'required', 'Répondez'],
    ['a text too long', { playerName: 'é'.repeat(5_000) }, 'playerName', 'too_long', 'caractères'],
    ['a choice that is not offered', { level: 'champion' }, 'level', 'choice', 'Choisissez'],
    ['a mailbox that is none', { playerEmail: 'elise' }, 'playerEmail', 'email', 'Vérifiez cette adresse'],
    [
      'a wrong value in a line',
      { children: [{ firstName: 12 }] },
      'children.0.firstName',
      'not_a_text',
      'Saisissez',
    ],
    [
      'too many lines',
      { children: ['Zoé', 'Léa', 'Tom', 'Ali'].map((firstName) => ({ firstName })) },
      'children',
      'max_items',
      'Retirez',
    ],
    [
      'the file of somebody else',
      { certificate: elsewhere },
      'certificate',
      'attachment_not_found',
      'joignez-le de nouveau',
    ],
    ['a field that only the office fills', { fee: 10 }, 'fee', 'read_only', 'retirez-le'],
  ])('%s', async (_, wrong, path, code, sentence) => {
    const body = { values: { ...asked, ...wrong } }
    const answer = await server.ask({ method: 'POST', url: licences, body, headers: french })
    expect(answer).toMatchObject({ status: 422, body: { code: 'invalid-input', fields: [{ path, code }] } })
    expect(answer.body.fields[0].message).toContain(sentence)
    expect(await written()).toEqual(before)
  })

  it('an entry that cannot be referred to, whether it exists or not', async () => {
    for (const team of [elsewhere, 'not an id', 7]) {
      const answer = await server.ask({
        method: 'POST',
        url: licences,
        as: secretary,
        body: { values: { ...asked, team } },
        headers: french,
      })
      expect([answer.status, answer.body.fields[0].path]).toEqual([422, 'team'])
      expect(answer.body.fields[0].message).toMatch(/[Cc]hoisissez/)
    }
  })

  it('several at once are all told', async () => {
    const body = { values: { playerName: '', playerEmail: 'x', level: 'champion' } }
    const answer = await server.ask({ method: 'POST', url: licences, body, headers: french })
    expect(answer.body.fields.map(({ path }: { path: string }) => path)).toEqual([
      'playerName',
      'playerEmail',
      'level',
    ])
    expect(await written()).toEqual(before)
  })
})

describe('two people on one entry', () => {
  it('who read it before the other is told what it is now, and writes nothing', async () => {
    const id = await aLicence()
    const change = (fee: number) =>
      server.ask({
        method: 'PATCH',
        url: `${licences}/${id}`,
        as: secretary,
        body: { version: 1, values: { fee } },
        headers: french,
      })
    const answers = await Promise.all([change(1_000), change(2_000), change(3_000)])
    const [kept, ...late] = answers.toSorted((a, b) => a.status - b.status)
    expect(kept?.status).toBe(200)
    for (const { status, body } of late) {
      expect(status).toBe(409)
      expect(body).toMatchObject({
        code: 'entry-changed',
        current: { version: 2, values: { fee: kept?.body.values.fee } },
      })
      expect(body.detail).toMatch(/[a-z]/)
    }
    const now = await server.ask({ url: `${licences}/${id}`, as: secretary })
    expect(now.body).toMatchObject({ version: 2, values: { fee: kept?.body.values.fee } })
  })

  it('an action that the other has taken is done once, and refused with its reason when asked again', async () => {
    const id = await aLicence()
    const refuse = (version: number) =>
      server.ask({
        method: 'POST',
        url: `${licences}/${id}/transitions/refuse`,
        as: secretary,
        body: { version, reason: 'Certificat manquant' },
        headers: french,
      })
    const answers = await Promise.all([refuse(1), refuse(1)])
    expect(answers.map(({ status }) => status).toSorted((a, b) => a - b)).toEqual([200, 409])
    expect(await refuse(1)).toMatchObject({ status: 409 })
    const again = await refuse(2)
    expect(again).toMatchObject({ status: 409, body: { code: 'transition-refused', refusal: 'wrong-state' } })
    expect(again.body.detail).toMatch(/[a-z]/)
    const { rows } =
      await sql`select 1 from public.events where entry_id = ${id} and kind = 'entry.moved'`.execute(
        tenant.platform.db,
      )
    expect(rows).toHaveLength(1)
  })
})

describe('an id that is not theirs', () => {
  it.each<
    [string, (id: string) => { method: 'GET' | 'PATCH' | 'DELETE' | 'POST'; url: string; body?: object }]
  >([
    ['read', (id) => ({ method: 'GET', url: `${licences}/${id}` })],
    ['changed', (id) => ({ method: 'PATCH', url: `${licences}/${id}`, body: { version: 1, values: {} } })],
    ['deleted', (id) => ({ method: 'DELETE', url: `${licences}/${id}?version=1` })],
    [
      'moved',
      (id) => ({
        method: 'POST',
        url: `${licences}/${id}/transitions/refuse`,
        body: { version: 1, reason: 'x' },
      }),
    ],
    ['given a file list', (id) => ({ method: 'GET', url: `/api/v1/documents?entry=${id}` })],
    ['told of', (id) => ({ method: 'GET', url: `/api/v1/events?entry=${id}` })],
  ])('is not %s, and looks like one that does not exist', async (_, request) => {
    const id = await aLicence()
    const before = await written()
    const [theirs, none] = [
      await server.ask({ ...request(id), as: stranger, headers: french }),
      await server.ask({ ...request(elsewhere), as: stranger, headers: french }),
    ]
    const told = ({ status, body }: typeof theirs) => [status, body.code, body.detail]
    expect(told(theirs)).toEqual(told(none))
    expect(theirs.status).toBe(404)
    expect(await written()).toEqual(before)
  })
})
