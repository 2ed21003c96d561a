// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { compareActor } from '../condition/condition.ts'
import { holds } from '../condition/holds.ts'
import { isAlways, isNever } from '../condition/simple.ts'
import {
  aLoan,
  anEntry,
  aPerson,
  branches,
  director,
  idOf,
  lender,
  librarianOf,
  library,
  libraryModel as model,
  people,
  worldWith,
} from '../testing/library.ts'
import { nobody, system, type Actor } from './actor.ts'
import { readableFields } from './decide.ts'
import { grantsOf } from './grants-of.ts'
import { maskValues, readingMask } from './mask.ts'
import { holdingOn, may, today } from './rights.fixture.ts'
import { conditionFor, fieldCondition } from './row-condition.ts'

const loans = library.collections['loan']
if (!loans) throw new Error('the library lends')
const everyField = Object.keys(loans.fields)

describe('reading a loan', () => {
  it.each<[string, Actor, readonly string[]]>([
    ['the librarian of its branch, wholly', librarianOf(branches.north), everyField],
    ['the director, wholly', director, everyField],
    ['the person who asked for it, in part', aPerson(people.bruno), ['book', 'branch', 'dueOn']],
    ['the guardian of the borrower, in part', aPerson(people.ana), ['book', 'dueOn']],
    ['the bearer of its link, wholly', lender, everyField],
    ['the system, wholly', system, everyField],
  ])('is given to %s', (_, actor, fields) => {
    expect(may(actor, 'read')).toBe(true)
    expect([...readableFields(holdingOn(aLoan(), actor), loans)].toSorted()).toEqual(fields.toSorted())
  })

  it.each<[string, Actor]>([
    ['a librarian of another branch', librarianOf(branches.south)],
    ['another reader', aPerson(people.chloe)],
    [
      'someone who holds the same role in another solution',
      aPerson(people.chloe, { role: 'other.librarian', organisation: branches.north }),
    ],
    ['nobody', nobody()],
    ['the bearer of the link of another loan', { ...lender, entryId: idOf(22) } as Actor],
    ['the bearer of a link for another purpose', { ...lender, purpose: 'library.visitor' } as Actor],
    ['the bearer of a link of another solution', { ...lender, purpose: 'other.lender' } as Actor],
  ])('is refused to %s', (_, actor) => {
    expect(may(actor, 'read')).toBe(false)
    expect(may(actor, 'list')).toBe(false)
    expect(readableFields(holdingOn(aLoan(), actor), loans).size).toBe(0)
  })

  it('ends for the person who asked once it is lent', () => {
    expect(may(aPerson(people.bruno), 'read', aLoan({ state: 'lent' }))).toBe(false)
  })

  it('does not come with a place in lists: the guardian opens it and sees no list', () => {
    expect(may(aPerson(people.ana), 'list')).toBe(false)
    expect(isNever(conditionFor(grantsOf(library, 'loan', nobody()), 'list'))).toBe(true)
  })
})

describe('the condition of a list', () => {
  it('is free for the director', () => {
    expect(isAlways(conditionFor(grantsOf(library, 'loan', director), 'list'))).toBe(true)
  })

  it('is a choice between the ways an actor has', () => {
    const condition = conditionFor(grantsOf(library, 'loan', librarianOf(branches.north)), 'list')
    expect(condition).toMatchObject({ kind: 'any', parts: [{ path: 'branch' }, { kind: 'all' }] })
  })

  it('is that of the one grant when a field is read under one only', () => {
    const held = grantsOf(library, 'loan', aPerson(people.ana))
    expect(conditionFor(held, 'read').kind).toBe('any')
    expect(fieldCondition(held, 'branch')).toMatchObject({
      kind: 'all',
      parts: [compareActor('owner', 'eq', 'me'), { path: 'state' }],
    })
  })

  it('agrees with the decision on each loan', () => {
    const some = [
      aLoan(),
      aLoan({ state: 'lent' }),
      aLoan({ owner: people.chloe }),
      aLoan({ values: { branch: null } }),
    ]
    for (const actor of [
      librarianOf(branches.north),
      aPerson(people.bruno),
      aPerson(people.ana),
      lender,
      nobody(),
    ]) {
      for (const action of ['list', 'read', 'delete', 'transition:cancel'] as const) {
        const condition = conditionFor(grantsOf(library, 'loan', actor), action)
        for (const loan of some) {
          const scope = { model, collection: loan.collection, world: worldWith(loan), ...today, actor }
          expect(holds(condition, loan, scope)).toBe(may(actor, action, loan))
        }
      }
    }
  })
})

describe('masking', () => {
  it('leaves out what may not be read, rather than emptying it', () => {
    const masked = maskValues(aLoan().values, new Set(['book', 'dueOn']))
    expect(masked).toEqual({ book: 'Le Ventre de Paris' })
  })

  it('hides from a filter what reading would hide', () => {
    const anyone = nobody()
    const mask = readingMask(new Map([['library', library]]), anyone)
    const north = anEntry('library.branch', branches.north, {
      values: { name: 'Nord', manager: people.dario },
    })
    const scope = { model, collection: north.collection, world: worldWith(), ...today, actor: anyone, mask }
    expect(holds({ kind: 'compare', path: 'name', op: 'filled' }, north, scope)).toBe(true)
    expect(holds({ kind: 'compare', path: 'manager', op: 'filled' }, north, scope)).toBe(false)
    expect(holds({ kind: 'compare', path: 'manager.name', op: 'filled' }, north, scope)).toBe(false)
  })

  it('hides whole collections whose solution is not installed', () => {
    const mask = readingMask(new Map(), director)('library.loan')
    expect(isNever(mask.row)).toBe(true)
    expect(isNever(mask.field('book'))).toBe(true)
  })

  it('opens everything to the system', () => {
    const mask = readingMask(new Map([['library', library]]), system)('library.loan')
    expect(isAlways(mask.row)).toBe(true)
    expect(isAlways(mask.field('remark'))).toBe(true)
  })
})

describe('a rule that says not', () => {
  it('reads a reader who helps nobody, and refuses one who helps', () => {
    const helped = anEntry('library.loan', idOf(23), { values: { helpers: [people.dario] } })
    const actor = librarianOf(branches.north)
    const condition = conditionFor(grantsOf(library, 'reader', actor), 'read')
    const reading = (id: string) =>
      holds(condition, anEntry('library.reader', id), {
        model,
        collection: 'library.reader',
        world: worldWith(helped),
        ...today,
        actor,
      })
    expect(reading(people.ana)).toBe(true)
    expect(reading(people.dario)).toBe(false)
  })
})
