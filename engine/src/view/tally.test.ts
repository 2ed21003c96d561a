// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  all,
  always,
  any,
  compare,
  compareActor,
  compareToday,
  type Condition,
  exists,
  not,
} from '../condition/condition.ts'
import { holds } from '../condition/holds.ts'
import { system } from '../rights/actor.ts'
import { aLoan, libraryModel as model, worldWith } from '../testing/library.ts'
import { fieldsRead, tallyFor } from './tally.ts'

const today = '2026-11-21'
const tallyOf = (where: Condition) => tallyFor({ collection: 'library.loan', where }, model, today)

describe('a count kept as entries change', () => {
  it('keeps what the row alone decides, and counts by day what depends on today', () => {
    const open = compare('state', 'eq', ['asked', 'lent'])
    expect(tallyOf(all(open, compareToday('dueOn', 'lt')))).toEqual({
      tally: { collection: 'library.loan', where: all(open), key: null, day: 'dueOn' },
      days: { to: '2026-11-20' },
    })
    expect(tallyOf(open)).toEqual({
      tally: { collection: 'library.loan', where: all(open), key: null, day: null },
    })
  })

  it('narrows its days by each comparison of the same date', () => {
    const where = all(compareToday('dueOn', 'gte', -7), compareToday('dueOn', 'lte', 3))
    expect(tallyOf(where)?.days).toEqual({ from: '2026-11-14', to: '2026-11-24' })
  })

  it.each([
    ['who reads', compareActor('borrower', 'eq', 'me')],
    ['another entry', compare('borrower.name', 'filled')],
    ['some other entry', exists('borrower', always)],
    ['two dates of today', all(compareToday('dueOn', 'lt'), compareToday('createdAt', 'gte'))],
    ['today inside an alternative', any(compareToday('dueOn', 'lt'), compare('state', 'eq', 'asked'))],
    ['today under a not', not(compareToday('dueOn', 'lt'))],
    ['an instant after midnight', compareToday('createdAt', 'gt')],
    ['days that are not today', compareToday('dueOn', 'ne')],
  ])('is not possible when the condition asks for %s', (_, where) => {
    expect(tallyOf(where)).toBeUndefined()
  })

  it('says which fields it reads, so that a reader who may not see one is counted apart', () => {
    const asked = tallyFor(
      {
        collection: 'library.loan',
        where: all(compare('branch', 'filled'), compareToday('dueOn', 'lt')),
        key: { kind: 'field', field: 'borrower' },
      },
      model,
      today,
    )
    expect(asked && [...fieldsRead(asked.tally)]).toEqual(['branch', 'borrower', 'dueOn'])
  })

  it('counts an entry under its day exactly when the whole condition holds', () => {
    const op = fc.constantFrom('lt', 'lte', 'gt', 'gte', 'eq' as const)
    const around = fc.integer({ min: -3, max: 3 })
    const dueOn = fc.option(
      around.map((days) => new Date(Date.UTC(2026, 10, 21 + days)).toISOString().slice(0, 10)),
      { nil: null },
    )
    fc.assert(
      fc.property(op, around, dueOn, fc.constantFrom('asked', 'lent'), (one, plus, due, state) => {
        const where = all(compare('state', 'eq', 'asked'), compareToday('dueOn', one, plus))
        const asked = tallyOf(where)
        if (!asked) throw new Error('it can be counted')
        const loan = aLoan({ state, values: { dueOn: due } })
        const scope = {
          actor: system,
          today,
          timeZone: 'Europe/Paris',
          model,
          collection: 'library.loan' as const,
          world: worldWith(loan),
        }
        const { from = '0000', to = '9999' } = asked.days ?? {}
        const counted = holds(asked.tally.where, loan, scope) && due !== null && from <= due && due <= to
        expect(counted).toBe(holds(where, loan, scope))
      }),
    )
  })
})
