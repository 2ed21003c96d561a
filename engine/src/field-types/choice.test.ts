// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldSchema, fieldType } from './registry.ts'
import { aField, shown, verdict } from './testing/a-field.ts'

const options = [
  { value: 'road', label: { fr: 'Voirie', en: 'Roads' } },
  { value: 'light', label: { fr: 'Éclairage', en: 'Lighting' } },
  { value: '2026-2027', label: { fr: 'Année à venir', en: 'Next year' } },
]
const choice = aField('choice', { options })
const choices = aField('choices', { options, minChoices: 1, maxChoices: 2 })

describe('a choice', () => {
  it.each([
    ['road', 'road'],
    [' light ', 'light'],
    ['', null],
    ['water', ['choice']],
    ['Voirie', ['choice']],
    ['__proto__', ['choice']],
    [1, ['choice']],
  ])('%j is %j', (candidate, expected) => {
    expect(verdict(choice, candidate)).toEqual(expected)
  })

  it('is shown in words, or by its key when the option has gone', () => {
    expect(shown(choice, 'light', 'fr')).toBe('Éclairage')
    expect(shown(choice, 'light', 'en')).toBe('Lighting')
    expect(shown(choice, 'water', 'fr')).toBe('water')
  })

  it('is imported by its key or by its label in either language', () => {
    const { fromCell } = fieldType(choice)
    expect(['road', 'éclairage', 'Lighting', 'Eau'].map((cell) => fromCell(cell, choice))).toEqual([
      'road',
      'light',
      'light',
      'Eau',
    ])
  })

  it('cannot be defined with two options of one key, nor without options', () => {
    const field = { type: 'choice', label: { fr: 'Objet', en: 'Subject' } }
    expect(fieldSchema.safeParse({ ...field, options: [options[0], options[0]] }).success).toBe(false)
    expect(fieldSchema.safeParse({ ...field, options: [] }).success).toBe(false)
    expect(fieldSchema.safeParse({ ...field, options: [{ ...options[0], value: 'a; b' }] }).success).toBe(
      false,
    )
  })
})

describe('several choices', () => {
  it.each([
    [
      ['light', 'road'],
      ['road', 'light'],
    ],
    [['road', 'road'], ['road']],
    ['road', ['road']],
    [[], null],
    [[''], null],
    [['road', 'water'], ['choice']],
    [['road', 'light', '2026-2027'], ['max_choices']],
    [[1], ['not_a_list']],
    [{ 0: 'road' }, ['not_a_list']],
  ])('%j is %j', (candidate, expected) => {
    expect(verdict(choices, candidate)).toEqual(expected)
  })

  it('are refused below their minimum', () => {
    expect(verdict(aField('choices', { options, minChoices: 2 }), ['road'])).toEqual(['min_choices'])
  })

  it('are shown and imported as lists', () => {
    expect(shown(choices, ['road', 'light'], 'fr')).toBe('Voirie, Éclairage')
    expect(verdict(choices, fieldType(choices).fromCell('Éclairage ; road', choices))).toEqual([
      'road',
      'light',
    ])
  })
})
