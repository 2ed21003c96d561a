// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { aPerson, branches, director, lender, librarianOf, people } from '../testing/library.ts'
import { nobody, system, type Actor } from './actor.ts'
import { may } from './rights.fixture.ts'

describe.each(['export', 'share', 'history'] as const)('the right to %s', (action) => {
  it.each<[string, Actor]>([
    ['the director', director],
    ['the system', system],
  ])('is given to %s', (_, actor) => {
    expect(may(actor, action)).toBe(true)
  })

  it.each<[string, Actor]>([
    ['the librarian, who reads the loan', librarianOf(branches.north)],
    ['the person who asked for it', aPerson(people.bruno)],
    ['the bearer of its link', lender],
    ['nobody', nobody()],
  ])('is refused to %s', (_, actor) => {
    expect(may(actor, action)).toBe(false)
  })
})
