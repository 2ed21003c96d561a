// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { training } from '../../testing/training.ts'
import { listEntries, viewEntry } from '../entries/index.ts'
import { addRelation, endRelation, entriesAbout, relatable, relationsOf } from './index.ts'

type Person = Awaited<ReturnType<TestTenant['person']>>

const asTrainee = 'training.tutoring:from'
const asSupervisor = 'training.tutoring:to'

let school: TestTenant
let registrar: Person
let ana: Person
let masters: [Person, Person]
let stranger: Person
beforeAll(async () => {
  school = await aTenant({ solutions: [training] })
  const office = await school.organisation('Scolarité')
  registrar = await school.person('Nadia Benaïssa', { registrar: office })
  ana = await school.person('Ana Costa')
  masters = [await school.person('Marc Leroy'), await school.person('Julie Petit')]
  stranger = await school.person('Paul Sernin')
  await school.entry('training.report', { subject: 'Bilan de mi-parcours', trainee: ana.personId })
})
afterAll(() => school.close())

const add = (who: Person, other: Person, kind = 'training_master', startsOn?: string) =>
  addRelation(school.as(who), {
    entryId: ana.personId,
    panel: asTrainee,
    other: other.personId,
    kind,
    startsOn,
  })
const panel = async (who: Person, of: Person, key: string) =>
  (await relationsOf(school.as(who), of.personId)).find((one) => one.key === key)
const linesOf = async (who: Person, of: Person, key: string) => (await panel(who, of, key))?.lines ?? []
const reports = async (who: Person) =>
  (await listEntries(school.as(who), { collection: 'training.report' })).rows.map(({ title }) => title)

describe('a trainee with several training masters and a pair of controllers', () => {
  it('has them in one panel, with since when and by whom each was added', async () => {
    for (const master of masters) expect(await add(registrar, master)).toMatchObject({ ok: true })
    for (const name of ['Inès Faure', 'Léo Martin'])
      await add(registrar, await school.person(name), 'controller', '2026-11-01')
    const lines = await linesOf(registrar, ana, asTrainee)
    expect(lines.map(({ other, kind, startsOn }) => [other?.title, kind, startsOn])).toEqual([
      ['Léo Martin', 'Contrôleur', '2026-11-01'],
      ['Inès Faure', 'Contrôleur', '2026-11-01'],
      ['Julie Petit', 'Maître de stage', '2026-11-21'],
      ['Marc Leroy', 'Maître de stage', '2026-11-21'],
    ])
    expect(lines[0]).toMatchObject({ standing: 'now', added: { name: 'Nadia Benaïssa' }, mayEnd: true })
  })

  it('is seen from the other end too, with all that concerns them in one place', async () => {
    expect(await linesOf(registrar, masters[0], asSupervisor)).toMatchObject([
      { other: { title: 'Ana Costa' } },
    ])
    const [group] = await entriesAbout(school.as(registrar), ana.personId)
    expect(group).toMatchObject({ title: 'Rapports', entries: [{ title: 'Bilan de mi-parcours' }] })
  })

  it('shows her reports to her training master of today, and to no other', async () => {
    expect(await reports(masters[0])).toEqual(['Bilan de mi-parcours'])
    expect(await reports(stranger)).toEqual([])
    expect(await reports(ana)).toEqual([])
  })

  it('tells the trainee whom she is followed by, without what she may not read of them', async () => {
    const lines = await linesOf(ana, ana, asTrainee)
    expect(lines).toHaveLength(4)
    expect(lines.every(({ other, mayEnd }) => other === null && !mayEnd)).toBe(true)
  })
})

