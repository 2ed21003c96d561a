// SPDX-License-Identifier: MIT
import {
  type Actor,
  all,
  any,
  compare,
  compareActor,
  type Condition,
  defineSolution,
  exists,
  type Grant,
  not,
  type Solution,
  system,
} from '@guichet/engine'
import * as fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { club } from '../../testing/club.ts'
import { startTestServer, type TestServer } from '../../testing/server.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { actingAs } from '../../platform/context.ts'
import { installSolution } from '../definitions/index.ts'
import { loadEntry } from '../entries/index.ts'
import { makeLink } from '../links/index.ts'
import { actorOf } from '../people/index.ts'
import { explainAccess, whoSees } from './index.ts'

const text = (fr: string, en: string) => ({ fr, en })

/** The club, where players have training masters, from one day to another, and the secretary may ask why. */
function trainingClub(more: readonly Grant[] = []): Solution {
  const { collections, grants, ...rest } = structuredClone(club)
  const day = (label: { fr: string; en: string }) => ({ type: 'date' as const, label })
  const person = (label: { fr: string; en: string }) => ({ type: 'reference' as const, to: 'person', label })
  return defineSolution({
    ...rest,
    collections: {
      ...collections,
      training: {
        title: text('Encadrement', 'Training'),
        titlePlural: text('Encadrements', 'Trainings'),
        entryTitle: 'Encadrement',
        fields: {
          trainee: person(text('Stagiaire', 'Trainee')),
          master: person(text('Maître de stage', 'Training master')),
          startsOn: day(text('Depuis', 'Since')),
          endsOn: day(text('Jusqu’au', 'Until')),
        },
        relation: { from: 'trainee', to: 'master', startsOn: 'startsOn', endsOn: 'endsOn' },
      },
    },
    grants: [
      ...grants,
      { who: { kind: 'role', role: 'secretary' }, may: ['explain'], on: 'licence' },
      { who: { kind: 'role', role: 'secretary' }, may: ['explain'], on: 'person' },
      { who: { kind: 'relation', path: 'training[trainee].master' }, may: ['read'], on: 'person' },
      ...more,
    ],
  })
}

type Person = Extract<Actor, { kind: 'person' }>
let tenant: TestTenant
let server: TestServer
let people: Person[]
let secretary: Person
let coach: Person
let trainee: Person
let master: Person
let team: string
let licence: string

beforeAll(async () => {
  tenant = await aTenant({ solutions: [trainingClub()] })
  server = await startTestServer(tenant)
  master = await tenant.person('Marc Maître')
  trainee = await tenant.person('Tina Stagiaire')
  team = await tenant.organisation('Cadets', { captain: master.personId })
  const office = await tenant.organisation('Bureau', { captain: trainee.personId })
  secretary = await tenant.person('Sam Secrétaire', { secretary: office })
  coach = await tenant.person('Cécile Coach', { coach: team })
  const both = await tenant.person('Bruno Double', { coach: office, administrator: team })
  people = [secretary, coach, trainee, master, both]
  licence = await tenant.entry(
    'club.licence',
    { playerName: 'Tina', playerEmail: 'tina@plassans.example', team, fee: 100 },
    trainee.personId,
  )
  await tenant.entry('club.training', {
    trainee: trainee.personId,
    master: master.personId,
    startsOn: '2025-03-03',
  })
})
afterAll(async () => {
  await server.close()
  await tenant.close()
})

const plain = (words: string) => words.replaceAll(/[\u00a0\u202f]/g, ' ')
const why = async (
  subject: Person,
  action: string,
  { entry = licence, field }: { entry?: string; field?: string } = {},
) => {
  const request = { entryId: entry, personId: subject.personId, action, field }
  const { may, sentence, since } = await explainAccess(tenant.as(secretary), request)
  return { may, sentence: plain(sentence), since }
}

