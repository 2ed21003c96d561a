// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import type { Collection } from '../collection/collection.ts'
import { checkCondition } from '../condition/check-condition.ts'
import { compare, compareActor } from '../condition/condition.ts'
import { modelOf } from '../solution/model.ts'
import { library } from '../solution/testing/library.ts'
import { filterCondition, filterDays, filterKind } from './filter.ts'

const loan = library.collections['loan'] as Collection
const conditionOf = (key: string, ...values: string[]) => filterCondition(loan, key, values, 'Europe/Paris')
const branch = '01900000-0000-7000-8000-000000000001'

describe('a filter of a view', () => {
  it.each([
    ['kind', 'options'],
    ['branch', 'reference'],
    ['isMinor', 'boolean'],
    ['createdAt', 'days'],
    ['book', undefined],
    ['place', undefined],
    ['advice', undefined],
    ['constructor', undefined],
  ])('on %s offers %s', (key, kind) => {
    expect(filterKind(loan, key)).toBe(kind)
  })

  it('keeps the values that the field can have, as alternatives', () => {
    expect(conditionOf('kind', 'book')).toEqual(compare('kind', 'eq', 'book'))
    expect(conditionOf('kind', 'book', 'scroll')).toEqual(compare('kind', 'eq', 'book'))
    expect(conditionOf('kind', 'book', 'none')).toEqual({
      kind: 'any',
      parts: [compare('kind', 'eq', 'book'), compare('kind', 'empty')],
    })
  })

  it('asks for oneself, for nobody, or for one entry', () => {
    expect(conditionOf('branch', 'me')).toEqual(compareActor('branch', 'eq', 'me'))
    expect(conditionOf('branch', 'none')).toEqual(compare('branch', 'empty'))
    expect(conditionOf('branch', branch)).toEqual(compare('branch', 'eq', branch))
  })

  it.each([
    ['kind', 'scroll'],
    ['branch', 'constructor'],
    ['isMinor', 'maybe'],
    ['createdAt', '30 février'],
    ['createdAt', '2026-02-30..'],
    ['book', 'Germinal'],
  ])('on %s is nothing for %s', (key, value) => {
    expect(conditionOf(key, value)).toBeUndefined()
  })

  it('takes days at the place of the body, both included', () => {
    expect(conditionOf('createdAt', '2026-11-01..2026-11-30')).toEqual({
      kind: 'all',
      parts: [
        compare('createdAt', 'gte', '2026-10-31T23:00:00.000Z'),
        compare('createdAt', 'lt', '2026-11-30T23:00:00.000Z'),
      ],
    })
  })

  it('is a condition that both readers understand', () => {
    const model = modelOf([library])
    for (const [key, value] of [
      ['kind', 'film'],
      ['branch', 'me'],
      ['branch', branch],
      ['isMinor', 'true'],
      ['createdAt', '..2026-11-30'],
      ['closedAt', 'none'],
    ] as const) {
      const condition = conditionOf(key, value)
      expect(condition && checkCondition(condition, { model, collection: 'library.loan' })).toEqual([])
    }
  })
})

describe('the days of a filter', () => {
  it('are one day, or from one to another, either end open', () => {
    expect(filterDays('2026-11-21')).toEqual({ from: '2026-11-21', to: '2026-11-21' })
    expect(filterDays('2026-11-01..')).toEqual({ from: '2026-11-01' })
    expect(filterDays('..2026-11-30')).toEqual({ to: '2026-11-30' })
    expect(filterDays('..')).toBeUndefined()
  })
})
