// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { aField, shown, verdict } from './testing/a-field.ts'

const point = aField('geo_point')
const plassans = { lon: 5.447427, lat: 43.529742 }

describe('a point on the map', () => {
  it.each([
    [plassans, plassans],
    [{ lon: '5,447427', lat: '43,529742' }, plassans],
    ['43.529742, 5.447427', plassans],
    ['43.529742,5.447427', plassans],
    ['43,529742 ; 5,447427', plassans],
    [{ lon: 5.4474274, lat: 43.5297416 }, plassans],
    [
      { lon: -0.000_000_1, lat: 0 },
      { lon: 0, lat: 0 },
    ],
    ['', null],
    [{ lon: '', lat: ' ' }, null],
    [{ lon: 5, lat: '' }, ['geo_point']],
    [{ lon: 5, lat: 91 }, ['geo_point']],
    [{ lon: 181, lat: 43 }, ['geo_point']],
    ['Plassans', ['geo_point']],
    ['43,5', ['geo_point']],
    [12, ['geo_point']],
  ])('%j is %j', (candidate, expected) => {
    expect(verdict(point, candidate)).toEqual(expected)
  })

  it('is shown latitude first', () => {
    expect(shown(point, { lon: -1.5, lat: 43.5 }, 'fr')).toBe('43,5° N, 1,5° O')
    expect(shown(point, { lon: 5.4, lat: -21 }, 'en')).toBe('21° S, 5.4° E')
  })
})
