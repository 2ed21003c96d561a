// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldSchema, fieldType } from './registry.ts'
import { aField, shown, verdict, verdictAt } from './testing/a-field.ts'

const day = aField('date', { min: '2020-01-01', max: '2030-12-31' })

describe('a date', () => {
  it.each([
    ['2026-09-01', '2026-09-01'],
    ['1/9/2026', '2026-09-01'],
    ['01.09.2026', '2026-09-01'],
    ['1 9 2026', '2026-09-01'],
    ['2028-02-29', '2028-02-29'],
    [{ day: '1', month: '9', year: '2026' }, '2026-09-01'],
    [{ day: 1, month: 9, year: 2026 }, '2026-09-01'],
    ['', null],
    ['2026-02-30', ['date']],
    ['29/02/2026', ['date']],
    ['31/04/2026', ['date']],
    ['2026-13-01', ['date']],
    ['1/9/26', ['date']],
    ['0026-09-01', ['date']],
    ['2026-09-01T00:00:00Z', ['date']],
    ['demain', ['date']],
    [{ day: '1', month: '9' }, ['date']],
    [20_260_901, ['date']],
    ['2019-12-31', ['min_date']],
    ['2031-01-01', ['max_date']],
  ])('%j is read as %j', (candidate, expected) => {
    expect(verdict(day, candidate)).toEqual(expected)
  })

  it('is shown in words, the first of the month as French says it', () => {
    expect(shown(day, '2026-09-01', 'fr')).toBe('1er_septembre 2026')
    expect(shown(day, '2026-09-02', 'fr')).toBe('2_septembre 2026')
    expect(shown(day, '2026-09-01', 'en')).toBe('1_September 2026')
  })

  it('is asked in one input or in three', () => {
    const { read } = fieldType(day)
    expect(verdict(day, read({ begins: ['2026-09-01'] }, 'begins', day))).toBe('2026-09-01')
    const three = { 'begins.day': ['1'], 'begins.month': ['09'], 'begins.year': ['2026'] }
    expect(verdict(day, read(three, 'begins', day))).toBe('2026-09-01')
    expect(verdict(day, read({ 'begins.day': ['1'], 'begins.year': ['2026'] }, 'begins', day))).toEqual([
      'date',
    ])
    expect(read({ 'begins.day': [''], 'begins.month': [' '] }, 'begins', day)).toBe(null)
  })
})

describe('a date limited around today', () => {
  const soon = aField('date', { min: 'today+2', max: 'today+30' })

  it.each([
    ['2026-05-03', '2026-05-03'],
    ['2026-05-31', '2026-05-31'],
    ['2026-05-02', [{ code: 'min_date', params: { min: '2026-05-03' } }]],
    ['2026-06-01', [{ code: 'max_date', params: { max: '2026-05-31' } }]],
  ])('%j given on the 1st of May 2026 is %j', (candidate, expected) => {
    expect(verdictAt(soon, candidate, '2026-05-01')).toEqual(expected)
  })

  it('is not judged until the day is known', () => {
    expect(verdict(soon, '1999-01-01')).toBe('1999-01-01')
  })

  it('may have one limit that moves and one that does not', () => {
    const past = aField('date', { min: '2000-01-01', max: 'today' })
    expect(verdictAt(past, '2026-05-01', '2026-05-01')).toBe('2026-05-01')
    expect(verdictAt(past, '2026-05-02', '2026-05-01')).toMatchObject([{ code: 'max_date' }])
    expect(verdict(past, '1999-12-31')).toEqual(['min_date'])
  })

  it.each([
    { min: 'today+3', max: 'today' },
    { min: '2026-02-01', max: '2026-01-31' },
    { min: '2026-02-30' },
    { min: 'tomorrow' },
  ])('cannot be defined by %j', (limits) => {
    const field = { type: 'date', label: { fr: 'Début', en: 'Start' }, ...limits }
    expect(fieldSchema.safeParse(field).success).toBe(false)
  })
})
