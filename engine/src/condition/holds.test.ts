// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { nobody } from '../rights/actor.ts'
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
import {
  all,
  always,
  any,
  compare,
  compareActor,
  compareToday,
  exists,
  never,
  not,
  type Condition,
} from './condition.ts'
import { answersHold, holds } from './holds.ts'
import type { Circumstance, EntryRow, Mask } from './scope.ts'

const at: Circumstance = { actor: nobody(), today: '2026-03-29', timeZone: 'Europe/Paris' }

function holdsOn(condition: Condition, loan: EntryRow = aLoan(), over: Partial<Circumstance> = {}): boolean {
  const world = worldWith(
    loan,
    anEntry('library.loan', idOf(22), { values: { helpers: [people.ana, people.chloe] } }),
  )
  return holds(condition, loan, { ...at, ...over, model, collection: 'library.loan', world })
}

describe('a comparison', () => {
  const loan = aLoan({
    values: {
      kinds: ['novel', 'comic'],
      dueOn: '2026-03-29',
      fee: 250,
      damaged: false,
      lentAt: '2026-03-28T23:00:00.000Z',
      helpers: [],
    },
  })

  it.each([
    ['an equal text', compare('book', 'eq', 'Le Ventre de Paris'), true],
    ['a text in other case', compare('book', 'eq', 'le ventre de paris'), false],
    ['one of several texts', compare('state', 'eq', ['lent', 'asked']), true],
    ['none of several texts', compare('state', 'ne', ['lent', 'returned']), true],
    ['some word, without case nor accents', compare('book', 'contains', 'VÈNTRE'), true],
    ['the first word', compare('book', 'starts', 'le v'), true],
    ['a later word as the first', compare('book', 'starts', 'ventre'), false],
    ['one of the choices', compare('kinds', 'eq', 'comic'), true],
    ['differing from one of the choices', compare('kinds', 'ne', 'comic'), false],
    ['a number below', compare('fee', 'lt', 251), true],
    ['a number at most', compare('fee', 'lte', 250), true],
    ['a number above', compare('fee', 'gt', 250), false],
    ['no', compare('damaged', 'eq', false), true],
    ['today as a day', compareToday('dueOn', 'eq'), true],
    ['before tomorrow', compareToday('dueOn', 'lt', 1), true],
    ['today as midnight in Paris', compareToday('lentAt', 'eq'), true],
    ['an instant written in another offset', compare('lentAt', 'eq', '2026-03-29T00:00:00+01:00'), true],
    ['a field of a reference', compare('borrower.name', 'eq', 'Bruno'), true],
    ['a part of a field of a reference', compare('branch.place.citycode', 'eq', '13001'), true],
    ['a relation read backward', compare('borrower.guardian.loan[helpers].id', 'eq', idOf(22)), true],
    [
      'another path',
      { kind: 'compare', path: 'owner', op: 'eq', value: { kind: 'path', path: 'borrower' } },
      true,
    ],
  ] as const)('holds with %s: %#', (_, condition, expected) => {
    expect(holdsOn(condition as Condition, loan)).toBe(expected)
  })

  it('is false with an empty side, whatever the operator', () => {
    const empty = aLoan({ values: { fee: null, dueOn: null } })
    for (const op of ['eq', 'ne', 'lt', 'lte', 'gt', 'gte'] as const) {
      expect(holdsOn(compare('fee', op, 0), empty)).toBe(false)
      expect(holdsOn(compareToday('dueOn', op), empty)).toBe(false)
      expect(holdsOn(not(compare('fee', op, 0)), empty)).toBe(true)
    }
  })

  it.each([
    ['empty', 'helpers', true],
    ['empty', 'remark', true],
    ['filled', 'kinds', true],
    ['filled', 'branch.place', true],
    ['filled', 'borrower.born', true],
    ['empty', 'branch.place.city', true],
    ['filled', 'closedAt', false],
  ] as const)('%s looks at %s', (op, path, expected) => {
    expect(holdsOn(compare(path, op), loan)).toBe(expected)
  })

  it('does not see what a deleted entry says', () => {
    const orphan = aLoan({ values: { borrower: idOf(99) } })
    expect(holdsOn(compare('borrower.name', 'filled'), orphan)).toBe(false)
    expect(holdsOn(exists('borrower', always), orphan)).toBe(false)
    expect(holdsOn(compare('borrower', 'eq', idOf(99)), orphan)).toBe(true)
  })

  it.each([
    ['a day that does not exist', compare('dueOn', 'ne', '2026-02-30')],
    ['something that is not an id', compare('borrower', 'ne', 'Bruno')],
    ['a text against a number', compare('fee', 'ne', 'many')],
    ['an actor against a text', compareActor('book', 'ne', 'me')],
  ])('takes %s for no value', (_, condition) => {
    expect(holdsOn(condition, loan, { actor: director })).toBe(false)
  })

  it.each([
    ['an unknown path', compare('colour', 'eq', 'x')],
    ['an operator the field lacks', compare('book', 'lt', 'x')],
    ['a comparison of what cannot be compared', compare('branch.place', 'eq', 'x')],
    ['a missing value', compare('book', 'eq')],
    ['an exists on a value', exists('book', always)],
  ])('throws on %s, even under not', (_, condition) => {
    expect(() => holdsOn(not(condition))).toThrow(/^condition: /)
  })
})

