// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldType } from './registry.ts'
import { aField, shown, verdict } from './testing/a-field.ts'

const amount = aField('money', { minCents: 0, maxCents: 10_000_000 })

describe('an amount', () => {
  it.each([
    ['1 234,50', 123_450],
    ['1\u202f234,5 €', 123_450],
    ['1234.50', 123_450],
    ['€12', 1200],
    ['12 EUR', 1200],
    ['0,07', 7],
    [123_450, 123_450],
    ['', null],
    ['12,345', ['decimals']],
    ['cher', ['amount']],
    [12.5, ['amount']],
    [2 ** 60, ['amount']],
    ['-1', ['min_amount']],
    ['100 000,01', ['max_amount']],
  ])('%j is %j cents', (candidate, expected) => {
    expect(verdict(amount, candidate)).toEqual(expected)
  })

  it('is shown in its currency', () => {
    expect(shown(amount, 123_450, 'fr')).toBe('1_234,50_€')
    expect(shown(amount, 123_450, 'en')).toBe('€1,234.50')
    expect(shown(aField('money', { currency: 'CHF' }), 5000, 'fr')).toBe('50,00_CHF')
  })

  it('is written exactly, however large', () => {
    const free = aField('money')
    const { toCell } = fieldType(free)
    expect(toCell(Number.MAX_SAFE_INTEGER, free)).toBe('90071992547409.91')
    expect(toCell(-5, free)).toBe('-0.05')
  })
})
