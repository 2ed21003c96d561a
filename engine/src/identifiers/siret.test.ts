// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { isSiren, isSiret } from './siret.ts'

describe('a SIREN', () => {
  it.each(['732829320', '784301772', '356000000'])('%s is one', (siren) => {
    expect(isSiren(siren)).toBe(true)
  })

  it.each(['732829321', '723829320', '73282932', '7328293200', '000000000', '73282932A', ''])(
    '%j is not',
    (siren) => {
      expect(isSiren(siren)).toBe(false)
    },
  )
})

describe('a SIRET', () => {
  it.each(['78430177200025', '19911948800013', '35600000000048'])('%s is one', (siret) => {
    expect(isSiret(siret)).toBe(true)
  })

  it('of La Poste is one when its digits add up to a multiple of five', () => {
    expect(isSiret('35600000049837')).toBe(true)
    expect(isSiret('35600000049838')).toBe(false)
  })

  it('of anybody else is not', () => {
    expect(isSiret('78430177200034')).toBe(false)
  })

  it.each(['78430177200026', '784301772', '7843017720002A', '78430277200025'])('%s is not one', (siret) => {
    expect(isSiret(siret)).toBe(false)
  })
})
