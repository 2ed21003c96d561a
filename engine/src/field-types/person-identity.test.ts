// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { aField, shown, verdict, verdictAt } from './testing/a-field.ts'

const named = aField('person_identity')
const pupil = aField('person_identity', { civility: 'optional', birthDate: 'required' })
const lea = { firstName: 'Léa', lastName: 'Vidal' }
const born = { ...lea, birthDate: '2012-05-01' }

describe('a person’s identity', () => {
  it.each([
    ['is a first and a last name', named, { firstName: ' Léa ', lastName: 'Vidal' }, lea],
    ['drops what is not asked', named, { ...born, civility: 'mme' }, lea],
    ['keeps what is asked', pupil, { ...born, civility: 'mme' }, { ...born, civility: 'mme' }],
    [
      'takes the date as a form gives it',
      pupil,
      { ...lea, birthDate: { day: '1', month: '5', year: '2012' } },
      born,
    ],
    ['may leave out what is optional', pupil, born, born],
    ['is empty when its parts are', pupil, { firstName: '', lastName: ' ' }, null],
    ['is empty when absent', pupil, null, null],
    [
      'names each part that is missing',
      pupil,
      { firstName: 'Léa' },
      ['lastName: required', 'birthDate: required'],
    ],
    [
      'names each part that is wrong',
      pupil,
      { ...lea, birthDate: '2012-02-30', civility: 'dr' },
      ['civility: civility', 'birthDate: date'],
    ],
    ['refuses a name that is no text', named, { firstName: 1, lastName: 'Vidal' }, ['firstName: not_a_text']],
    [
      'refuses a name too long',
      named,
      { firstName: 'a'.repeat(101), lastName: 'Vidal' },
      ['firstName: too_long'],
    ],
    ['refuses a text', named, 'Léa Vidal', ['person']],
  ])('%s', (_, field, candidate, expected) => {
    expect(verdict(field, candidate)).toEqual(expected)
  })

  it('is not born after today', () => {
    expect(verdictAt(pupil, born, '2012-05-01')).toEqual(born)
    expect(verdictAt(pupil, born, '2012-04-30')).toEqual([{ code: 'date_in_future' }])
  })

  it('is shown with what is known', () => {
    expect(shown(named, lea, 'fr')).toBe('Léa Vidal')
    expect(shown(pupil, born, 'fr')).toBe('Léa Vidal, né(e) le 1er_mai 2012')
    expect(shown(pupil, { ...born, civility: 'mme' }, 'fr')).toBe('Mme Léa Vidal, née le 1er_mai 2012')
    expect(shown(pupil, { ...born, civility: 'm' }, 'en')).toBe('Mr Léa Vidal, born on 1_May 2012')
  })
})
