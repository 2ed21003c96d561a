// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { aLoan, aPerson, branches, director, lender, librarianOf, people } from '../testing/library.ts'
import { nobody, system, type Actor } from './actor.ts'
import { may } from './rights.fixture.ts'

describe('taking a transition', () => {
  it.each<[string, Actor, 'transition:lend' | 'transition:giveBack' | 'transition:cancel']>([
    ['the librarian of the branch, any of them', librarianOf(branches.north), 'transition:lend'],
    ['the librarian of the branch, any of them', librarianOf(branches.north), 'transition:giveBack'],
    ['the person who asked, to cancel', aPerson(people.bruno), 'transition:cancel'],
    ['the bearer of the link, to give back', lender, 'transition:giveBack'],
    ['the system', system, 'transition:lend'],
  ])('is given to %s (%#)', (_, actor, action) => {
    expect(may(actor, action)).toBe(true)
  })

  it.each<[string, Actor, 'transition:lend' | 'transition:giveBack' | 'transition:cancel']>([
    ['the person who asked, to lend to themself', aPerson(people.bruno), 'transition:lend'],
    ['the bearer of the link, to lend', lender, 'transition:lend'],
    ['a librarian of another branch', librarianOf(branches.south), 'transition:lend'],
    ['the director, who only reads', director, 'transition:lend'],
    ['the guardian', aPerson(people.ana), 'transition:cancel'],
    ['nobody', nobody(), 'transition:cancel'],
  ])('is refused to %s', (_, actor, action) => {
    expect(may(actor, action)).toBe(false)
  })

  it('is refused to the person who asked once the condition of their grant has passed', () => {
    expect(may(aPerson(people.bruno), 'transition:cancel', aLoan({ state: 'lent' }))).toBe(false)
  })
})
