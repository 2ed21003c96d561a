// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { initialsOf } from './Avatar.tsx'

describe('the initials of a name', () => {
  it.each([
    ['Nadia Benaïssa', 'NB'],
    ['Jean-Baptiste Aubertin', 'JA'],
    ['élise courrière', 'ÉC'],
    ['Voirie', 'V'],
    ['SARL Boulangerie Peyron (12)', 'SP'],
    ['', ''],
  ])('of %j are %j', (name, initials) => {
    expect(initialsOf(name)).toBe(initials)
  })
})
