// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { check } from '../check.ts'
import { changed, library } from '../testing/library.ts'

const problemsOf = (forOrganisation: string) =>
  check(
    changed(library, (draft) => {
      const borrow = draft.procedures?.['borrow']
      if (borrow) borrow.forOrganisation = forOrganisation
    }),
  ).map(({ code, path }) => `${code} ${path}`)

it('takes the organisation for which one files in a reference to the organisations of the directory', () => {
  expect(problemsOf('branch')).toEqual([])
})

it.each([
  ['a field that is not there', 'ghost', 'unknown-field'],
  ['a field that refers to no organisation', 'book', 'wrong-type'],
])('refuses %s', (_, field, code) => {
  expect(problemsOf(field)).toEqual([`${code} procedures.borrow.forOrganisation`])
})
