// SPDX-License-Identifier: MIT
import { type Actor, defineSolution, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { club } from '../../testing/club.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, deleteEntry, entryHistory, viewEntry } from '../entries/index.ts'
import {
  countChangesToDecide,
  decideChange,
  listChangeRequests,
  listChangesToDecide,
  remindLate,
  withdrawChange,
} from './index.ts'

const text = (fr: string, en: string) => ({ fr, en })

/** The club, whose coaches edit licences under two levels: the captain of the team, then the office if it costs. */
function approvingClub(): Solution {
  const { grants, ...rest } = structuredClone(club)
  return defineSolution({
    ...rest,
    circuits: {
      file: {
        title: text('Fiche du joueur', 'Player’s file'),
        levels: [
          {
            title: text('Capitaine', 'Captain'),
            who: { kind: 'relation', path: 'team.captain' },
            deadlineDays: 3,
          },
          {
            title: text('Bureau', 'Office'),
            who: { kind: 'role', role: 'secretary' },
            when: { kind: 'compare', path: 'fee', op: 'gt', value: { kind: 'literal', value: 10_000 } },
          },
        ],
      },
    },
    grants: [
      ...grants,
      {
        who: { kind: 'role-at', role: 'coach', at: 'team' },
        may: ['edit'],
        on: 'licence',
        fields: { write: ['playerName', 'level', 'fee'] },
        approval: 'file',
      },
      {
        who: { kind: 'role-at', role: 'coach', at: 'team' },
        may: ['edit'],
        on: 'licence',
        fields: { write: ['motive'] },
      },
    ],
  })
}

type Person = Extract<Actor, { kind: 'person' }>
let tenant: TestTenant
let server: TestServer
let captain: Person
let coach: Person
let secretary: Person
let stranger: Person
let team: string

beforeAll(async () => {
  tenant = await aTenant({ solutions: [approvingClub()] })
  server = await startTestServer(tenant)
  captain = await tenant.person('Chloé Capitaine')
  team = await tenant.organisation('Cadets', { captain: captain.personId })
  const office = await tenant.organisation('Bureau')
  coach = await tenant.person('Cécile Coach', { coach: team })
  secretary = await tenant.person('Sam Secrétaire', { secretary: office })
  stranger = await tenant.person('Élie Ailleurs', { coach: office })
})
afterAll(async () => {
  await server.close()
  await tenant.close()
})

/** A licence at the team; one that costs passes both levels. */
async function aLicence(values: Readonly<Record<string, unknown>> = {}): Promise<string> {
  const id = await tenant.entry('club.licence', {
    playerName: 'Ana',
    playerEmail: 'ana@plassans.example',
    level: 'beginner',
    team,
    fee: 5_000,
    ...values,
  })
  // Coaches and captains read what has left the first state.
  await sql`update data.club_licence set state = 'at_team' where id = ${id}`.execute(tenant.platform.db)
  await sql`update public.entries set state = 'at_team' where id = ${id}`.execute(tenant.platform.db)
  return id
}

/** A change proposed by the coach. */
async function proposed(id: string, values: Readonly<Record<string, unknown>> = { level: 'expert' }) {
  const { version } = await viewEntry(tenant.as(coach), id)
  const [edit] = (await changeEntry(tenant.as(coach), { id, version, values })).proposed
  if (!edit) throw new Error('nothing waits')
  return { id: edit.id, version: 1 }
}
const valueOf = async (id: string, field: string) =>
  (await viewEntry(tenant.as(secretary), id)).fields.find(({ key }) => key === field)?.value
const requestOf = async (id: string, reader: Person) =>
  (await listChangeRequests(tenant.as(reader), id)).requests[0]

describe('an edit under an approval', () => {
  it('waits beside the values, while what needs no approval is written at once', async () => {
    const id = await aLicence()
    const answer = await server.ask({
      method: 'PATCH',
      url: `/api/v1/entries/club/licence/${id}`,
      as: coach,
      body: { version: 1, values: { level: 'expert', motive: 'Progrès' } },
    })
    expect(answer).toMatchObject({
      status: 200,
      body: {
        version: 2,
        values: { level: 'beginner', motive: 'Progrès' },
        changeRequests: [{ circuit: 'club.file', fields: ['level'] }],
      },
    })
    expect(await requestOf(id, captain)).toMatchObject({
      state: 'pending',
      circuit: 'Fiche du joueur',
      level: { title: 'Capitaine', place: 1, of: 2 },
      proposer: 'Cécile Coach',
      fields: [{ label: 'Niveau', before: 'Débutant', proposed: 'Confirmé' }],
      may: { decide: true, withdraw: false },
    })
  })

  it('is written at once for who edits without approval', async () => {
    const id = await aLicence()
    const { proposed } = await changeEntry(tenant.as(secretary), {
      id,
      version: 1,
      values: { level: 'expert' },
    })
    expect(proposed).toEqual([])
    expect(await valueOf(id, 'level')).toBe('expert')
  })

  it('asks nothing for what is there already', async () => {
    const id = await aLicence()
    const { proposed } = await changeEntry(tenant.as(coach), {
      id,
      version: 1,
      values: { level: 'beginner' },
    })
    expect(proposed).toEqual([])
  })

  it('is shown without the fields that the reader may not read, and not at all without any', async () => {
    const id = await aLicence()
    await proposed(id, { level: 'expert', fee: 6_000 })
    expect((await requestOf(id, coach))?.fields.map(({ key }) => key)).toEqual(['level', 'fee'])
    const seen = await requestOf(id, captain)
    expect(seen?.fields.map(({ key }) => key)).toEqual(['level'])
    expect(JSON.stringify(seen)).not.toContain('6000')
    const hidden = await aLicence()
    const { id: change } = await proposed(hidden, { fee: 6_000 })
    expect((await listChangeRequests(tenant.as(captain), hidden)).requests).toEqual([])
    await expect(
      decideChange(tenant.as(captain), { id: change, version: 1, accepts: true }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('deciding a change', () => {
  it('is written once by the last level that concerns the entry, and the history tells by whom', async () => {
    const id = await aLicence()
    const change = await proposed(id)
    expect(await decideChange(tenant.as(captain), { ...change, accepts: true })).toEqual({ state: 'applied' })
    expect(await valueOf(id, 'level')).toBe('expert')
    const [accepted, changed, asked] = await entryHistory(tenant.as(secretary), id)
    expect([accepted?.kind, changed?.kind, asked?.kind]).toEqual([
      'change.accepted',
      'entry.changed',
      'change.proposed',
    ])
    expect(changed).toMatchObject({ actor: { name: 'Chloé Capitaine' }, changes: [{ field: 'level' }] })
    await expect(decideChange(tenant.as(captain), { ...change, accepts: true })).rejects.toMatchObject({
      code: 'change-decided',
    })
  })

  it('goes on to the level whose condition holds', async () => {
    const id = await aLicence({ fee: 20_000 })
    const change = await proposed(id)
    expect(await decideChange(tenant.as(captain), { ...change, accepts: true, reason: 'Vu.' })).toEqual({
      state: 'pending',
    })
    expect(await valueOf(id, 'level')).toBe('beginner')
    await expect(
      decideChange(tenant.as(captain), { ...change, version: 2, accepts: true }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
    await decideChange(tenant.as(secretary), { ...change, version: 2, accepts: true })
    expect(await requestOf(id, secretary)).toMatchObject({
      state: 'applied',
      decisions: [
        { level: 'Capitaine', accepted: true, reason: 'Vu.', by: 'Chloé Capitaine' },
        { level: 'Bureau', accepted: true },
      ],
    })
  })

  it('rejects with a reason, which is asked for', async () => {
    const id = await aLicence()
    const change = await proposed(id)
    const refuse = (reason?: string) =>
      decideChange(tenant.as(captain), { ...change, accepts: false, reason })
    await expect(refuse(' ')).rejects.toMatchObject({ code: 'invalid-input' })
    expect(await refuse('Trop tôt.')).toEqual({ state: 'rejected' })
    expect(await valueOf(id, 'level')).toBe('beginner')
  })

  it('is told of a value that changed meanwhile, and writes over it once that was seen', async () => {
    const id = await aLicence({ playerName: 'Ana' })
    const change = await proposed(id, { playerName: 'Anna' })
    await changeEntry(tenant.as(secretary), { id, version: 1, values: { playerName: 'Hannah' } })
    expect((await requestOf(id, captain))?.fields[0]).toMatchObject({
      before: 'Ana',
      proposed: 'Anna',
      conflict: { now: 'Hannah', by: 'Sam Secrétaire' },
    })
    const accept = (overEntryVersion?: number) =>
      decideChange(tenant.as(captain), { ...change, accepts: true, overEntryVersion })
    await expect(accept()).rejects.toMatchObject({
      code: 'change-conflict',
      data: { fields: ['playerName'], entryVersion: 2 },
    })
    await expect(accept(1)).rejects.toMatchObject({ code: 'change-conflict' })
    expect(await accept(2)).toEqual({ state: 'applied' })
    expect(await valueOf(id, 'playerName')).toBe('Anna')
  })

  it('is refused to who proposed it, to others, and to nobody signed in, who see no list of it', async () => {
    const id = await aLicence()
    const change = await proposed(id)
    const decide = (who: Person) => decideChange(tenant.as(who), { ...change, accepts: true })
    await expect(decide(coach)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(decide(secretary)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(decide(stranger)).rejects.toMatchObject({ code: 'not-found' })
    await expect(decideChange(tenant.nobody, { ...change, accepts: true })).rejects.toMatchObject({
      code: 'not-found',
    })
    await expect(listChangesToDecide(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
    await expect(listChangeRequests(tenant.as(stranger), id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('through the API has the same refusals', async () => {
    const id = await aLicence()
    const change = await proposed(id)
    const at = `/api/v1/change-requests/${change.id}`
    const body = { version: 1, accepts: true }
    const post = (as: Person | undefined, path = 'decision', sent: object = body) =>
      server.ask({ method: 'POST', url: `${at}/${path}`, body: sent, ...(as && { as }) })
    expect((await post(stranger)).status).toBe(404)
    expect((await post(undefined)).status).toBe(404)
    expect((await post(coach)).status).toBe(403)
    expect((await post(captain, 'withdrawal', { version: 1 })).status).toBe(403)
    const listed = await server.ask({ url: '/api/v1/change-requests', as: captain })
    expect(listed.body.changeRequests.map((one: { id: string }) => one.id)).toContain(change.id)
    expect((await server.ask({ url: '/api/v1/change-requests' })).status).toBe(401)
    const of = await server.ask({ url: `/api/v1/change-requests/of/${id}`, as: captain })
    expect(of.body.changeRequests).toMatchObject([
      { fields: [{ field: 'level', before: 'beginner', proposed: 'expert', conflict: null }] },
    ])
    expect((await server.ask({ url: `/api/v1/change-requests/of/${id}`, as: stranger })).status).toBe(404)
    expect(await post(captain)).toMatchObject({ status: 200, body: { state: 'applied' } })
  })
})

describe('taking back a proposal', () => {
  it('is for who made it, as long as it waits', async () => {
    const id = await aLicence()
    const change = await proposed(id)
    await expect(withdrawChange(tenant.as(captain), change)).rejects.toMatchObject({ code: 'not-allowed' })
    await withdrawChange(tenant.as(coach), change)
    expect(await requestOf(id, captain)).toMatchObject({ state: 'withdrawn', may: { decide: false } })
    await expect(withdrawChange(tenant.as(coach), change)).rejects.toMatchObject({ code: 'change-decided' })
  })
})

describe('what waits for somebody', () => {
  it('is listed by pages and counted, for those of the level alone', async () => {
    const before = (await countChangesToDecide(tenant.as(captain))).count
    const ids = [await aLicence(), await aLicence(), await aLicence()]
    for (const id of ids) await proposed(id)
    expect(await countChangesToDecide(tenant.as(captain))).toEqual({ decides: true, count: before + 3 })
    const seen: string[] = []
    let after: string | undefined
    do {
      const page = await listChangesToDecide(tenant.as(captain), { limit: 2, after })
      seen.push(...page.rows.map(({ entryId }) => entryId))
      after = page.next ?? undefined
    } while (after !== undefined)
    expect(seen.slice(-3)).toEqual(ids)
    expect((await listChangesToDecide(tenant.as(secretary))).rows).toEqual([])
    expect((await listChangesToDecide(tenant.as(stranger))).rows).toEqual([])
    expect(await countChangesToDecide(tenant.as(coach))).toEqual({
      decides: true,
      count: before + 3 - 3 - before,
    })
  })

  it('leaves out what proposes a field that they may not read, and entries in the bin', async () => {
    const { count } = await countChangesToDecide(tenant.as(captain))
    await proposed(await aLicence(), { fee: 7_000 })
    const gone = await aLicence()
    await proposed(gone)
    await deleteEntry(tenant.as(secretary), { id: gone, version: 1 })
    expect((await countChangesToDecide(tenant.as(captain))).count).toBe(count)
  })

  it('is told once to those of the level, again when it is late, and to who proposed it at the end', async () => {
    const id = await aLicence()
    const change = await proposed(id)
    await settle(tenant.platform)
    const mails = async () =>
      (
        await sql<{ template: string; to_email: string }>`
          select template, to_email from public.mails where entry_id = ${id} and template like 'change.%' order by id
        `.execute(tenant.platform.db)
      ).rows.map((mail) => `${mail.template} ${mail.to_email}`)
    expect(await mails()).toEqual([`change.asks ${captain.email}`])
    tenant.clock.advance(3 * 86_400_000 + 1)
    expect(await remindLate(tenant.platform)).toBeGreaterThan(0)
    expect(await remindLate(tenant.platform)).toBe(0)
    await decideChange(tenant.as(captain), { ...change, accepts: false, reason: 'Non.' })
    await settle(tenant.platform)
    expect((await mails()).slice(1)).toEqual([
      `change.late ${captain.email}`,
      `change.rejected ${coach.email}`,
    ])
  })
})
