// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fold } from './fold.ts'

describe('folding a text', () => {
  it.each([
    ['Élève', 'eleve'],
    ['ÇA ET LÀ', 'ca et la'],
    ['Cœur d’Ægir', 'coeur d’aegir'],
    ['e\u0301te\u0301', 'ete'],
    ['İstanbul', 'istanbul'],
    ['nid-de-poule n° 12', 'nid-de-poule n° 12'],
    ['', ''],
  ])('reads %j as %j', (text, folded) => {
    expect(fold(text)).toBe(folded)
  })

  it('changes nothing in a text already folded', () => {
    expect(fold(fold('ŒUVRE Ébahie'))).toBe(fold('ŒUVRE Ébahie'))
  })
})
