// SPDX-License-Identifier: MIT
import { defineSolution, type Solution } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { club as clubSolution } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { deleteEntry } from '../entries/index.ts'
import { actorOf, ensurePerson, findPersonByEmail, mailboxOf, nameInParts, peopleWithRole } from './index.ts'

let club: TestTenant
let office: string
let foxes: string
beforeAll(async () => {
  club = await aTenant()
  office = await club.organisation('Bureau')
  foxes = await club.organisation('Les Renards')
})
afterAll(() => club.close())

async function aMember(name: string, membership: Record<string, unknown> = {}): Promise<string> {
  const { personId } = await club.person(name)
  await aMembership(personId, membership)
  return personId
}

function aMembership(person: string, values: Record<string, unknown> = {}): Promise<string> {
  return club.entry('club.membership', { person, team: office, role: 'club.secretary', ...values })
}

async function rolesOf(personId: string): Promise<unknown> {
  return (await actorOf(club.platform, personId))?.roles
}

describe('the actor of a person', () => {
  it('has a name, a mailbox, the language asked for, and each role where it is held', async () => {
    const { personId } = await club.person('Nadia Benaïssa', { secretary: office, coach: foxes })
    const roles = [
      { role: 'club.coach', organisation: foxes },
      { role: 'club.secretary', organisation: office },
    ]
    expect(await actorOf(club.platform, personId, 'en')).toEqual({
      kind: 'person',
      personId,
      name: 'Nadia Benaïssa',
      email: 'nadia.benaissa@plassans.example',
      locale: 'en',
      roles,
    })
  })

  it('has no role without a membership', async () => {
    const { personId } = await club.person('Élise Courrière')
    expect(await rolesOf(personId)).toEqual([])
  })

  // The tests' clock stands at noon on 21 November 2026 in Paris.
  it.each([
    ['that has begun and has no end', { startsOn: '2026-09-01' }, true],
    ['that begins today', { startsOn: '2026-11-21' }, true],
    ['that ends today', { endsOn: '2026-11-21' }, true],
    ['that begins tomorrow', { startsOn: '2026-11-22' }, false],
    ['that ended yesterday', { startsOn: '2025-09-01', endsOn: '2026-11-20' }, false],
  ])('with a membership %s: held %#', async (_, dates, held) => {
    const personId = await aMember('Julien Mouret', dates)
    expect(await rolesOf(personId)).toHaveLength(held ? 1 : 0)
  })

  it('loses a role at midnight of the body’s time zone, not of Greenwich', async () => {
    const paris = await aTenant()
    const bureau = await paris.organisation('Bureau')
    const { personId } = await paris.person('Fatou Diarra')
    const ends = { person: personId, team: bureau, role: 'club.secretary', endsOn: '2026-11-21' }
    await paris.entry('club.membership', ends)
    const roles = async () => (await actorOf(paris.platform, personId))?.roles.length
    paris.clock.advance(11.9 * 3_600_000)
    expect(await roles()).toBe(1)
    paris.clock.advance(0.2 * 3_600_000)
    expect(await roles()).toBe(0)
    await paris.close()
  })

  it('has nothing from a membership that was deleted, nor from one in an organisation that was', async () => {
    const gone = await club.organisation('Les Loutres')
    const { personId } = await club.person('Paul Sernin', { coach: gone })
    const membership = await aMembership(personId)
    await deleteEntry(club.system, { id: membership, version: 1 })
    await deleteEntry(club.system, { id: gone, version: 1 })
    expect(await rolesOf(personId)).toEqual([])
  })

  it('is nobody once the person is deleted, or never was', async () => {
    const { personId } = await club.person('Marthe Rougon', { secretary: office })
    await deleteEntry(club.system, { id: personId, version: 1 })
    expect(await actorOf(club.platform, personId)).toBeUndefined()
    expect(await actorOf(club.platform, office)).toBeUndefined()
  })
})

describe('a mailbox', () => {
  it('is that of a person or of an organisation', async () => {
    const { personId } = await club.person('Silvère Mouret')
    expect(await mailboxOf(club.platform, personId)).toMatchObject({
      kind: 'person',
      name: 'Silvère Mouret',
      email: 'silvere.mouret@plassans.example',
    })
    expect(await mailboxOf(club.platform, foxes)).toMatchObject({ kind: 'organisation', name: 'Les Renards' })
  })

  it.each([
    [
      'of another collection',
      () => club.entry('club.licence', { playerName: 'A', playerEmail: 'a@b.example' }),
    ],
    ['without one', () => club.entry('club.team', { name: 'Les Muets' })],
    [
      'that was deleted',
      async () => {
        const team = await club.organisation('Les Éphémères')
        await deleteEntry(club.system, { id: team, version: 1 })
        return team
      },
    ],
  ])('is nowhere for an entry %s', async (_, anEntry) => {
    expect(await mailboxOf(club.platform, await anEntry())).toBeUndefined()
  })
})

