// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { aLoan, aPerson, branches, director, lender, librarianOf, people } from '../testing/library.ts'
import { nobody, system, type Actor } from './actor.ts'
import { noteAudiences } from './decide.ts'
import { holdingOn, may } from './rights.fixture.ts'

const audiences = (actor: Actor, loan = aLoan()) => [...noteAudiences(holdingOn(loan, actor))].toSorted()

describe('commenting', () => {
  it('is given to the two sides of the loan', () => {
    expect(may(librarianOf(branches.north), 'comment')).toBe(true)
    expect(may(aPerson(people.bruno), 'comment')).toBe(true)
  })

  it.each<[string, Actor]>([
    ['the director', director],
    ['the guardian', aPerson(people.ana)],
    ['the bearer of a link', lender],
    ['nobody', nobody()],
  ])('is refused to %s', (_, actor) => {
    expect(may(actor, 'comment')).toBe(false)
  })
})

describe('notes', () => {
  it.each<[string, Actor, readonly string[]]>([
    ['the librarian of the branch', librarianOf(branches.north), ['staff']],
    ['the director', director, ['direction', 'staff']],
    ['the system', system, ['direction', 'staff']],
  ])('are open to %s, each to their audiences', (_, actor, expected) => {
    expect(may(actor, 'note')).toBe(true)
    expect(audiences(actor)).toEqual(expected)
  })

  it.each<[string, Actor]>([
    ['a librarian of another branch', librarianOf(branches.south)],
    ['the person who asked', aPerson(people.bruno)],
    ['the bearer of a link', lender],
    ['nobody', nobody()],
  ])('are closed to %s', (_, actor) => {
    expect(may(actor, 'note')).toBe(false)
    expect(audiences(actor)).toEqual([])
  })
})
