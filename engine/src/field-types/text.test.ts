// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldSchema } from './registry.ts'
import { aField, verdict } from './testing/a-field.ts'

const text = aField('text', { maxLength: 12, minLength: 3 })
const longText = aField('long_text', { maxLength: 20 })
const plate = aField('text', {
  pattern: {
    regex: '[A-Z]{2}-\\d{3}-[A-Z]{2}',
    message: { fr: 'Comme AB-123-CD.', en: 'Such as AB-123-CD.' },
  },
})

describe('a text', () => {
  it.each([
    ['is trimmed', '  rue Basse \u00a0', 'rue Basse'],
    ['is composed, so that equal words are equal', 'Ele\u0301onore', 'Eléonore'],
    ['loses line ends and tabs', 'rue\r\n\tBasse', 'rue Basse'],
    ['loses control and invisible characters', 'r\u0000u\u200be\u202e', 'rue'],
    ['keeps joined emoji', '👩‍🌾 x', '👩‍🌾 x'],
    ['has no lone half of a character, which PostgreSQL refuses', 'abc\ud800', 'abc\ufffd'],
    ['counts an emoji as one character', '🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂', '🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂🙂'],
    ['is empty when made of spaces', ' \u200b ', null],
    ['is empty when absent', undefined, null],
    ['is refused when too long', 'rue de la Fontaine', ['too_long']],
    ['is refused when too short', 'ru', ['too_short']],
    ['is refused when it is a number', 12, ['not_a_text']],
    ['is refused when it is a list', ['rue'], ['not_a_text']],
  ])('%s', (_, candidate, expected) => {
    expect(verdict(text, candidate)).toEqual(expected)
  })

  it('must match the whole of its pattern, and is refused in the words of the administrator', () => {
    expect(verdict(plate, 'AB-123-CD')).toBe('AB-123-CD')
    expect(verdict(plate, 'xAB-123-CDx')).toEqual(['pattern'])
  })

  it.each([
    ['a pattern that is not one', { pattern: { regex: '(', message: { fr: 'x', en: 'x' } } }],
    ['a pattern that may never end', { pattern: { regex: '(a+)+', message: { fr: 'x', en: 'x' } } }],
    [
      'a pattern on a very long text',
      { maxLength: 900, pattern: { regex: 'a', message: { fr: 'x', en: 'x' } } },
    ],
    ['limits in the wrong order', { minLength: 5, maxLength: 4 }],
    ['a setting that does not exist', { maxlength: 5 }],
    ['one language only', { help: { fr: 'Aide' } }],
  ])('cannot be defined with %s', (_, settings) => {
    const field = { type: 'text', label: { fr: 'Nom', en: 'Name' }, ...settings }
    expect(fieldSchema.safeParse(field).success).toBe(false)
  })
})

describe('a long text', () => {
  it('keeps its lines, ended by LF', () => {
    expect(verdict(longText, 'un\r\ndeux\rtrois\u2028quatre\n')).toBe('un\ndeux\ntrois\nquatre')
  })

  it('is refused when too long', () => {
    expect(verdict(longText, 'a'.repeat(21))).toEqual(['too_long'])
  })
})