describe('what the actor is', () => {
  it('is a person by their id', () => {
    expect(holdsOn(compareActor('owner', 'eq', 'me'), aLoan(), { actor: aPerson(people.bruno) })).toBe(true)
    expect(holdsOn(compareActor('owner', 'eq', 'me'), aLoan(), { actor: aPerson(people.ana) })).toBe(false)
  })

  it('is the organisations where a role is held', () => {
    const condition = compareActor('branch', 'eq', 'my.organisations')
    expect(holdsOn(condition, aLoan(), { actor: librarianOf(branches.south, branches.north) })).toBe(true)
    expect(holdsOn(condition, aLoan(), { actor: librarianOf(branches.south) })).toBe(false)
  })

  it('is an address, also for the bearer of a link', () => {
    const loan = aLoan({ values: { remark: 'lender@example.org' } })
    expect(holdsOn(compareActor('remark', 'eq', 'my.email'), loan, { actor: lender })).toBe(true)
  })

  it('is nothing for nobody, so that a comparison and its contrary are both false', () => {
    expect(holdsOn(compareActor('owner', 'eq', 'me'))).toBe(false)
    expect(holdsOn(compareActor('owner', 'ne', 'me'))).toBe(false)
  })
})

describe('parts put together', () => {
  const yes = compare('state', 'eq', 'asked')
  const no = compare('state', 'eq', 'lent')
  it.each([
    ['all of nothing', always, true],
    ['any of nothing', never, false],
    ['all, one failing', all(yes, no), false],
    ['any, one holding', any(no, yes), true],
    ['not', not(no), true],
    ['some entry that satisfies', exists('branch', compare('name', 'eq', 'Nord')), true],
    ['no entry that satisfies', exists('branch', compare('name', 'eq', 'Sud')), false],
    ['some helper elsewhere', exists('borrower.guardian.loan[helpers]', always), true],
  ])('%s', (_, condition, expected) => {
    expect(holdsOn(condition)).toBe(expected)
  })
})

describe('under a mask', () => {
  const open = { row: always, field: () => always }
  const maskOf = (over: Record<string, { row?: Condition; hidden?: readonly string[] }>): Mask => {
    return (ref) => {
      const { row = always, hidden = [] } = over[ref] ?? {}
      return { ...open, row, field: (key) => (hidden.includes(key) ? never : always) }
    }
  }

  it.each([
    [
      'a field that is not readable is empty',
      compare('book', 'filled'),
      { 'library.loan': { hidden: ['book'] } },
    ],
    [
      'a reference that is not readable leads nowhere',
      compare('branch.name', 'filled'),
      { 'library.loan': { hidden: ['branch'] } },
    ],
    [
      'a row that is not readable is not there',
      exists('branch', always),
      { 'library.branch': { row: compare('name', 'eq', 'Sud') } },
    ],
    [
      'a field of another row is empty',
      compare('branch.name', 'eq', 'Nord'),
      { 'library.branch': { hidden: ['name'] } },
    ],
    [
      'a backward reference needs its field',
      exists('borrower.guardian.loan[helpers]', always),
      { 'library.loan': { hidden: ['helpers'] } },
    ],
  ])('%s', (_, condition, over) => {
    expect(holdsOn(condition)).toBe(true)
    expect(holdsOn(condition, aLoan(), { mask: maskOf(over) })).toBe(false)
    expect(holdsOn(not(condition), aLoan(), { mask: maskOf(over) })).toBe(true)
  })

  it('reads its own rules without a mask', () => {
    const mask: Mask = (ref) =>
      ref === 'library.branch'
        ? { row: compare('manager.name', 'eq', 'Dario'), field: () => always }
        : { row: never, field: () => always }
    expect(holdsOn(compare('branch.name', 'eq', 'Nord'), aLoan(), { mask })).toBe(true)
    expect(holdsOn(compare('branch.manager.name', 'eq', 'Dario'), aLoan(), { mask })).toBe(false)
  })
})

describe('the answers of a form', () => {
  const collection = library.collections['loan']
  if (!collection) throw new Error('the library lends')
  const scope = { collection, today: '2026-03-29' }

  it.each([
    ['an answer', compare('kinds', 'eq', 'comic'), { kinds: ['comic'] }, true],
    ['no answer yet', compare('kinds', 'eq', 'comic'), {}, false],
    ['a day against today', compareToday('dueOn', 'lt'), { dueOn: '2026-03-28' }, true],
    ['a box not ticked', not(compare('damaged', 'eq', true)), { damaged: null }, true],
    ['the system values, which an answer has not', compare('state', 'empty'), {}, true],
  ])('are read: %s', (_, condition, answers, expected) => {
    expect(answersHold(condition, answers, scope)).toBe(expected)
  })
})
