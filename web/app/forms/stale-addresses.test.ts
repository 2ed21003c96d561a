// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { withoutStaleAddresses } from './stale-addresses.ts'

const found = {
  'place.label': ['12 rue de la Banne, Plassans'],
  'place.postcode': ['99120'],
  'place._found': ['12 rue de la Banne, Plassans'],
  subject: ['Lampadaire'],
}

describe('an address sent back', () => {
  it('keeps what was found for it when its line is the same', () => {
    expect(withoutStaleAddresses(found)).toEqual({
      'place.label': ['12 rue de la Banne, Plassans'],
      'place.postcode': ['99120'],
      subject: ['Lampadaire'],
    })
  })

  it('loses it when its line was changed or emptied', () => {
    expect(withoutStaleAddresses({ ...found, 'place.label': ['14 rue Balaine'] })).toEqual({
      'place.label': ['14 rue Balaine'],
      subject: ['Lampadaire'],
    })
    expect(withoutStaleAddresses({ ...found, 'place.label': [''] })).not.toHaveProperty('place.postcode')
  })

  it('does not touch the address of another item of the group', () => {
    const two = {
      'homes.0.place.label': ['changed'],
      'homes.0.place._found': ['before'],
      'homes.0.place.city': ['Plassans'],
      'homes.1.place.label': ['kept'],
      'homes.1.place._found': ['kept'],
      'homes.1.place.city': ['Lourmel'],
    }
    expect(Object.keys(withoutStaleAddresses(two))).toEqual([
      'homes.0.place.label',
      'homes.1.place.label',
      'homes.1.place.city',
    ])
  })
})
