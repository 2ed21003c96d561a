// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import type { Suggestion } from '../../form/suggestion.ts'
import { check } from '../check.ts'
import { exportSolution, importSolution } from '../serialise.ts'
import type { Solution } from '../solution.ts'
import { changed, library } from '../testing/library.ts'

/** The library, whose first question of its first form proposes what is known. */
const suggesting = (suggestFrom: Suggestion[]): Solution =>
  changed(library, (draft) => {
    const [form] = Object.values(draft.forms)
    const item = form?.pages[0]?.items[0]
    if (!item) throw new Error('the library has a form')
    item.suggestFrom = suggestFrom
  })
const codes = (solution: Solution) => check(solution, []).map(({ code }) => code)

it.each([[{ from: 'account', what: 'email' }], [{ from: 'earlier' }]] satisfies [Suggestion][])(
  'accepts %j',
  (source) => {
    expect(codes(suggesting([source]))).toEqual(codes(library))
  },
)

it.each([[{ from: 'earlier', field: 'nowhere' }], [{ from: 'person', field: 'nowhere' }]] satisfies [
  Suggestion,
][])('refuses %j, with its place', (source) => {
  const [found] = check(suggesting([source]), [])
  expect(found).toMatchObject({ code: 'unknown-field', severity: 'error' })
  expect(found?.path).toMatch(/suggestFrom\[0\]\.field$/)
})

it('survives export and import', () => {
  const solution = suggesting([{ from: 'person', field: 'nowhere' }, { from: 'earlier' }])
  const back = importSolution(exportSolution(solution))
  expect(back).toMatchObject({ ok: true, solution })
})
