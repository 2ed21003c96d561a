// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import {
  aLoan,
  aPerson,
  branches,
  director,
  lender,
  librarianOf,
  library,
  people,
} from '../testing/library.ts'
import { nobody, system, type Actor } from './actor.ts'
import { mayDo, writableFields } from './decide.ts'
import type { Action } from './grant.ts'
import { grantsOf } from './grants-of.ts'
import { holdingOn, may } from './rights.fixture.ts'

const loans = library.collections['loan']
if (!loans) throw new Error('the library lends')
const written = (actor: Actor, action?: Action, loan = aLoan()) =>
  [...writableFields(holdingOn(loan, actor), loans, action)].toSorted()

describe('editing a loan', () => {
  it.each<[string, Actor, readonly string[]]>([
    ['the librarian of its branch', librarianOf(branches.north), ['dueOn', 'remark']],
    ['the person who asked for it', aPerson(people.bruno), ['book']],
  ])('is given to %s, on the fields of the grant', (_, actor, fields) => {
    expect(may(actor, 'edit')).toBe(true)
    expect(written(actor)).toEqual(fields)
  })

  it.each<[string, Actor]>([
    ['a librarian of another branch', librarianOf(branches.south)],
    ['the director, who only reads', director],
    ['the bearer of its link', lender],
    ['the guardian of the borrower', aPerson(people.ana)],
    ['nobody', nobody()],
  ])('is refused to %s', (_, actor) => {
    expect(may(actor, 'edit')).toBe(false)
    expect(written(actor)).toEqual([])
  })

  it('is refused to the person who asked once it is lent', () => {
    const lent = aLoan({ state: 'lent' })
    expect(may(aPerson(people.bruno), 'edit', lent)).toBe(false)
    expect(written(aPerson(people.bruno), 'edit', lent)).toEqual([])
  })

  it('never writes what is computed or only shown, even when a grant lists it', () => {
    expect(written(librarianOf(branches.north))).not.toContain('days')
    expect(written(system)).not.toContain('days')
    expect(written(system)).not.toContain('rules')
    expect(written(system)).toContain('fee')
  })
})

describe('asking for a loan', () => {
  const creating = (actor: Actor) => mayDo(grantsOf(library, 'loan', actor), 'create')

  it('is given to whoever is signed in, on three fields', () => {
    expect(creating(aPerson(people.chloe))).toBe(true)
    expect(written(aPerson(people.chloe), 'create')).toEqual(['book', 'borrower', 'branch'])
  })

  it.each<[string, Actor]>([
    ['nobody', nobody()],
    ['the bearer of a link', lender],
  ])('is refused to %s', (_, actor) => {
    expect(creating(actor)).toBe(false)
    expect(written(actor, 'create')).toEqual([])
  })
})

describe('deleting a loan', () => {
  it('is given to the director once it is returned', () => {
    expect(may(director, 'delete', aLoan({ state: 'returned' }))).toBe(true)
  })

  it.each<[string, Actor, string]>([
    ['the director before', director, 'lent'],
    ['the librarian of its branch', librarianOf(branches.north), 'returned'],
    ['the person who asked for it', aPerson(people.bruno), 'returned'],
    ['nobody', nobody(), 'returned'],
  ])('is refused to %s', (_, actor, state) => {
    expect(may(actor, 'delete', aLoan({ state }))).toBe(false)
  })
})