describe('a relation that ends', () => {
  it('stays with its days and its reason, and gives nothing from the day after', async () => {
    const [line] = await linesOf(registrar, masters[1], asSupervisor)
    const ended = { entryId: ana.personId, relationId: line?.id ?? '', reason: 'Mutation' }
    expect(await endRelation(school.as(registrar), ended)).toMatchObject({ ok: true })
    expect(await reports(masters[1])).toEqual(['Bilan de mi-parcours'])
    school.clock.advance(24 * 3_600_000)
    expect(await reports(masters[1])).toEqual([])
    expect(await linesOf(registrar, masters[1], asSupervisor)).toMatchObject([
      { standing: 'ended', endsOn: '2026-11-21', endReason: 'Mutation', mayEnd: false },
    ])
    expect(await endRelation(school.as(registrar), ended)).toEqual({ ok: false, refusal: 'already-ended' })
  })

  it('may begin again, as another relation', async () => {
    expect(await add(registrar, masters[1])).toMatchObject({ ok: true })
    expect(await linesOf(registrar, masters[1], asSupervisor)).toHaveLength(2)
  })

  it('gives nothing yet before its first day', async () => {
    const next = await school.person('Zoé Puech')
    await add(registrar, next, 'training_master', '2027-01-01')
    expect(await reports(next)).toEqual([])
    expect(await linesOf(registrar, next, asSupervisor)).toMatchObject([{ standing: 'later' }])
  })
})

describe('a pupil with guardians', () => {
  it('is read by each of them, who are not read by one another', async () => {
    const pupil = await school.person('Tom Roy')
    const guardians = [await school.person('Alice Roy'), await school.person('Bruno Roy')]
    for (const guardian of guardians) {
      const link = {
        entryId: guardian.personId,
        panel: asSupervisor,
        other: pupil.personId,
        kind: 'guardian',
      }
      expect(await addRelation(school.as(registrar), link)).toMatchObject({ ok: true })
    }
    const [alice, bruno] = guardians as [Person, Person]
    expect(await viewEntry(school.as(alice), pupil.personId)).toMatchObject({ title: 'Tom Roy' })
    await expect(viewEntry(school.as(alice), bruno.personId)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('a relation is refused', () => {
  it.each([
    ['with oneself', () => add(registrar, ana), 'itself'],
    ['that stands already', () => add(registrar, masters[0]), 'already-linked'],
    ['without what it is', () => add(registrar, stranger, ''), 'missing-kind'],
    [
      'with nobody',
      () =>
        addRelation(school.as(registrar), {
          entryId: ana.personId,
          panel: asTrainee,
          other: '',
          kind: 'controller',
        }),
      'no-one',
    ],
  ])('%s', async (_, attempt, refusal) => {
    expect(await attempt()).toEqual({ ok: false, refusal })
  })

  it('that would end before it began', async () => {
    const [line] = await linesOf(registrar, masters[0], asSupervisor)
    const before = { entryId: ana.personId, relationId: line?.id ?? '', endsOn: '2020-01-01' }
    expect(await endRelation(school.as(registrar), before)).toEqual({
      ok: false,
      refusal: 'ends-before-start',
    })
  })

  it('to who may not add or end it, as if it were not there for who may not see it', async () => {
    const [line] = await linesOf(registrar, masters[0], asSupervisor)
    const end = { entryId: ana.personId, relationId: line?.id ?? '' }
    await expect(add(ana, stranger)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(endRelation(school.as(ana), end)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(add(stranger, stranger)).rejects.toMatchObject({ code: 'not-found' })
    await expect(endRelation(school.as(stranger), end)).rejects.toMatchObject({ code: 'not-found' })
    await expect(relationsOf(school.nobody, ana.personId)).rejects.toMatchObject({ code: 'not-found' })
    await expect(entriesAbout(school.as(stranger), ana.personId)).rejects.toMatchObject({ code: 'not-found' })
  })

  it('of a kind that is no panel of the entry, roles included', async () => {
    const roles = { entryId: ana.personId, panel: 'training.membership:from', other: stranger.personId }
    await expect(addRelation(school.as(registrar), roles)).rejects.toMatchObject({ code: 'not-allowed' })
    await expect(
      relatable(school.as(registrar), { entryId: ana.personId, panel: 'training.report:from', search: '' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

it('finds by words whom a person may be linked to, for who may add a link', async () => {
  const asked = { entryId: ana.personId, panel: asTrainee, search: 'leroy' }
  expect(await relatable(school.as(registrar), asked)).toMatchObject([{ title: 'Marc Leroy' }])
  await expect(relatable(school.as(ana), asked)).rejects.toMatchObject({ code: 'not-allowed' })
})
