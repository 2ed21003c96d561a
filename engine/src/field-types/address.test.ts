// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldType } from './registry.ts'
import { aField, shown, verdict } from './testing/a-field.ts'

const address = aField('address')
const found = {
  label: '12 Rue des Lilas 13100 Plassans',
  housenumber: '12',
  street: 'Rue des Lilas',
  postcode: '13100',
  city: 'Plassans',
  citycode: '13001',
  context: '13, Bouches-du-Rhône',
  coordinates: { lon: 5.447427, lat: 43.529742 },
}

describe('an address', () => {
  it.each([
    ['found in the base', found, found],
    ['typed freely', '12 rue des Lilas, Plassans', { label: '12 rue des Lilas, Plassans' }],
    ['with a label only', { label: ' 12 rue des Lilas ' }, { label: '12 rue des Lilas' }],
    [
      'asked part by part',
      { housenumber: '12', street: 'rue des Lilas', postcode: '13100', city: 'Plassans' },
      {
        label: '12 rue des Lilas, 13100 Plassans',
        housenumber: '12',
        street: 'rue des Lilas',
        postcode: '13100',
        city: 'Plassans',
      },
    ],
    [
      'of a commune of Corsica',
      { label: 'Ajaccio', citycode: '2A004' },
      { label: 'Ajaccio', citycode: '2A004' },
    ],
    ['in Luxembourg', { label: 'Wiltz', postcode: 'L-9516' }, { label: 'Wiltz', postcode: 'L-9516' }],
    ['with parts that nobody knows', { label: 'Plassans', mood: 'good' }, { label: 'Plassans' }],
    ['of empty parts', { label: ' ', city: '' }, null],
    ['that is blank', '', null],
    ['with a wrong postcode', { ...found, postcode: '1310O' }, ['postcode: postcode']],
    ['with a wrong code of commune', { ...found, citycode: '2C004' }, ['citycode: citycode']],
    ['out of the world', { ...found, coordinates: { lon: 5, lat: 143 } }, ['coordinates: geo_point']],
    ['with a part that is no text', { ...found, city: 12 }, ['city: not_a_text']],
    ['too long', 'a'.repeat(251), ['label: too_long']],
    ['that is a list', ['Plassans'], ['address']],
  ])('%s', (_, candidate, expected) => {
    expect(verdict(address, candidate)).toEqual(expected)
  })

  it('must have been found in the base when the field is strict', () => {
    const strict = aField('address', { strict: true })
    expect(verdict(strict, found)).toEqual(found)
    expect(verdict(strict, '12 rue des Lilas')).toEqual(['address_not_found'])
  })

  it('is read from a form with a label alone', () => {
    expect(
      verdict(address, fieldType(address).read({ 'place.label': ['Plassans'] }, 'place', address)),
    ).toEqual({
      label: 'Plassans',
    })
  })

  it('is shown, found and exported by its label', () => {
    const { fromCell, searchText, toCell } = fieldType(address)
    expect(shown(address, found, 'fr')).toBe('12 Rue des Lilas 13100 Plassans')
    expect(searchText?.(found, address)).toBe('12 Rue des Lilas 13100 Plassans 13100 Plassans')
    expect(toCell({ label: 'Plassans' }, address)).toBe('Plassans')
    const odd = { label: '{"label":"Plassans"}' }
    expect(verdict(address, fromCell(toCell(odd, address), address))).toEqual(odd)
  })
})
