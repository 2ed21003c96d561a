// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { OutgoingError, type OutgoingAnswer, type OutgoingRequest } from '../../platform/outgoing/outgoing.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, createEntry, getEntry } from '../entries/index.ts'
import { recordEvent } from '../events/index.ts'
import { addNote } from '../messages/index.ts'
import {
  isSigned,
  listDeliveries,
  listWebhooks,
  type OfferedKind,
  redeliver,
  signatureHeader,
  stopWebhook,
  subscribeWebhook,
} from './index.ts'

type Person = Awaited<ReturnType<TestTenant['person']>>

let tenant: TestTenant
let admin: Person
let secretary: Person
let coach: Person
let office: string
let team: string

beforeAll(async () => {
  tenant = await aTenant()
  office = await tenant.organisation('Bureau')
  team = await tenant.organisation('Les Bleues')
  admin = await withAccount('Ada Ministre', { administrator: office })
  secretary = await withAccount('Paul Ardent', { secretary: office })
  coach = await withAccount('Ines Coach', { coach: team })
})
afterAll(() => tenant.close())

async function withAccount(name: string, roles: Record<string, string>): Promise<Person> {
  const person = await tenant.person(name, roles)
  await sql`
    insert into public.accounts (id, person_id, email, email_verified, name, locale, created_at, updated_at)
    values (${tenant.platform.ids.next()}, ${person.personId}, ${person.email}, true, ${name}, 'fr', now(), now())
  `.execute(tenant.platform.db)
  return person
}

/** The program of somebody else: remembers what it is told, answers as it is asked to. */
const program = {
  requests: [] as OutgoingRequest[],
  answers: [] as (number | OutgoingError)[],
  async outgoing(request: OutgoingRequest): Promise<OutgoingAnswer> {
    const answer = program.answers.shift() ?? 200
    program.requests.push(request)
    if (answer instanceof OutgoingError) throw answer
    return { status: answer, contentType: '', body: '' }
  },
  told: () =>
    program.requests.map(
      ({ body }) => JSON.parse(body ?? '') as { kind: string; entry: { values: object }; payload: object },
    ),
}

beforeEach(async () => {
  await settle(tenant.platform, program)
  await sql`update public.webhooks set disabled_at = now()`.execute(tenant.platform.db)
  tenant.platform.cache.forgetAll()
  program.requests = []
  program.answers = []
})

function subscribe(owner: Person, ...kinds: OfferedKind[]) {
  return subscribeWebhook(tenant.as(admin), {
    name: 'Statistiques',
    url: 'https://stats.example/hook',
    kinds,
    collection: 'club.licence',
    ownerId: owner.personId,
  })
}

async function file(values: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const { id } = await createEntry(tenant.system, {
    collection: 'club.licence',
    values: { playerName: 'Lila Benhaddou', playerEmail: 'lila@plassans.example', ...values },
    required: 'none',
  })
  return id
}

describe('an event', () => {
  it('is told once, signed with the secret given at subscription', async () => {
    const { secret } = await subscribe(secretary, 'entry.created')
    await file()
    await settle(tenant.platform, program)
    const [request, ...others] = program.requests
    expect(others).toEqual([])
    const signature = request?.headers?.[signatureHeader] ?? ''
    expect(isSigned(secret, request?.body ?? '', signature, { now: tenant.clock.now() })).toBe(true)
    expect(program.told()).toMatchObject([
      {
        kind: 'entry.created',
        entry: { collection: 'club.licence', values: { playerName: 'Lila Benhaddou' } },
      },
    ])
  })

  it('is told of a legal clock, with the last day to decide', async () => {
    await subscribe(secretary, 'clock.near', 'clock.expired')
    const licence = await file()
    const entry = { id: licence, collection: 'club.licence' as const }
    const dueOn = '2027-01-21'
    await tenant.platform.db
      .transaction()
      .execute((tx) =>
        recordEvent(tx, tenant.system, { kind: 'clock.near', entry, payload: { dueOn, daysLeft: 15 } }),
      )
    await settle(tenant.platform, program)
    expect(program.told()).toMatchObject([{ kind: 'clock.near', payload: { dueOn, daysLeft: 15 } }])
  })

  it('is not told of another kind, of another collection, or once the webhook is stopped', async () => {
    const { id } = await subscribe(secretary, 'entry.changed')
    await file()
    await tenant.organisation('Les Rouges')
    const licence = await file()
    await stopWebhook(tenant.as(admin), id)
    await changeEntry(tenant.system, { id: licence, version: 1, values: { level: 'expert' } })
    await settle(tenant.platform, program)
    expect(program.requests).toEqual([])
  })

  it('holds what the owner of the webhook may read, and nothing else', async () => {
    await subscribe(coach, 'entry.changed')
    const licence = await file({ team, health: 'Asthme', motive: 'Jouer' })
    await sql`update public.entries set state = 'at_team' where id = ${licence}`.execute(tenant.platform.db)
    await sql`update data.club_licence set state = 'at_team' where id = ${licence}`.execute(
      tenant.platform.db,
    )
    const { version } = await getEntry(tenant.platform.db, tenant.system, licence)
    await changeEntry(tenant.system, { id: licence, version, values: { health: 'Rien', motive: 'Gagner' } })
    await settle(tenant.platform, program)
    const [message] = program.told()
    expect(message?.payload).toEqual({ changes: { motive: ['Jouer', 'Gagner'] } })
    expect(Object.keys(message?.entry.values ?? {}).toSorted()).toEqual([
      'fee',
      'level',
      'motive',
      'playerName',
      'team',
    ])
    expect(JSON.stringify(program.requests)).not.toMatch(/Asthme|Rien|lila@/)
  })

  it('is withheld from an owner who may not read the entry, or nothing of the fact', async () => {
    const { id } = await subscribe(coach, 'entry.created', 'note.added', 'entry.changed')
    const licence = await file({ team })
    await settle(tenant.platform, program)
    await addNote(tenant.as(secretary), {
      entryId: licence,
      audience: 'office',
      tone: 'negative',
      body: 'Impayés.',
    })
    await settle(tenant.platform, program)
    expect(program.requests).toEqual([])
    const { rows } = await listDeliveries(tenant.as(admin), id)
    expect(rows.map(({ kind, state }) => [kind, state])).toEqual([
      ['note.added', 'withheld'],
      ['entry.created', 'withheld'],
    ])
  })

  it('is withheld once the account of the owner is closed', async () => {
    const leaver = await withAccount('Théo Parti', { secretary: office })
    await subscribe(leaver, 'entry.created')
    await sql`update public.accounts set disabled_at = now() where person_id = ${leaver.personId}`.execute(
      tenant.platform.db,
    )
    await file()
    await settle(tenant.platform, program)
    expect(program.requests).toEqual([])
  })
})

