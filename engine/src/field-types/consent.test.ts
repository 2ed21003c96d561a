// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldType } from './registry.ts'
import { aField, shown, verdict, verdictAt } from './testing/a-field.ts'

const consent = aField('consent', { text: { fr: 'J’accepte.', en: 'I accept.' } })
const given = { accepted: true, at: '2026-05-01T10:00:00.000Z' }

describe('a consent', () => {
  it.each([
    ['yes', { accepted: true }],
    ['on', { accepted: true }],
    [true, { accepted: true }],
    [given, given],
    [{ accepted: true, at: 'hier' }, { accepted: true }],
    [false, null],
    ['no', null],
    ['', null],
    [{ accepted: false, at: given.at }, null],
    [{}, null],
    ['peut-être', ['boolean']],
    [{ accepted: 12 }, ['boolean']],
    [12, ['boolean']],
  ])('%j is %j', (candidate, expected) => {
    expect(verdict(consent, candidate)).toEqual(expected)
  })

  it('is dated when it is given, whatever date is sent with it', () => {
    expect(verdictAt(consent, { accepted: true, at: '2001-01-01T00:00:00.000Z' }, '2026-05-01')).toEqual(
      given,
    )
    const form = { terms: ['yes'], 'terms.at': ['2001-01-01T00:00:00.000Z'] }
    expect(verdict(consent, fieldType(consent).read(form, 'terms', consent))).toEqual({ accepted: true })
  })

  it('is shown with its date', () => {
    expect(shown(consent, given, 'fr')).toBe('Consentement donné le 1er_mai 2026 à 12_h')
    expect(shown(consent, { accepted: true }, 'en')).toBe('Consent given')
  })
})

describe('yes or no', () => {
  const answer = aField('boolean')

  it.each([
    ['yes', true],
    ['non', false],
    ['VRAI', true],
    ['0', false],
    [true, true],
    [false, false],
    ['', null],
    ['peut-être', ['boolean']],
    [1, ['boolean']],
  ])('%j is %j', (candidate, expected) => {
    expect(verdict(answer, candidate)).toEqual(expected)
  })

  it('is shown as a word', () => {
    expect([shown(answer, true, 'fr'), shown(answer, false, 'en')]).toEqual(['Oui', 'No'])
  })
})
