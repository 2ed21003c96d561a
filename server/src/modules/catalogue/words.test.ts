// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { likeness, searchWords, stem } from './words.ts'

describe('the words of a search', () => {
  it.each([
    ['Mon lampadaire est éteint !', ['lampadair', 'eteint']],
    ['ACTES de naissance', ['acte', 'naissanc']],
    ['travaux', ['traval']],
    ['S’inscrire à l’école', ['inscrir', 'ecol']],
    ['nid-de-poule', ['nid', 'poul']],
    ['à la', []],
  ])('%j → %j', (text, words) => {
    expect(searchWords(text)).toEqual(words)
  })

  it.each([
    ['journaux', 'journal'],
    ['éteinte', 'éteint'],
    ['permis', 'permi'],
    ['rues', 'rue'],
    ['employées', 'employée'],
  ])('%j and %j have one stem', (a, b) => {
    expect(searchWords(a)).toEqual(searchWords(b))
  })

  it('are never stemmed to nothing', () => {
    fc.assert(fc.property(fc.stringMatching(/^[a-z]{1,12}$/), (word) => stem(word).length > 0))
  })
})

describe('how well a typed word names another', () => {
  it.each([
    ['cantin', 'cantin', 1],
    ['can', 'cantin', 0.7],
    ['ca', 'cantin', 0],
    ['cantni', 'cantin', 0],
    ['cantim', 'cantin', 0.5],
    ['catin', 'cantin', 0.5],
    ['canttin', 'cantin', 0.5],
    ['parc', 'parl', 0],
  ])('%j for %j: %d', (typed, word, expected) => {
    expect(likeness(typed, word)).toBe(expected)
  })
})
