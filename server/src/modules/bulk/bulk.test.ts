// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, takeTransition, viewEntry } from '../entries/index.ts'
import { actorAgain } from '../people/index.ts'
import { busyClub } from '../views/views.fixture.ts'
import { advanceBulk, forgetBulks, prepareBulk, startBulk, undoBulk, viewBulk } from './index.ts'

let club: TestTenant
let secretary: Context
let colleague: Context
let coach: Context
let foxes: string
let ids: string[]

const day = 86_400_000
const names = ['Élise Courrière', 'Marcel Brunet', 'Fatou Diarra']

beforeAll(async () => {
  club = await aTenant({ solutions: [busyClub] })
  const office = await club.organisation('Bureau')
  foxes = await club.organisation('Les Renards')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  colleague = club.as(await club.person('Paul Arène', { secretary: office }))
  coach = club.as(await club.person('Julien Mouret', { coach: foxes }))
})
afterAll(() => club.close())
beforeEach(async () => {
  ids = []
  for (const playerName of names) {
    ids.push(
      await club.entry('club.licence', { playerName, playerEmail: 'x@plassans.example', level: 'beginner' }),
    )
  }
})

const choice = (...chosen: string[]) => ({ kind: 'entries' as const, ids: chosen })
const stateOf = async (id = '') => (await viewEntry(secretary, id)).state?.key

async function refuseAll(chosen = ids, reason = 'Club complet'): Promise<string> {
  const { id } = await prepareBulk(secretary, { transition: 'refuse', choice: choice(...chosen) })
  await startBulk(secretary, { id, reason })
  await advanceBulk(club.platform, id)
  return id
}