describe('explaining a right', () => {
  it('tells the relation, since when, and the rule', async () => {
    expect(await why(master, 'read', { entry: trainee.personId })).toMatchObject({
      may: true,
      since: '2025-03-03',
      sentence: expect.stringMatching(
        /^Oui : la personne désignée par « Encadrements › Maître de stage » depuis le 3 mars 2025, règle \d+\.$/,
      ),
    })
  })

  it('tells the role since the day it was given, and what the owner filed', async () => {
    expect(await why(secretary, 'transition:refuse')).toMatchObject({
      may: true,
      since: '2026-11-21',
      sentence: expect.stringMatching(/^Oui : rôle « Secrétaire » depuis le 21 novembre 2026, règle 7\.$/),
    })
    expect(await why(trainee, 'read', { field: 'level' })).toMatchObject({ may: true, since: '2026-11-21' })
  })

  it('tells what is missing under the nearest rule, of an action and of a field', async () => {
    expect((await why(coach, 'read')).sentence).toBe(
      'Non : la règle 8 demande : « État » n’est pas « À vérifier ».',
    )
    expect((await why(trainee, 'read', { field: 'fee' })).may).toBe(false)
    expect((await why(master, 'delete')).sentence).toBe(
      'Non : la règle 7 est pour les personnes qui ont le rôle « Secrétaire ».',
    )
  })

  it('agrees with what is done, for everybody and every action', async () => {
    const actions = [
      'read',
      'edit',
      'comment',
      'history',
      'transition:refuse',
      'transition:complete',
    ] as const
    for (const person of people) {
      const entry = await loadEntry(tenant.platform.db, tenant.as(person), licence)
      for (const action of actions) {
        const { may } = await why(person, action)
        expect([person.name, action, may]).toEqual([person.name, action, entry?.may(action) ?? false])
      }
    }
  })

  it('is refused without the right to ask, and of what one may not read', async () => {
    const of = { entryId: licence, personId: coach.personId, action: 'read' }
    const ask = (who: Actor, change: object = {}) => explainAccess(tenant.as(who), { ...of, ...change })
    await expect(ask(trainee)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(ask(coach)).rejects.toMatchObject({ code: 'not-found' })
    await expect(explainAccess(tenant.nobody, of)).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(secretary, { personId: team })).rejects.toMatchObject({ code: 'not-found' })
    await expect(ask(secretary, { action: 'fly' })).rejects.toMatchObject({ code: 'malformed-request' })
    await expect(ask(secretary, { field: 'wings' })).rejects.toMatchObject({ code: 'unknown-field' })
    await expect(whoSees(tenant.as(trainee), licence)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(whoSees(tenant.as(coach), licence)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('through the API says the same and has the same refusals', async () => {
    const at = `/api/v1/explanations?entry=${licence}&person=${master.personId}&action=read`
    const seen = `/api/v1/explanations/who-sees?entry=${licence}`
    expect(await server.ask({ url: at, as: secretary })).toMatchObject({ status: 200, body: { may: true } })
    const { body } = await server.ask({ url: seen, as: secretary })
    expect(body.people.map(({ name }: { name: string }) => name)).toContain('Marc Maître')
    for (const url of [at, seen]) {
      expect((await server.ask({ url, as: trainee })).status).toBe(403)
      expect((await server.ask({ url })).status).toBe(404)
    }
  })
})

describe('who sees an entry', () => {
  it('names people with each of their grounds, and who holds a link', async () => {
    await tenant.platform.db.transaction().execute((tx) =>
      makeLink(tx, actingAs(tenant.platform, system), {
        entryId: licence,
        purpose: 'club.doctor',
        email: 'medecin@plassans.example',
        name: 'Dr Pascal',
      }),
    )
    const seen = await whoSees(tenant.as(secretary), licence)
    const grounds = Object.fromEntries(
      seen.people.map(({ name, grounds: own }) => [name, own.map(({ words }) => plain(words))]),
    )
    expect(grounds).toEqual({
      'Bruno Double': ['rôle « Administratrice »'],
      'Marc Maître': ['la personne désignée par « Équipe › Capitaine »'],
      'Sam Secrétaire': ['rôle « Secrétaire »'],
      'Tina Stagiaire': ['la personne qui a déposé la fiche'],
    })
    expect(seen).toMatchObject({ total: 4, capped: false, open: [], links: [{ name: 'Dr Pascal' }] })
  })

  it('is exactly who may read it, whatever the grants', async () => {
    const leaf = fc.constantFrom<Condition>(
      compare('state', 'eq', 'asked'),
      compare('fee', 'gt', 1_000),
      compareActor('owner', 'eq', 'me'),
      compareActor('team', 'eq', 'my.organisations'),
      exists('team', compareActor('captain', 'eq', 'me')),
      exists('team.captain.training[master]', compareActor('trainee', 'eq', 'me')),
    )
    const where = fc.oneof(
      leaf,
      fc.tuple(leaf, leaf).map((parts) => all(...parts)),
      fc.tuple(leaf, leaf).map((parts) => any(...parts)),
      leaf.map(not),
    )
    const who = fc.constantFrom<Grant['who']>(
      { kind: 'role', role: 'secretary' },
      { kind: 'role', role: 'coach' },
      { kind: 'role-at', role: 'coach', at: 'team' },
      { kind: 'relation', path: 'team.captain' },
      { kind: 'owner' },
      { kind: 'signed-in' },
    )
    const grant = fc
      .record({ who, where: fc.option(where, { nil: undefined }) })
      .map(({ who: grantee, where: condition }): Grant => ({
        who: grantee,
        may: ['read'],
        on: 'licence',
        ...(condition && { where: condition }),
      }))
    const asks: Grant = {
      who: { kind: 'role', role: 'administrator' },
      may: ['read', 'explain'],
      on: 'licence',
    }
    const readsPeople: Grant = { who: { kind: 'role', role: 'administrator' }, may: ['read'], on: 'person' }
    const asker = people.at(-1)
    if (!asker) throw new Error('nobody asks')
    await fc.assert(
      fc.asyncProperty(fc.array(grant, { minLength: 1, maxLength: 4 }), async (grants) => {
        const solution = trainingClub()
        const kept = solution.grants.filter(({ on }) => on !== 'licence')
        await installSolution(
          tenant.system,
          { ...solution, grants: [...kept, asks, readsPeople, ...grants] },
          'tests',
        )
        const seen = await whoSees(tenant.as(asker), licence)
        const named = new Set(seen.people.map(({ id }) => id))
        for (const person of people) {
          const actor = (await actorOf(tenant.platform, person.personId)) ?? person
          const reads = await loadEntry(tenant.platform.db, tenant.as(actor), licence)
          const isShutOut = seen.except.some(({ id }) => id === person.personId)
          const told = named.has(person.personId) || (seen.open.length > 0 && !isShutOut)
          expect([person.name, told]).toEqual([person.name, reads !== undefined])
        }
      }),
      { numRuns: 15 },
    )
  }, 60_000)
})