describe('those who hold a role', () => {
  it('are named once however often they hold it, in one organisation when asked, and only today', async () => {
    const town = await aTenant()
    const [foxes, otters] = [await town.organisation('Renards'), await town.organisation('Loutres')]
    const julien = await town.person('Julien Mouret', { coach: foxes })
    await town.entry('club.membership', { person: julien.personId, team: otters, role: 'club.coach' })
    await town.person('Fatou Diarra', { coach: otters })
    await town.person('Nadia Benaïssa', { secretary: foxes })
    const past = (await town.person('Paul Sernin')).personId
    await town.entry('club.membership', {
      person: past,
      team: foxes,
      role: 'club.coach',
      endsOn: '2026-11-20',
    })

    const names = async (...query: Parameters<typeof peopleWithRole>) =>
      (await peopleWithRole(...query)).map(({ name }) => name).toSorted()
    expect(await names(town.platform, 'club.coach')).toEqual(['Fatou Diarra', 'Julien Mouret'])
    expect(await names(town.platform, 'club.coach', { organisation: foxes })).toEqual(['Julien Mouret'])
    expect(await names(town.platform, 'club.administrator')).toEqual([])
    await town.close()
  })
})

describe('the person of a mailbox', () => {
  const ensure = (lastName: string, email: string) =>
    club.platform.db
      .transaction()
      .execute((tx) => ensurePerson(tx, club.platform, { name: { firstName: 'Zoé', lastName }, email }))

  it('is found whatever the case, the one known for longest when two share it', async () => {
    const first = await club.entry('club.person', { name: 'Agathe Maffre', email: 'Maffre@courriel.example' })
    club.clock.advance(1000)
    await club.entry('club.person', { name: 'Noé Maffre', email: 'maffre@courriel.example' })
    expect(await findPersonByEmail(club.platform, 'MAFFRE@Courriel.example')).toMatchObject({ id: first })
    expect(await findPersonByEmail(club.platform, 'maffr_@courriel.example')).toBeUndefined()
  })

  it('enters the directory when there is none, and only then', async () => {
    const id = await ensure('Puech', 'zoe@courriel.example')
    expect(await ensure('Autre', 'Zoe@courriel.example')).toBe(id)
    expect(await mailboxOf(club.platform, id)).toMatchObject({ name: 'Zoé Puech' })
  })

  it('enters once when two requests bring it at the same time', async () => {
    const ids = await Promise.all(['A', 'B', 'C'].map((name) => ensure(name, 'ensemble@courriel.example')))
    expect(new Set(ids).size).toBe(1)
  })

  it('is refused when the directory refuses the mailbox', async () => {
    await expect(ensure('Puech', 'pas une adresse')).rejects.toMatchObject({ code: 'invalid-input' })
  })
})

/** The club, keeping first and last names apart. */
function clubOfIdentities(): Solution {
  const solution = structuredClone(clubSolution)
  const person = solution.collections['person']
  if (!person) throw new Error('the club has people')
  const label = { fr: 'Identité', en: 'Identity' }
  person.fields['name'] = { type: 'person_identity', label, civility: 'optional', birthDate: 'optional' }
  return defineSolution(solution)
}

describe('a directory that keeps first and last names apart', () => {
  it('is read and written by parts, and shows no more than the name', async () => {
    const town = await aTenant({ solutions: [clubOfIdentities()] })
    const name = { civility: 'mme', firstName: 'Élise', lastName: 'Courrière', birthDate: '1988-03-02' }
    const elise = await town.entry('club.person', { name, email: 'elise@courriel.example' })
    expect(await actorOf(town.platform, elise)).toMatchObject({ name: 'Élise Courrière' })
    const zoe = { firstName: 'Zoé', lastName: 'Puech' }
    const id = await town.platform.db
      .transaction()
      .execute((tx) => ensurePerson(tx, town.platform, { name: zoe, email: 'zoe@courriel.example' }))
    expect(await mailboxOf(town.platform, id)).toMatchObject({ name: 'Zoé Puech' })
    await town.close()
  })
})

describe('a name in one piece', () => {
  it.each([
    ['Zoé Puech', { firstName: 'Zoé', lastName: 'Puech' }],
    ['  Marie   de La Tour ', { firstName: 'Marie', lastName: 'de La Tour' }],
    ['Zoé', undefined],
    [' ', undefined],
  ])('%j is cut after its first word, and must have two', (name, parts) => {
    expect(nameInParts(name)).toEqual(parts)
  })
})
