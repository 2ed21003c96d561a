// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldType } from './registry.ts'
import { aField, shown, verdict } from './testing/a-field.ts'

const computed = (result: string) => aField('computed', { expression: 'weeks * 2', result })

describe('a computed value', () => {
  it.each([
    ['text', 'deux', 'deux', 'text'],
    ['number', 2.5, 2.5, 'numeric'],
    ['boolean', false, false, 'boolean'],
    ['date', '2026-09-01', '2026-09-01', 'date'],
    ['number', 'deux', ['number'], 'numeric'],
    ['boolean', 'peut-être', ['boolean'], 'boolean'],
    ['date', '2026-02-30', ['date'], 'date'],
    ['text', 2, ['not_a_text'], 'text'],
  ])('of type %s: %j is %j, in a column of type %s', (result, candidate, expected, sql) => {
    const field = computed(result)
    expect(verdict(field, candidate)).toEqual(expected)
    expect(fieldType(field).column(field)).toEqual({ sql })
  })

  it('is never read from a form', () => {
    const field = computed('number')
    expect(fieldType(field).read({ total: ['12'] }, 'total', field)).toBe(null)
  })

  it('is shown as its result is', () => {
    expect(shown(computed('date'), '2026-09-01', 'fr')).toBe('1er_septembre 2026')
    expect(shown(computed('number'), 1234.5, 'fr')).toBe('1_234,5')
    expect(shown(computed('boolean'), true, 'en')).toBe('Yes')
    expect(shown(computed('text'), 'deux', 'fr')).toBe('deux')
  })
})
