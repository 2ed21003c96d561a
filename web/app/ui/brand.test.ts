// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { brandShades, brandStyle, contrast } from './brand.ts'

const aColour = () =>
  fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`)

describe('the shades of a tenant', () => {
  it('keep a colour that is dark enough', () => {
    expect(brandShades('#0b4f6c').brand).toBe('#0b4f6c')
  })

  it('are close to the ones drawn for petrol', () => {
    expect(brandShades('#0b4f6c')).toEqual({
      ink: '#063042',
      hover: '#003d56',
      brand: '#0b4f6c',
      mid: '#3d7998',
      line: '#b4cedd',
      tint: '#dcebf5',
      soft: '#edf5f9',
    })
  })

  it('darken a yellow until text reads on it and in it', () => {
    const { brand, tint } = brandShades('#ffd400')
    expect(contrast(brand, '#ffffff')).toBeGreaterThanOrEqual(4.5)
    expect(contrast(brand, tint)).toBeGreaterThanOrEqual(4.5)
  })

  it('are readable whatever the colour', () => {
    fc.assert(
      fc.property(aColour(), (colour) => {
        const { ink, hover, brand, mid, tint, soft } = brandShades(colour)
        for (const ground of ['#ffffff', '#f1f4f6', tint, soft])
          expect(contrast(brand, ground)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(hover, tint)).toBeGreaterThanOrEqual(4.5)
        expect(contrast(ink, '#dbe7ee')).toBeGreaterThanOrEqual(7)
        expect(contrast(mid, '#ffffff')).toBeGreaterThanOrEqual(3)
      }),
    )
  })

  it.each(['petrol', '#fff', 'red;}body{display:none', ''])('refuse what is not a colour: %j', (text) => {
    expect(() => brandStyle(text)).toThrow('Not a colour')
  })
})
