// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { loadEntry, takeTransition } from '../entries/index.ts'
import { draftOf, newVisitor, savePage, startDraft } from '../filing/index.ts'
import { openView } from '../views/index.ts'
import { countedClub } from './dashboards.fixture.ts'
import {
  type DashboardView,
  type Figure,
  keepTallies,
  listDashboards,
  openDashboard,
  type WidgetView,
} from './index.ts'

let tenant: TestTenant
let secretary: Context
let auditor: Context
let coach: Context
let foxes: string

const asked = { solution: 'club', dashboard: 'overview' }
const dayMs = 86_400_000

beforeAll(async () => {
  tenant = await aTenant({ solutions: [countedClub] })
  const office = await tenant.organisation('Bureau')
  foxes = await tenant.organisation('Les Renards')
  const wolves = await tenant.organisation('Les Loups')
  secretary = tenant.as(await tenant.person('Nadia Benaïssa', { secretary: office }))
  auditor = tenant.as(await tenant.person('Marcel Brunet', { auditor: office }))
  coach = tenant.as(await tenant.person('Julien Mouret', { coach: foxes }))
  const file = (name: string, more: object) => tenant.entry('club.licence', { playerName: name, ...more })
  const first = await file('Élise Courrière', { level: 'beginner', team: foxes, dueOn: '2026-11-25' })
  await file('Huguette Sicard', { level: 'expert', dueOn: '2026-11-20' })
  tenant.clock.advance(4 * dayMs)
  await move(first, 'send_to_team', { team: foxes })
  const refused = await file('Georges Lantier', { level: 'expert', team: wolves })
  tenant.clock.advance(3 * dayMs)
  await move(refused, 'refuse')
  await keepTallies(tenant.platform)
})
afterAll(() => tenant.close())

async function move(id: string, key: string, answers = {}): Promise<void> {
  const entry = await loadEntry(tenant.platform.db, tenant.system, id)
  if (!entry) throw new Error(`no entry ${id}`)
  await takeTransition(tenant.system, { id, version: entry.version, key, answers, reason: 'Complet.' })
}

function widget<Kind extends WidgetView['kind']>(
  { widgets }: DashboardView,
  kind: Kind,
  key: string,
): Extract<WidgetView, { kind: Kind }> {
  const found = widgets.find((one) => one.kind === kind && one.key === key)
  if (!found) throw new Error(`no widget ${key}`)
  // It was found by its kind.
  return found as Extract<WidgetView, { kind: Kind }>
}

/** Every number of a dashboard that opens a list. */
function figures(value: unknown): Figure[] {
  if (value === null || typeof value !== 'object' || value instanceof Date) return []
  const own = 'count' in value && 'list' in value ? [value as Figure] : []
  return [...own, ...Object.values(value).flatMap(figures)]
}

