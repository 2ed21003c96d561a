// SPDX-License-Identifier: MIT
import type { Actor } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import {
  changeEntry,
  createEntry,
  deleteEntry,
  entryGuide,
  entryHistory,
  publicReason,
  listEntries,
  takeTransition,
  viewEntry,
} from './index.ts'

let club: TestTenant
let office: string
let foxes: string
let otters: string
let secretary: Context
let coach: Context
let otherCoach: Context
let player: Context
let playerId: string

beforeAll(async () => {
  club = await aTenant()
  office = await club.organisation('Bureau')
  foxes = await club.organisation('Les Renards')
  otters = await club.organisation('Les Loutres')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  coach = club.as(await club.person('Julien Mouret', { coach: foxes }))
  otherCoach = club.as(await club.person('Fatou Diarra', { coach: otters }))
  const person = await club.person('Élise Courrière')
  playerId = person.personId
  player = club.as(person)
})
afterAll(() => club.close())

const asked = { playerName: 'Élise Courrière', playerEmail: 'elise@courriel.example', level: 'beginner' }

async function aLicence(values: Record<string, unknown> = {}): Promise<string> {
  return club.entry('club.licence', { ...asked, ...values }, playerId)
}

function bearer(entryId: string, purpose: string): Context {
  const link: Actor = {
    kind: 'link',
    linkId: 'l1',
    purpose,
    entryId,
    email: 'a@b.example',
    name: 'A',
    locale: 'fr',
  }
  return club.as(link)
}

/** A licence sent to the Foxes: their coach sees it. */
async function aLicenceWithTheFoxes(): Promise<string> {
  const id = await aLicence()
  await takeTransition(secretary, { id, version: 1, key: 'send_to_team', answers: { team: foxes } })
  return id
}

describe('filing', () => {
  it('gives a number, the initial state, a title from the fields and the values as they were normalised', async () => {
    const { id, number } = await createEntry(club.nobody, {
      collection: 'club.licence',
      values: { ...asked, playerName: '  Zoé Ünal ' },
    })
    const view = await viewEntry(secretary, id)
    expect(number).toMatch(/^LIC-2026-\d{5}$/)
    expect(view).toMatchObject({
      number,
      title: 'Licence de Zoé Ünal',
      state: { key: 'asked' },
      version: 1,
      owner: null,
    })
  })

  it('belongs to the person who is signed in', async () => {
    const { id } = await createEntry(player, { collection: 'club.licence', values: asked })
    expect((await viewEntry(player, id)).owner).toBe(playerId)
  })

  it('never gives the same number twice, even to many at once', async () => {
    const made = await Promise.all(
      Array.from({ length: 20 }, () =>
        createEntry(club.nobody, { collection: 'club.licence', values: asked }),
      ),
    )
    expect(new Set(made.map(({ number }) => number)).size).toBe(20)
  })

  it('computes what nobody types, from the values given', async () => {
    const view = await viewEntry(secretary, await aLicence({ fee: 2000 }))
    expect(view.fields.find(({ key }) => key === 'feeInWords')?.value).toBe(2500)
  })

  it.each([
    ['a missing name', { ...asked, playerName: '' }, 'playerName', 'required'],
    ['a mailbox that is none', { ...asked, playerEmail: 'elise' }, 'playerEmail', 'email'],
    ['a level that is not offered', { ...asked, level: 'champion' }, 'level', 'choice'],
    ['a field that only the office fills', { ...asked, fee: 10 }, 'fee', 'read_only'],
  ])('refuses %s at its field', async (_, values, path, code) => {
    await expect(createEntry(club.nobody, { collection: 'club.licence', values })).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ path, code }] },
    })
  })

  it('refuses a field that does not exist', async () => {
    const values = { ...asked, colour: 'red' }
    await expect(createEntry(club.nobody, { collection: 'club.licence', values })).rejects.toMatchObject({
      code: 'unknown-field',
      data: { field: 'colour' },
    })
  })

  it('refuses a collection that nobody was granted to create in', async () => {
    await expect(
      createEntry(club.nobody, { collection: 'club.person', values: { name: 'X' } }),
    ).rejects.toMatchObject({ code: 'sign-in-required' })
    await expect(
      createEntry(player, { collection: 'club.person', values: { name: 'X' } }),
    ).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('refuses a collection that does not exist', async () => {
    await expect(createEntry(secretary, { collection: 'club.boat', values: {} })).rejects.toMatchObject({
      code: 'not-found',
    })
  })

  it('refuses a reference to what does not exist and to what the actor may not read, alike', async () => {
    const licence = await aLicence()
    for (const team of ['0190a0a0-0000-7000-8000-000000000000', licence]) {
      await expect(
        createEntry(secretary, { collection: 'club.licence', values: { ...asked, team } }),
      ).rejects.toMatchObject({ data: { fields: [{ path: 'team', code: 'reference_not_found' }] } })
    }
  })
})

