// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { frenchSpaces } from './typography.ts'

describe('French spaces', () => {
  it.each([
    ['Où en est ma demande ?', 'Où en est ma demande\u202F?'],
    ['Attention : « Bonjour »', 'Attention\u00A0: «\u00A0Bonjour\u00A0»'],
    ['Ouvert de 8 h 30 à 17 h', 'Ouvert de 8\u00A0h\u00A030 à 17\u00A0h'],
    ['1 234 567 € et 20 %', '1\u202F234\u202F567\u00A0€ et 20\u202F%'],
    ['10 Mo au plus', '10\u00A0Mo au plus'],
    ['https://plassans.example/a?b=c:d', 'https://plassans.example/a?b=c:d'],
    ['le 18 novembre 2026', 'le 18 novembre 2026'],
    ['Votre demande {{ a ? b : c }} : reçue', 'Votre demande {{ a ? b : c }}\u00A0: reçue'],
  ])('writes « %s » with the spaces that hold a sign to its word', (typed, shown) => {
    expect(frenchSpaces(typed)).toBe(shown)
  })

  it('changes nothing the second time', () => {
    const piece = fc.constantFrom('a', ' ', '?', ':', '«', '»', '!', '1', '234', '{{', '}}', 'h', '€', '\n')
    fc.assert(
      fc.property(fc.array(piece), (pieces) => {
        const once = frenchSpaces(pieces.join(''))
        expect(frenchSpaces(once)).toBe(once)
      }),
    )
  })
})