describe('a dashboard', () => {
  it('is in the menu of those whose role it names, and of nobody else', async () => {
    const named = { solution: 'club', key: 'overview', title: 'Pilotage', icon: 'chart-bar' }
    expect(await listDashboards(secretary)).toEqual([named])
    expect(await listDashboards(coach)).toEqual([named])
    expect(await listDashboards(tenant.as(await tenant.person('Ana Roux')))).toEqual([])
    expect(await listDashboards(tenant.nobody)).toEqual([])
  })

  it('counts by state, by team and by age, and says what is late', async () => {
    const opened = await openDashboard(secretary, asked)
    expect(widget(opened, 'indicator', 'open').figure.count).toBe(2)
    expect(widget(opened, 'indicator', 'open').detail?.figure.count).toBe(0)
    expect(widget(opened, 'indicator', 'late').figure.count).toBe(2)
    expect(
      widget(opened, 'breakdown', 'states').rows.map(({ label, figures }) => [label, figures[0]?.count]),
    ).toEqual([
      ['À vérifier', 1],
      ['Chez l’équipe', 1],
      ['Refusée', 1],
    ])
    expect(
      widget(opened, 'breakdown', 'teams').rows.map(({ label, figures }) => [
        label,
        ...figures.map(({ count }) => count),
      ]),
    ).toEqual([
      ['Les Renards', 1, 1],
      [null, 1, 1],
    ])
    expect(
      widget(opened, 'ages', 'ages').steps.map(({ fromDays, toDays, level, figure }) => [
        fromDays,
        toDays,
        level,
        figure.count,
      ]),
    ).toEqual([
      [0, 2, 'fine', 0],
      [3, 5, 'fine', 0],
      [6, 10, 'watch', 2],
      [11, null, 'late', 0],
    ])
  })

  it('counts per week what came and what was closed, and measures the days between', async () => {
    const opened = await openDashboard(secretary, asked)
    const weeks = widget(opened, 'weeks', 'weeks')
    expect(weeks.weeks.at(-1)).toBe('2026-11-23')
    expect(weeks.series.map(({ title, figures }) => [title, ...figures.map(({ count }) => count)])).toEqual([
      ['Reçues', 0, 0, 2, 1],
      ['Closes', 0, 0, 0, 1],
    ])
    expect(widget(opened, 'delay', 'delay')).toMatchObject({ medianDays: 3, figure: { count: 1 } })
  })

  it.each([
    ['from tallies', () => secretary],
    ['from the entries', () => auditor],
    ['of their own team', () => coach],
  ])('opens, under each number counted %s, the list of as many entries', async (_, who) => {
    const opened = await openDashboard(who(), asked)
    const numbers = figures(opened)
    expect(numbers.length).toBeGreaterThan(20)
    for (const { count, list } of numbers) {
      if (!list) continue
      const { filters = {}, states, ...view } = list
      const found = await openView(who(), {
        ...view,
        ...(states && { states }),
        filters: Object.fromEntries(Object.entries(filters).map(([key, value]) => [key, [value]])),
      })
      expect({ list, count: found.count.count }).toEqual({ list, count })
    }
  })

  it('lists the first of a view in its order', async () => {
    const late = widget(await openDashboard(secretary, asked), 'list', 'first')
    expect(late.rows.map(({ title }) => title)).toEqual([
      'Licence de Huguette Sicard',
      'Licence de Élise Courrière',
    ])
    expect(late.figure).toMatchObject({ count: 2, list: { view: 'late' } })
  })

  it('shows a team its own licences, and counts as empty what it may not read', async () => {
    const opened = await openDashboard(coach, asked)
    expect(widget(opened, 'indicator', 'open').figure.count).toBe(1)
    // A coach does not read when an answer is due: nothing is late to them, not even in a number.
    expect(widget(opened, 'indicator', 'late').figure.count).toBe(0)
    expect(widget(opened, 'breakdown', 'teams').rows.map(({ label }) => label)).toEqual(['Les Renards'])
  })

  it('counts what depends on who reads', async () => {
    const mine = (opened: DashboardView) => widget(opened, 'indicator', 'mine').figure.count
    expect(mine(await openDashboard(secretary, asked))).toBe(0)
    const { actor } = secretary
    await tenant.entry('club.licence', { playerName: 'Nadia' }, actor.kind === 'person' ? actor.personId : '')
    expect(mine(await openDashboard(secretary, asked))).toBe(1)
    expect(mine(await openDashboard(auditor, asked))).toBe(0)
  })

  it('is not found by a role it does not name, nor under a name that no solution gives', async () => {
    const captain = tenant.as(await tenant.person('Ana Roux'))
    await expect(openDashboard(captain, asked)).rejects.toMatchObject({ code: 'not-found' })
    await expect(openDashboard(tenant.nobody, asked)).rejects.toMatchObject({ code: 'sign-in-required' })
    for (const dashboard of ['nothing', 'constructor']) {
      await expect(openDashboard(secretary, { ...asked, dashboard })).rejects.toMatchObject({
        code: 'not-found',
      })
    }
  })
})

describe('the drafts of a dashboard', () => {
  it('say how many are being written, and nothing of what they say nor of whom', async () => {
    const visitor = newVisitor()
    const { id } = await startDraft(tenant.nobody, visitor, 'licence')
    const drafts = async (who: Context) =>
      (await openDashboard(who, asked)).widgets.find(({ kind }) => kind === 'drafts')
    expect(await drafts(secretary)).toMatchObject({ total: 0, rows: [] })
    const { steps } = await draftOf(tenant.nobody, visitor, id)
    await savePage(tenant.nobody, visitor, {
      draftId: id,
      page: steps[0]?.key ?? '',
      form: {
        playerName: ['Élise Courrière'],
        playerEmail: ['elise@courriel.example'],
        level: ['beginner'],
      },
    })
    const shown = await drafts(secretary)
    expect(shown).toMatchObject({
      total: 1,
      byProcedure: [{ title: 'Demander une licence', count: 1 }],
      rows: [{ procedure: 'Demander une licence', reference: id.slice(-6).toUpperCase() }],
    })
    expect(JSON.stringify(shown)).not.toMatch(/Courrière|courriel|beginner/)
    expect(JSON.stringify(shown)).not.toContain(id)
  })

  it('are not shown to who has no right to them', async () => {
    for (const who of [auditor, coach]) {
      expect((await openDashboard(who, asked)).widgets.map(({ kind }) => kind)).not.toContain('drafts')
    }
  })
})
