// SPDX-License-Identifier: MIT
/* oxlint-disable typescript/no-non-null-assertion -- a change that misses its target throws, and the test fails */
import { describe, expect, it } from 'vitest'
import { always, compareToday } from '../condition/condition.ts'
import { frenchSpaces } from '../text/typography.ts'
import type { Dashboard, Widget } from '../view/dashboard.ts'
import { check } from './check.ts'
import { exportSolution, importSolution } from './serialise.ts'
import { changed, library, type Draft } from './testing/library.ts'

const title = { fr: 'Essai', en: 'Trial' }
const view = 'all'

/** The library with a view to count and this dashboard. */
const withDashboard = (dashboard: Dashboard, change: (draft: Draft<typeof library>) => void = () => {}) =>
  changed(library, (draft) => {
    draft.views![view] = {
      collection: 'loan',
      title,
      roles: ['librarian'],
      columns: ['book'],
      filters: ['kind', 'createdAt', 'closedAt', 'legalDueOn'],
    }
    draft.dashboards = { desk: dashboard }
    change(draft)
  })
const of = (...widgets: Widget[]): Dashboard => ({ title, roles: ['librarian'], widgets })
const told = (dashboard: Dashboard, change?: (draft: Draft<typeof library>) => void) =>
  check(withDashboard(dashboard, change)).map(({ code, path }) => `${code} ${path}`)

const everyKind: Widget[] = [
  {
    kind: 'indicator',
    key: 'open',
    title,
    view,
    detail: { title, days: { on: 'createdAt', last: 7 } },
  },
  { kind: 'delay', key: 'delay', title, view, from: 'createdAt', to: 'closedAt', last: 30 },
  { kind: 'breakdown', key: 'states', title, by: 'state', columns: [{ title, view }] },
  { kind: 'breakdown', key: 'kinds', title, by: 'kind', columns: [{ title, view }] },
  { kind: 'ages', key: 'ages', title, view, since: 'createdAt', steps: [2, 5], byState: true },
  { kind: 'weeks', key: 'weeks', title, weeks: 12, series: [{ title, view, on: 'closedAt' }] },
  { kind: 'weeks', key: 'due', title, weeks: 4, series: [{ title, view, on: 'legalDueOn' }] },
  { kind: 'list', key: 'first', title, view, rows: 10 },
  { kind: 'drafts', key: 'drafts', title, collection: 'loan', rows: 10 },
]

describe('a dashboard under check', () => {
  it('has no problem when each number opens the list of what it counts', () => {
    expect(told(of(...everyKind))).toEqual([])
  })

  it('is the same after it was exported and imported', () => {
    const solution = withDashboard(of(...everyKind))
    expect(importSolution(exportSolution(solution))).toEqual({ ok: true, solution })
  })

  const place = 'dashboards.desk.widgets[0]'
  it.each<[string, Widget]>([
    [`unknown-view ${place}.view`, { kind: 'indicator', key: 'a', title, view: 'nowhere' }],
    [`not-a-date ${place}.since`, { kind: 'ages', key: 'a', title, view, since: 'kind', steps: [1] }],
    [`unknown-field ${place}.since`, { kind: 'ages', key: 'a', title, view, since: 'born', steps: [1] }],
    [
      `not-a-filter-of-view ${place}.series[0].on`,
      { kind: 'weeks', key: 'a', title, weeks: 4, series: [{ title, view, on: 'updatedAt' }] },
    ],
    [
      `not-told-apart ${place}.by`,
      { kind: 'breakdown', key: 'a', title, by: 'book', columns: [{ title, view }] },
    ],
    [
      `not-a-filter-of-view ${place}.by`,
      { kind: 'breakdown', key: 'a', title, by: 'branch', columns: [{ title, view }] },
    ],
    [
      `not-countable ${place}`,
      { kind: 'breakdown', key: 'a', title, by: 'state', columns: [{ title, view: 'mine' }] },
    ],
    [`unknown-collection ${place}.collection`, { kind: 'drafts', key: 'a', title, collection: 'x', rows: 1 }],
  ])('tells %s', (problem, widget) => {
    expect(told(of(widget))).toContain(problem)
  })

  it('tells two widgets of one key, an unknown role, and a role that a number leads nowhere', () => {
    const [one] = everyKind as [Widget]
    expect(told(of(one, one))).toContain('duplicate-key dashboards.desk.widgets')
    expect(told({ ...of(one), roles: ['pilot'] })).toEqual([
      'unknown-role dashboards.desk.roles[0]',
      `closed-to-role ${place}.view`,
      `closed-to-role ${place}.detail`,
    ])
  })

  it('tells a view that compares another date with today than the one it is counted by', () => {
    const ages = everyKind.filter(({ kind }) => kind === 'ages')
    const late = told(of(...ages), (draft) => (draft.views![view]!.where = compareToday('closedAt', 'lt')))
    expect(late).toEqual([`not-countable ${place}`])
    expect(told(of(...ages), (draft) => (draft.views![view]!.where = always))).toEqual([])
  })

  it('tells a transition that counts itself in what is not an integer', () => {
    const counting = (field: string) =>
      check(
        changed(library, (draft) => {
          draft.collections['loan']!.lifecycle!.transitions['lend']!.counts = field
        }),
      ).map(({ code, path }) => `${code} ${path}`)
    const path = 'collections.loan.lifecycle.transitions.lend.counts'
    expect(counting('weeks')).toEqual([])
    expect(counting('book')).toEqual([`counts-no-integer ${path}`])
    expect(counting('times')).toEqual([`unknown-field ${path}`])
  })

  it('says each problem in both languages', () => {
    const problems = check(withDashboard(of({ kind: 'indicator', key: 'a', title, view: 'nowhere' })))
    expect(problems.map(({ message }) => message)).toEqual([
      { fr: frenchSpaces('Aucune vue « nowhere ».'), en: 'No view “nowhere”.' },
    ])
  })
})

it('tells a link that would list entries which nobody holds', () => {
  const listing = (change: (draft: Draft<typeof library>) => void) =>
    check(
      changed(library, (draft) => {
        draft.links!['reader']!.overview = true
        change(draft)
      }),
    ).map(({ code, path }) => `${code} ${path}`)
  expect(listing(() => {})).toEqual([])
  expect(listing((draft) => delete draft.collections['loan']!.heldBy)).toContain(
    'overview-without-holder links.reader.overview',
  )
})

it('tells a link whose page would open on the words of no field', () => {
  const opening = (word: string) =>
    check(changed(library, (draft) => (draft.links!['reader']!.word = word))).map(
      ({ code, path }) => `${code} ${path}`,
    )
  expect(opening('book')).toEqual([])
  expect(opening('author')).toEqual(['unknown-field links.reader.word'])
})
