// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldSchema } from './registry.ts'
import { aField, shown, verdict } from './testing/a-field.ts'

const number = aField('number', { min: -10, max: 2_000_000, decimals: 4, unit: { fr: 'kg', en: 'kg' } })
const integer = aField('integer', { min: 0 })

describe('a number', () => {
  it.each([
    ['12', 12],
    ['12,5', 12.5],
    ['12.5', 12.5],
    ['1 234,5', 1234.5],
    ['1\u202f234\u00a0567', 1_234_567],
    ["1'234.50", 1234.5],
    ['1.234,5', 1234.5],
    ['1,234.5', 1234.5],
    ['-3', -3],
    ['−3', -3],
    ['+3', 3],
    [',5', 0.5],
    ['007', 7],
    ['-0', 0],
    [-0, 0],
    [12.5, 12.5],
    ['', null],
    [null, null],
    ['douze', ['number']],
    ['12 34', ['number']],
    ['1,2,3', ['number']],
    ['1e3', ['number']],
    ['.', ['number']],
    ['-', ['number']],
    [Number.NaN, ['number']],
    [Infinity, ['number']],
    [true, ['number']],
    [{}, ['number']],
    ['1,23456', ['decimals']],
    ['-10,5', ['min']],
    ['2000000,1', ['max']],
  ])('%j is read as %j', (candidate, expected) => {
    expect(verdict(number, candidate)).toEqual(expected)
  })

  it('is refused rather than rounded when it has more figures than a number holds', () => {
    const free = aField('number')
    expect(verdict(free, '0,1234567890123')).toEqual(['too_precise'])
    expect(verdict(free, '1234567890123456')).toEqual(['too_precise'])
    expect(verdict(free, 0.1 + 0.2)).toEqual(['too_precise'])
    expect(verdict(free, 1e-7)).toBe(1e-7)
    expect(verdict(free, 1e21)).toEqual(['number'])
  })

  it('is shown with its unit, in the habits of the language', () => {
    expect(shown(number, 1234.5, 'fr')).toBe('1_234,5_kg')
    expect(shown(number, 1234.5, 'en')).toBe('1,234.5_kg')
  })

  it('cannot be defined with limits in the wrong order', () => {
    const field = { type: 'number', label: { fr: 'Poids', en: 'Weight' }, min: 2, max: 1 }
    expect(fieldSchema.safeParse(field).success).toBe(false)
  })
})

describe('a whole number', () => {
  it.each([
    ['12', 12],
    ['1 200', 1200],
    ['12,0', 12],
    [9_007_199_254_740, 9_007_199_254_740],
    ['12,5', ['integer']],
    [12.5, ['integer']],
    ['-1', ['min']],
    ['9007199254740993', ['too_precise']],
    ['beaucoup', ['number']],
  ])('%j is read as %j', (candidate, expected) => {
    expect(verdict(integer, candidate)).toEqual(expected)
  })

  it('is shown in threes', () => {
    expect(shown(integer, 12_345, 'fr')).toBe('12_345')
    expect(shown(integer, 12_345, 'en')).toBe('12,345')
  })
})