describe('an action on several entries', () => {
  it('is prepared first, and says what will be done to how many', async () => {
    await takeTransition(secretary, { id: ids[0] ?? '', version: 1, key: 'refuse', reason: 'Complet' })
    const { id } = await prepareBulk(secretary, {
      transition: 'refuse',
      choice: choice(...ids),
      origin: '/bureau/club/to-check',
    })
    const view = await viewBulk(secretary, id)
    expect(view).toMatchObject({ status: 'prepared', label: 'Refuser', origin: '/bureau/club/to-check' })
    expect(view.counts).toMatchObject({ waiting: 2, aside: 1, total: 3 })
    expect(view.items[0]).toMatchObject({ status: 'aside', refusal: expect.stringContaining('état') })
    expect(view.form).toMatchObject({ reason: 'required', questions: [] })
    expect(await stateOf(ids[1])).toBe('asked')
  })

  it('is taken on each once it is started, with its reason and its author', async () => {
    const id = await refuseAll()
    expect((await viewBulk(secretary, id)).counts).toMatchObject({ waiting: 0, done: 3, total: 3 })
    for (const entry of ids) expect(await stateOf(entry)).toBe('refused')
    const { rows } = await sql<{ actor_name: string; reason: string }>`
      select actor_name, payload ->> 'reason' as reason from public.events
      where kind = 'entry.moved' and entry_id = any(${ids}::uuid[])
    `.execute(club.platform.db)
    expect(rows).toEqual(names.map(() => ({ actor_name: 'Nadia Benaïssa', reason: 'Club complet' })))
  })

  it('carries the same answers to all', async () => {
    const { id } = await prepareBulk(secretary, { transition: 'send_to_team', choice: choice(...ids) })
    expect((await viewBulk(secretary, id)).form?.offers.team).toContainEqual({
      id: foxes,
      label: 'Les Renards',
    })
    await startBulk(secretary, { id, answers: { team: foxes } })
    await advanceBulk(club.platform, id)
    expect((await viewBulk(secretary, id)).counts.done).toBe(3)
  })

  it('takes all that a view holds as it is filtered', async () => {
    const { id } = await prepareBulk(secretary, {
      transition: 'refuse',
      choice: { kind: 'view', view: { solution: 'club', view: 'to-check', search: 'Brunet' } },
    })
    const { items } = await viewBulk(secretary, id)
    expect(new Set(items.map(({ title }) => title))).toEqual(new Set(['Licence de Marcel Brunet']))
  })

  it('leaves alone an entry that somebody changed between the choice and its turn', async () => {
    const { id } = await prepareBulk(secretary, { transition: 'refuse', choice: choice(...ids) })
    await changeEntry(colleague, { id: ids[1] ?? '', version: 1, values: { level: 'expert' } })
    await startBulk(secretary, { id, reason: 'Complet' })
    await advanceBulk(club.platform, id)
    const view = await viewBulk(secretary, id)
    expect(view.items.map(({ status }) => status)).toEqual(['done', 'changed', 'done'])
    expect(view.items[1]?.refusal).toContain('changé')
    expect(await stateOf(ids[1])).toBe('asked')
  })

  it('tells each refusal as the action alone would have', async () => {
    await takeTransition(secretary, { id: ids[0] ?? '', version: 1, key: 'refuse', reason: 'Complet' })
    const { id } = await prepareBulk(secretary, { transition: 'grant', choice: choice(...ids) })
    const { items } = await viewBulk(secretary, id)
    expect(items.map(({ status }) => status)).toEqual(['aside', 'aside', 'aside'])
    expect(items[1]?.refusal).toBe('La cotisation n’est pas fixée.')
  })

  it('does nothing for who has lost the right meanwhile', async () => {
    const leaving = await club.person('Ida Motte', { secretary: await club.organisation('Annexe') })
    const { id } = await prepareBulk(club.as(leaving), { transition: 'refuse', choice: choice(...ids) })
    await startBulk(club.as(leaving), { id, reason: 'Complet' })
    await sql`update data.club_membership set ends_on = '2020-01-01' where person = ${leaving.personId}`.execute(
      club.platform.db,
    )
    await advanceBulk(club.platform, id)
    expect((await viewBulk(club.as(leaving), id)).counts).toMatchObject({ done: 0, refused: 3 })
    expect(await stateOf(ids[0])).toBe('asked')
  })

  it('is done as it was asked: by the administrator who acted, with the roles that the session served', async () => {
    const { actor } = secretary
    if (actor.kind !== 'person') return expect.fail('a person')
    const asked = club.as({ ...actor, by: { personId: club.platform.ids.next(), name: 'Ada Ministre' } })
    const { id } = await prepareBulk(asked, { transition: 'refuse', choice: choice(...ids) })
    await startBulk(asked, { id, reason: 'Complet' })
    await advanceBulk(club.platform, id)
    const { rows } = await sql<{ name: string }>`
      select payload #>> '{by,name}' as name from public.events
      where kind = 'entry.moved' and entry_id = any(${ids}::uuid[])`.execute(club.platform.db)
    expect(rows).toEqual(ids.map(() => ({ name: 'Ada Ministre' })))
    const later = { personId: actor.personId, locale: 'fr', standing: { roles: [] } } as const
    expect(await actorAgain(club.platform, later)).toMatchObject({ roles: [] })
  })

  it('started twice, runs once', async () => {
    const { id } = await prepareBulk(secretary, { transition: 'refuse', choice: choice(...ids) })
    await Promise.all([
      startBulk(secretary, { id, reason: 'Complet' }),
      startBulk(secretary, { id, reason: 'Complet' }),
    ])
    await Promise.all([advanceBulk(club.platform, id), advanceBulk(club.platform, id)])
    await advanceBulk(club.platform, id)
    await startBulk(secretary, { id, reason: 'Encore' })
    expect((await viewBulk(secretary, id)).counts).toMatchObject({ done: 3, total: 3 })
    const { rows } = await sql<{ n: number }>`
      select count(*)::int as n from public.events where kind = 'entry.moved' and entry_id = any(${ids}::uuid[])
    `.execute(club.platform.db)
    expect(rows[0]?.n).toBe(3)
  })

  it('is refused before anything is done when every entry would refuse it', async () => {
    const { id } = await prepareBulk(secretary, { transition: 'refuse', choice: choice(...ids) })
    await expect(startBulk(secretary, { id, reason: '  ' })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ path: 'reason' }] },
    })
    const sent = await prepareBulk(secretary, { transition: 'send_to_team', choice: choice(...ids) })
    await expect(startBulk(secretary, { id: sent.id })).rejects.toMatchObject({
      data: { fields: [{ path: 'team' }] },
    })
    expect((await viewBulk(secretary, sent.id)).status).toBe('prepared')
  })

  it.each([
    ['no entry', () => []],
    ['entries that are not there', () => ['01900000-0000-7000-8000-000000000001', 'constructor']],
    ['more entries than one action takes', () => Array.from({ length: 501 }, () => club.platform.ids.next())],
    ['entries of several collections', () => [ids[0] ?? '', foxes]],
  ])('is refused for %s', async (_, chosen) => {
    const asked = { transition: 'refuse', choice: choice(...chosen()) }
    await expect(prepareBulk(secretary, asked)).rejects.toMatchObject({ code: 'malformed-request' })
  })

  it('does not see entries that its author may not read', async () => {
    await expect(
      prepareBulk(club.as(await club.person('Rose Tavan')), { transition: 'refuse', choice: choice(...ids) }),
    ).rejects.toMatchObject({ code: 'malformed-request' })
    const { id } = await prepareBulk(coach, { transition: 'refuse', choice: choice(...ids) })
    expect((await viewBulk(coach, id)).counts).toMatchObject({ aside: 3, waiting: 0 })
  })

  it('is its author’s alone', async () => {
    const { id } = await prepareBulk(secretary, { transition: 'refuse', choice: choice(...ids) })
    await expect(viewBulk(colleague, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(startBulk(colleague, { id, reason: 'x' })).rejects.toMatchObject({ code: 'not-found' })
    await expect(undoBulk(colleague, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(viewBulk(club.nobody, id)).rejects.toMatchObject({ code: 'sign-in-required' })
    await expect(viewBulk(club.system, id)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(viewBulk(secretary, 'constructor')).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is forgotten: the next day when it was left, after thirty days when it was done', async () => {
    const left = await prepareBulk(secretary, { transition: 'refuse', choice: choice(...ids) })
    const done = await refuseAll()
    club.clock.advance(2 * day)
    await forgetBulks(club.platform)
    await expect(viewBulk(secretary, left.id)).rejects.toMatchObject({ code: 'not-found' })
    expect((await viewBulk(secretary, done)).status).toBe('done')
    club.clock.advance(30 * day)
    await forgetBulks(club.platform)
    await expect(viewBulk(secretary, done)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('taking it back', () => {
  it('brings the entries back where they were', async () => {
    const id = await refuseAll()
    expect(await viewBulk(secretary, id)).toMatchObject({ undoable: 3, undoneBy: null })
    const undo = await undoBulk(secretary, id)
    expect(undo.started).toBe(true)
    await advanceBulk(club.platform, undo.id)
    for (const entry of ids) expect(await stateOf(entry)).toBe('asked')
    expect(await viewBulk(secretary, undo.id)).toMatchObject({ undoes: id, label: 'Rouvrir', undoable: 0 })
    expect(await viewBulk(secretary, id)).toMatchObject({ undoneBy: undo.id, undoable: 0 })
  })

  it('leaves alone what moved on since', async () => {
    const id = await refuseAll()
    club.clock.advance(60_000)
    await takeTransition(colleague, { id: ids[0] ?? '', version: 2, key: 'reopen' })
    await takeTransition(colleague, { id: ids[0] ?? '', version: 3, key: 'refuse', reason: 'Encore' })
    expect((await viewBulk(secretary, id)).undoable).toBe(2)
    const undo = await undoBulk(secretary, id)
    await advanceBulk(club.platform, undo.id)
    const { items } = await viewBulk(secretary, undo.id)
    expect(items.map(({ status }) => status)).toEqual(['aside', 'done', 'done'])
    expect(await stateOf(ids[0])).toBe('refused')
  })

  it('asked twice, is done once', async () => {
    const id = await refuseAll()
    const [one, two] = await Promise.all([undoBulk(secretary, id), undoBulk(secretary, id)])
    expect(one.id).toBe(two.id)
  })

  it('is refused when nothing leads back, and before the action is done', async () => {
    const { id } = await prepareBulk(secretary, { transition: 'send_to_team', choice: choice(...ids) })
    await expect(undoBulk(secretary, id)).rejects.toMatchObject({ code: 'transition-refused' })
    await startBulk(secretary, { id, answers: { team: foxes } })
    await advanceBulk(club.platform, id)
    expect((await viewBulk(secretary, id)).undoable).toBe(0)
    await expect(undoBulk(secretary, id)).rejects.toMatchObject({ code: 'transition-refused' })
  })
})