describe('reading one entry', () => {
  it('shows the owner their fields and not those of the office', async () => {
    const view = await viewEntry(player, await aLicence({ health: 'asthme', fee: 1000 }))
    const keys = view.fields.map(({ key }) => key)
    expect(keys).toContain('playerEmail')
    expect(keys).not.toContain('health')
    expect(keys).not.toContain('fee')
  })

  it('is shown to the coach of the team that holds it, and to no other coach', async () => {
    const id = await aLicenceWithTheFoxes()
    expect((await viewEntry(coach, id)).heldBy).toEqual({ id: foxes, title: 'Les Renards' })
    await expect(viewEntry(otherCoach, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('is shown to the captain, reached through the team', async () => {
    const captain = await club.person('Karim Ouali')
    const lynxes = await club.organisation('Les Lynx', { captain: captain.personId })
    const id = await aLicence({ team: lynxes })
    const view = await viewEntry(club.as(captain), id)
    expect(view.fields.map(({ key }) => key)).toEqual(['playerName', 'level'])
  })

  it('is opened by a link of its own, with what the purpose of the link gives and nothing else', async () => {
    const id = await aLicence({ health: 'asthme' })
    const view = await viewEntry(bearer(id, 'club.doctor'), id)
    expect(view.fields.map(({ key }) => key)).toEqual(['playerName', 'health'])
    expect(view.may).toMatchObject({ edit: true, history: false, note: false })
    expect(view.transitions).toEqual([])
  })

  it.each<[string, () => Context]>([
    ['nobody', () => club.nobody],
    ['a link to another entry', () => bearer('0190a0a0-0000-7000-8000-000000000000', 'club.player')],
    ['a link of an unknown purpose', () => bearer('', 'club.nothing')],
    ['a coach whose team does not hold it', () => coach],
  ])('does not exist for %s', async (_, who) => {
    await expect(viewEntry(who(), await aLicence())).rejects.toMatchObject({ code: 'not-found' })
  })

  it('does not exist when its id is no id, or was deleted', async () => {
    await expect(viewEntry(secretary, "x' or 1=1")).rejects.toMatchObject({ code: 'not-found' })
    const id = await aLicence()
    await deleteEntry(secretary, { id, version: 1 })
    await expect(viewEntry(secretary, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('changing an entry', () => {
  it('writes what changed, with its event, and nothing when nothing changed', async () => {
    const id = await aLicence()
    const { version } = await changeEntry(secretary, {
      id,
      version: 1,
      values: { fee: 1500, level: 'beginner' },
    })
    expect(version).toBe(2)
    const [line] = await entryHistory(secretary, id)
    expect(line).toMatchObject({ kind: 'entry.changed', actor: { name: 'Nadia Benaïssa' } })
    expect(line?.changes.find(({ field }) => field === 'fee')).toMatchObject({ before: null, after: 1500 })
    expect(line?.changes.some(({ field }) => field === 'level')).toBe(false)
    await changeEntry(secretary, { id, version: 2, values: { fee: 1500 } })
    expect(await entryHistory(secretary, id)).toHaveLength(2)
  })

  it('refuses to write over what the actor has not seen, and shows what is there now', async () => {
    const id = await aLicence()
    await changeEntry(secretary, { id, version: 1, values: { fee: 1500 } })
    await expect(changeEntry(secretary, { id, version: 1, values: { fee: 9 } })).rejects.toMatchObject({
      code: 'entry-changed',
      data: { current: { version: 2 } },
    })
  })

  it('lets one of two simultaneous writers through', async () => {
    const id = await aLicence()
    const both = await Promise.allSettled([
      changeEntry(secretary, { id, version: 1, values: { fee: 1 } }),
      changeEntry(secretary, { id, version: 1, values: { fee: 2 } }),
    ])
    expect(both.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
  })

  it('is refused to those who may read but not edit, and on fields that a link does not open', async () => {
    const id = await aLicence()
    await expect(changeEntry(player, { id, version: 1, values: { level: 'expert' } })).rejects.toMatchObject({
      code: 'not-allowed',
    })
    await expect(
      changeEntry(bearer(id, 'club.doctor'), { id, version: 1, values: { playerName: 'X' } }),
    ).rejects.toMatchObject({
      code: 'invalid-input',
      data: { fields: [{ path: 'playerName', code: 'read_only' }] },
    })
    await changeEntry(bearer(id, 'club.doctor'), { id, version: 1, values: { health: 'rien à signaler' } })
  })

  it('refuses to empty a required field', async () => {
    const id = await aLicence()
    await expect(
      changeEntry(secretary, { id, version: 1, values: { playerName: ' ' } }),
    ).rejects.toMatchObject({
      data: { fields: [{ path: 'playerName', code: 'required' }] },
    })
  })
})

describe('moving an entry', () => {
  it('writes the answers of the form on the way, and tells the history', async () => {
    const id = await aLicenceWithTheFoxes()
    const view = await viewEntry(secretary, id)
    expect(view).toMatchObject({ state: { key: 'at_team' }, version: 2, heldBy: { title: 'Les Renards' } })
    expect((await entryHistory(secretary, id))[0]).toMatchObject({
      kind: 'entry.moved',
      transition: { key: 'send_to_team', to: { key: 'at_team' } },
    })
  })

  it('comes back to the state it was asked from', async () => {
    const id = await aLicenceWithTheFoxes()
    await takeTransition(coach, { id, version: 2, key: 'ask_more', reason: 'Pourquoi nous ?' })
    const back = await takeTransition(player, {
      id,
      version: 3,
      key: 'complete',
      answers: { motive: 'J’habite à côté.' },
    })
    expect(back).toMatchObject({ state: 'at_team', version: 4 })
  })

  it('closes and reopens with their date', async () => {
    const id = await aLicence({ fee: 100 })
    await takeTransition(secretary, { id, version: 1, key: 'grant' })
    expect((await viewEntry(secretary, id)).closedAt).toEqual(club.clock.now())
    await takeTransition(secretary, { id, version: 2, key: 'reopen' })
    expect((await viewEntry(secretary, id)).closedAt).toBeNull()
  })

  it('shows a button that a guard refuses with the reason, and refuses it the same', async () => {
    const id = await aLicence()
    const view = await viewEntry(secretary, id)
    expect(view.transitions.find(({ key }) => key === 'grant')?.refusedBecause).toBe(
      'La cotisation n’est pas fixée.',
    )
    await expect(takeTransition(secretary, { id, version: 1, key: 'grant' })).rejects.toMatchObject({
      code: 'transition-refused',
      data: { refusal: 'guard' },
    })
  })

  it.each<[string, () => Context, string, object, object]>([
    [
      'without its reason',
      () => secretary,
      'refuse',
      {},
      { code: 'invalid-input', data: { fields: [{ path: 'reason' }] } },
    ],
    [
      'without the answer its form requires',
      () => secretary,
      'send_to_team',
      {},
      { code: 'invalid-input', data: { fields: [{ path: 'team', code: 'required' }] } },
    ],
    [
      'with an answer its form does not ask',
      () => secretary,
      'send_to_team',
      { answers: { fee: 1 } },
      { code: 'invalid-input' },
    ],
    [
      'from another state',
      () => secretary,
      'reopen',
      {},
      { code: 'transition-refused', data: { refusal: 'wrong-state' } },
    ],
    [
      'that does not exist',
      () => secretary,
      'toString',
      {},
      { code: 'transition-refused', data: { refusal: 'unknown-transition' } },
    ],
    [
      'by the applicant',
      () => player,
      'refuse',
      { reason: 'x' },
      { code: 'transition-refused', data: { refusal: 'not-granted' } },
    ],
    ['by nobody', () => club.nobody, 'refuse', { reason: 'x' }, { code: 'not-found' }],
    ['by the coach of another team', () => otherCoach, 'refuse', { reason: 'x' }, { code: 'not-found' }],
  ])('is refused %s', async (_, who, key, rest, refusal) => {
    const id = await aLicence()
    await expect(takeTransition(who(), { id, version: 1, key, ...rest })).rejects.toMatchObject(refusal)
  })

  it('draws its guide for the applicant, with the dates', async () => {
    const id = await aLicenceWithTheFoxes()
    const guide = await entryGuide(player, id)
    expect(guide.map(({ key, status }) => [key, status])).toEqual([
      ['office', 'done'],
      ['team', 'current'],
      ['decision', 'to-come'],
    ])
    expect(guide[1]?.reachedAt).toEqual(club.clock.now())
  })

  it('tells the applicant the reason that was written for them, and no other', async () => {
    const [incomplete, refused] = [await aLicence(), await aLicence()]
    const reason = 'Le certificat manque.'
    await takeTransition(secretary, { id: incomplete, version: 1, key: 'ask_more', reason })
    await takeTransition(secretary, { id: refused, version: 1, key: 'refuse', reason: 'Doublon.' })
    const told = { reason, by: { kind: 'person', name: 'Nadia Benaïssa' }, at: club.clock.now() }
    expect(await publicReason(player, incomplete)).toMatchObject(told)
    expect(await publicReason(player, refused)).toBeNull()
  })

  it('tells no reason to those who may not read it', async () => {
    const id = await aLicence()
    await takeTransition(secretary, { id, version: 1, key: 'ask_more', reason: 'Le certificat manque.' })
    await expect(publicReason(otherCoach, id)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('keeps its history from those who may not read it', async () => {
    await expect(entryHistory(player, await aLicence())).rejects.toMatchObject({ code: 'not-allowed' })
  })

  it('hides from the history the changes of fields that are hidden', async () => {
    const id = await aLicenceWithTheFoxes()
    await changeEntry(secretary, { id, version: 2, values: { health: 'asthme', fee: 900 } })
    const [line] = await entryHistory(coach, id)
    expect(line?.changes.map(({ field }) => field)).toEqual(['fee'])
  })
})

describe('an entry stays on the release it was filed under', () => {
  it('after another release, with the fields it had', async () => {
    const own = await aTenant()
    const definitions = await import('../definitions/index.ts')
    const { club: before } = await import('../../testing/club.ts')
    const id = await own.entry('club.licence', asked)
    const { motive: _, ...fields } = before.collections['licence']?.fields ?? {}
    const licence = { ...before.collections['licence'], fields, search: ['playerName'] }
    const after = { ...before, title: { fr: 'Club 2', en: 'Club 2' } }
    expect((await definitions.installSolution(own.system, after, 'tests')).number).toBe(2)
    expect(licence.fields).not.toHaveProperty('motive')
    const old = await viewEntry(own.system, id)
    const fresh = await viewEntry(own.system, await own.entry('club.licence', asked))
    expect([old.releaseNumber, fresh.releaseNumber]).toEqual([1, 2])
    await own.close()
  })
})

describe('lists', () => {
  it('leave out what the actor may not list', async () => {
    const id = await aLicenceWithTheFoxes()
    const seen = await listEntries(coach, { collection: 'club.licence', limit: 200 })
    expect(seen.rows.map((row) => row.id)).toContain(id)
    expect(seen.rows.every((row) => row.values['team'] === foxes)).toBe(true)
    expect((await listEntries(otherCoach, { collection: 'club.licence' })).rows).toEqual([])
    await expect(listEntries(club.nobody, { collection: 'club.licence' })).rejects.toMatchObject({
      code: 'sign-in-required',
    })
  })
})