describe('a program that does not answer as it should', () => {
  it('is told again later, under the same delivery', async () => {
    const { id } = await subscribe(secretary, 'entry.created')
    program.answers = [503, new OutgoingError('timed-out')]
    await file()
    await settle(tenant.platform, program)
    expect((await listDeliveries(tenant.as(admin), id)).rows).toMatchObject([
      { state: 'failed', lastStatus: 503 },
    ])
    tenant.clock.advance(15_000)
    await settle(tenant.platform, program)
    tenant.clock.advance(60_000)
    await settle(tenant.platform, program)
    expect((await listDeliveries(tenant.as(admin), id)).rows).toMatchObject([
      { state: 'delivered', attempts: 3 },
    ])
    expect(new Set(program.requests.map(({ headers }) => headers?.['guichet-delivery'])).size).toBe(1)
  })

  it('is given up after eight attempts, until somebody asks again', async () => {
    const { id } = await subscribe(secretary, 'entry.created')
    program.answers = Array.from({ length: 8 }, () => 500)
    await file()
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await settle(tenant.platform, program)
      tenant.clock.advance(7 * 3_600_000)
    }
    expect(program.requests).toHaveLength(8)
    const [delivery] = (await listDeliveries(tenant.as(admin), id)).rows
    expect(delivery).toMatchObject({ state: 'parked', lastStatus: 500 })
    await redeliver(tenant.as(admin), delivery?.id ?? '')
    await settle(tenant.platform, program)
    expect((await listDeliveries(tenant.as(admin), id)).rows).toMatchObject([{ state: 'delivered' }])
  })

  it('is not tried again at an address that is refused', async () => {
    const { id } = await subscribe(secretary, 'entry.created')
    program.answers = [new OutgoingError('address-refused')]
    await file()
    await settle(tenant.platform, program)
    expect((await listDeliveries(tenant.as(admin), id)).rows).toMatchObject([
      { state: 'parked', lastError: 'address-refused' },
    ])
  })
})

describe('subscribing', () => {
  const request = { name: 'x', url: 'https://stats.example/', kinds: ['entry.created'] as const }

  it.each<[string, () => TestTenant['nobody'], string]>([
    ['nobody', () => tenant.nobody, 'sign-in-required'],
    ['a secretary', () => tenant.as(secretary), 'not-allowed'],
  ])('is refused to %s', async (_, as, code) => {
    await expect(subscribeWebhook(as(), request)).rejects.toMatchObject({ code })
    await expect(listWebhooks(as())).rejects.toMatchObject({ code })
    await expect(stopWebhook(as(), tenant.platform.ids.next())).rejects.toMatchObject({ code })
    await expect(listDeliveries(as(), tenant.platform.ids.next())).rejects.toMatchObject({ code })
    await expect(redeliver(as(), tenant.platform.ids.next())).rejects.toMatchObject({ code })
  })

  it.each(['ftp://stats.example/', 'stats.example', 'https://ada:secret@stats.example/'])(
    'is refused for the address %s',
    async (url) => {
      await expect(subscribeWebhook(tenant.as(admin), { ...request, url })).rejects.toMatchObject({
        code: 'invalid-input',
      })
    },
  )

  it('is refused for an owner without an account', async () => {
    const { personId } = await tenant.person('Sans Compte')
    await expect(subscribeWebhook(tenant.as(admin), { ...request, ownerId: personId })).rejects.toMatchObject(
      {
        code: 'invalid-input',
      },
    )
  })

  it('shows no secret afterwards', async () => {
    const { secret } = await subscribe(secretary, 'entry.created')
    const { rows } = await sql<{ secret: Buffer }>`select secret from public.webhooks`.execute(
      tenant.platform.db,
    )
    expect(JSON.stringify(await listWebhooks(tenant.as(admin)))).not.toContain(secret)
    expect(rows.some((row) => row.secret.toString('utf8').includes(secret))).toBe(false)
  })
})
