// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { findViewEntries, listViews, openView, viewNeighbours } from './index.ts'
import { busyClub } from './views.fixture.ts'

let club: TestTenant
let secretary: Context
let coach: Context
let foxes: string
let elise: string
let marcel: string
let fatou: string

const view = { solution: 'club', view: 'to-check' }
const day = 86_400_000

beforeAll(async () => {
  club = await aTenant({ solutions: [busyClub] })
  const office = await club.organisation('Bureau')
  foxes = await club.organisation('Les Renards')
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: office }))
  coach = club.as(await club.person('Julien Mouret', { coach: foxes }))
  elise = await club.entry('club.licence', { playerName: 'Élise Courrière', level: 'beginner', team: foxes })
  club.clock.advance(4 * day)
  marcel = await club.entry('club.licence', { playerName: 'Marcel Brunet', level: 'expert' })
  club.clock.advance(4 * day)
  fatou = await club.entry('club.licence', { playerName: 'Fatou Diarra', level: 'beginner' })
})
afterAll(() => club.close())

const found = async (asked: Partial<Parameters<typeof openView>[1]>, who = secretary) =>
  (await openView(who, { ...view, ...asked })).rows.map(({ id }) => id)

describe('the filters of a view', () => {
  it('are offered in its order, each with what it may be set to', async () => {
    const { filters } = await openView(secretary, { ...view, filters: { level: ['expert'] } })
    expect(filters.map(({ key, kind, chosen }) => [key, kind, chosen])).toEqual([
      ['level', 'options', ['expert']],
      ['team', 'reference', []],
      ['createdAt', 'days', []],
    ])
    expect(filters[0]?.options).toContainEqual({ value: 'expert', label: 'Confirmé' })
    expect(filters[1]?.options).toEqual([
      { value: 'none', label: null },
      { value: expect.any(String), label: 'Bureau' },
      { value: foxes, label: 'Les Renards' },
    ])
  })

  it('narrow it, each further, and several values of one widen it again', async () => {
    expect(await found({ filters: { level: ['beginner'] } })).toEqual([elise, fatou])
    expect(await found({ filters: { level: ['beginner'], team: ['none'] } })).toEqual([fatou])
    expect(await found({ filters: { team: [foxes, 'none'] } })).toEqual([elise, marcel, fatou])
    expect(await found({ filters: { createdAt: ['2026-11-24..'] } })).toEqual([marcel, fatou])
    expect(await found({ filters: { createdAt: ['2026-11-21'] } })).toEqual([elise])
  })

  it('leave aside what the view does not offer and what makes no sense', async () => {
    const all = [elise, marcel, fatou]
    expect(await found({ filters: { health: ['none'] } })).toEqual(all)
    expect(await found({ filters: { constructor: ['x'] } })).toEqual(all)
    expect(await found({ filters: { level: ['scroll'], createdAt: ['hier'] } })).toEqual(all)
  })

  it('do not tell what the reader may not read', async () => {
    // The coach reads neither the team of those who are not theirs, nor can find them by it.
    const asked = { ...view, view: 'all', filters: { team: [foxes] } }
    expect((await openView(coach, asked)).rows).toEqual([])
    expect((await openView(secretary, asked)).rows.map(({ id }) => id)).toEqual([elise])
  })

  it('count what they leave, and what is late of it', async () => {
    const opened = await openView(secretary, { ...view, filters: { level: ['beginner'] } })
    expect(opened.count).toEqual({ count: 2, capped: false })
    expect(opened.late).toEqual({ count: 1, capped: false })
    expect(await found({ late: true })).toEqual([elise])
  })
})

describe('the rows of a view', () => {
  it('say what may be done to each', async () => {
    const { rows, transitions } = await openView(secretary, view)
    expect(rows[0]?.transitions).toEqual(['ask_more', 'send_to_team', 'refuse'])
    expect(transitions.map(({ key, shortcut }) => [key, shortcut])).toEqual([
      ['ask_more', 'c'],
      ['send_to_team', null],
      ['refuse', 'r'],
    ])
    const seen = await openView(coach, { ...view, view: 'all' })
    expect(seen.rows).toHaveLength(3)
    expect(seen.transitions).toEqual([])
  })

  it('show the columns that were chosen, of those the view can show', async () => {
    const { columns, rows } = await openView(secretary, {
      ...view,
      columns: ['level', 'state', 'health', 'level'],
    })
    expect(columns.map(({ key }) => key)).toEqual(['level', 'state'])
    expect(rows[0]?.cells).toEqual({ level: 'Débutant' })
    const usual = await openView(secretary, { ...view, columns: ['health'] })
    expect(usual.columns.map(({ key }) => key)).toEqual(['number', 'playerName', 'level', 'team'])
  })

  it('can all be named at once, up to a number', async () => {
    expect(await findViewEntries(secretary, view, 500)).toEqual({ ids: [elise, marcel, fatou], more: false })
    expect(await findViewEntries(secretary, view, 2)).toEqual({ ids: [elise, marcel], more: true })
    expect(await findViewEntries(secretary, { ...view, filters: { level: ['expert'] } }, 500)).toEqual({
      ids: [marcel],
      more: false,
    })
  })
})

describe('reading a view one by one', () => {
  it('knows what comes before and after, in the order in force', async () => {
    expect(await viewNeighbours(secretary, view, marcel)).toMatchObject({
      previous: elise,
      next: fatou,
      position: 2,
      title: 'À vérifier',
    })
    expect(await viewNeighbours(secretary, { ...view, sort: '-createdAt' }, fatou)).toMatchObject({
      previous: null,
      next: marcel,
      position: 1,
    })
    expect(
      await viewNeighbours(secretary, { ...view, filters: { level: ['beginner'] } }, elise),
    ).toMatchObject({
      previous: null,
      next: fatou,
    })
  })

  it('tells nothing of an entry that is not there, or of a view that is not one’s own', async () => {
    expect(await viewNeighbours(secretary, view, 'constructor')).toMatchObject({ previous: null, next: null })
    await expect(viewNeighbours(coach, view, marcel)).rejects.toMatchObject({ code: 'not-found' })
    await expect(viewNeighbours(club.nobody, view, marcel)).rejects.toMatchObject({
      code: 'sign-in-required',
    })
  })
})

describe('the menu', () => {
  it('counts all its views at once', async () => {
    expect((await listViews(secretary)).map(({ key, count }) => [key, count.count])).toEqual([
      ['to-check', 3],
      ['all', 3],
    ])
  })
})
