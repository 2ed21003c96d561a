// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { takeTransition } from '../entries/index.ts'
import { listOwnEntries, listViews, openView, transitionForm } from './index.ts'

let club: TestTenant
let secretary: Context
let coach: Context
let foxes: string
let oldest: string
let newest: string

const toCheck = { solution: 'club', view: 'to-check' }

beforeAll(async () => {
  club = await aTenant()
  const office = await club.organisation('Bureau')
  foxes = await club.organisation('Les Renards')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  coach = club.as(await club.person('Julien Mouret', { coach: foxes }))
  oldest = await club.entry('club.licence', { playerName: 'Élise Courrière', level: 'beginner' })
  club.clock.advance(8 * 86_400_000)
  newest = await club.entry('club.licence', { playerName: 'Marcel Brunet', level: 'expert' })
})
afterAll(() => club.close())

describe('the menu of views', () => {
  it('shows a role its views, with how many entries wait there', async () => {
    expect(await listViews(secretary)).toEqual([
      {
        solution: 'club',
        key: 'to-check',
        title: 'À vérifier',
        icon: null,
        group: null,
        isWhole: false,
        count: { count: 2, capped: false },
      },
    ])
  })

  it('is empty for a role that no view names, and for nobody', async () => {
    expect(await listViews(coach)).toEqual([])
    expect(await listViews(club.nobody)).toEqual([])
  })
})

describe('a view', () => {
  it('lists its entries oldest first, with the words of its columns', async () => {
    const opened = await openView(secretary, toCheck)
    expect(opened.rows.map(({ id }) => id)).toEqual([oldest, newest])
    expect(opened.columns.map(({ key, label }) => [key, label])).toEqual([
      ['playerName', 'Nom du joueur'],
      ['level', 'Niveau'],
    ])
    expect(opened.rows[0]).toMatchObject({
      state: { key: 'asked', label: 'À vérifier', tone: 'info' },
      cells: { playerName: 'Élise Courrière' },
    })
  })

  it('says how long each has waited, and which are late', async () => {
    const { rows, late } = await openView(secretary, toCheck)
    expect(rows.map(({ waitingDays, late }) => [waitingDays, late])).toEqual([
      [8, true],
      [0, false],
    ])
    expect(late).toEqual({ count: 1, capped: false })
  })

  it('counts as late what the rows show as late, whatever the hour', async () => {
    const before = await openView(secretary, toCheck)
    for (let hour = 0; hour < 24; hour += 3) {
      const { rows, late } = await openView(secretary, toCheck)
      expect(late?.count).toBe(rows.filter((row) => row.late).length)
      club.clock.advance(3 * 3_600_000)
    }
    club.clock.advance(-24 * 3_600_000)
    expect(await openView(secretary, toCheck)).toEqual(before)
  })

  it('is narrowed by words and states, and turned over', async () => {
    const found = await openView(secretary, { ...toCheck, search: 'brunet' })
    expect(found.rows.map(({ id }) => id)).toEqual([newest])
    expect((await openView(secretary, { ...toCheck, states: ['refused'] })).rows).toEqual([])
    const newestFirst = await openView(secretary, { ...toCheck, sort: '-createdAt' })
    expect(newestFirst.rows.map(({ id }) => id)).toEqual([newest, oldest])
  })

  it('is read page by page, there and back', async () => {
    const first = await openView(secretary, { ...toCheck, limit: 1 })
    expect(first.previous).toBeNull()
    const second = await openView(secretary, { ...toCheck, limit: 1, after: first.next ?? '' })
    expect(second.rows.map(({ id }) => id)).toEqual([newest])
    const back = await openView(secretary, {
      ...toCheck,
      limit: 1,
      after: second.previous ?? '',
      backwards: true,
    })
    expect(back.rows.map(({ id }) => id)).toEqual([oldest])
  })

  it.each([
    ['a role it does not name', () => coach, 'not-found'],
    ['nobody', () => club.nobody, 'sign-in-required'],
  ])('is refused to %s', async (_, who, code) => {
    await expect(openView(who(), toCheck)).rejects.toMatchObject({ code })
  })

  it('is not found under a name that no solution gives', async () => {
    await expect(openView(secretary, { ...toCheck, view: 'constructor' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('the form of a transition', () => {
  it('asks the questions of its form and offers the entries that may be named', async () => {
    const form = await transitionForm(secretary, { id: newest, key: 'send_to_team' })
    expect(form.questions.map(({ key, field }) => [key, field.type, field.required])).toEqual([
      ['team', 'reference', true],
    ])
    expect(form.offers.team).toContainEqual({ id: foxes, label: 'Les Renards' })
    expect(form.transition.label).toBe('Transmettre à l’équipe')
  })

  it('has no question when the transition has no form', async () => {
    expect((await transitionForm(secretary, { id: newest, key: 'refuse' })).questions).toEqual([])
  })

  it('is refused once the entry has moved on, and for a transition that does not exist', async () => {
    const id = await club.entry('club.licence', { playerName: 'Fatou Diarra', level: 'beginner' })
    await takeTransition(secretary, { id, version: 1, key: 'refuse', reason: 'Dossier incomplet' })
    await expect(transitionForm(secretary, { id, key: 'send_to_team' })).rejects.toMatchObject({
      code: 'transition-refused',
      data: { refusal: 'wrong-state' },
    })
    await expect(transitionForm(secretary, { id, key: 'constructor' })).rejects.toMatchObject({
      data: { refusal: 'unknown-transition' },
    })
  })

  it('is not found by somebody who may not read the entry', async () => {
    await expect(transitionForm(club.nobody, { id: newest, key: 'refuse' })).rejects.toMatchObject({
      code: 'not-found',
    })
  })
})

describe('one’s own requests', () => {
  it('are those one has filed, last changed first, and nobody else’s', async () => {
    const player = await club.person('Samira Khelifi')
    const first = await club.entry(
      'club.licence',
      { playerName: 'Samira Khelifi', level: 'beginner' },
      player.personId,
    )
    club.clock.advance(60_000)
    const second = await club.entry(
      'club.licence',
      { playerName: 'Inès Khelifi', level: 'beginner' },
      player.personId,
    )
    const own = await listOwnEntries(club.as(player))
    expect(own.map(({ id }) => id)).toEqual([second, first])
    expect(own[0]).toMatchObject({ state: { publicLabel: 'Reçue' } })
    expect(await listOwnEntries(coach)).toEqual([])
  })

  it('are asked for by somebody who is signed in', async () => {
    await expect(listOwnEntries(club.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
  })
})
