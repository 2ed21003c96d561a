// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { instantOf, midnightOf } from './days.ts'

describe('midnight', () => {
  it.each([
    ['2026-01-15', 'Europe/Paris', '2026-01-14T23:00:00.000Z'],
    ['2026-07-15', 'Europe/Paris', '2026-07-14T22:00:00.000Z'],
    ['2026-03-29', 'Europe/Paris', '2026-03-28T23:00:00.000Z'],
    ['2026-03-30', 'Europe/Paris', '2026-03-29T22:00:00.000Z'],
    ['2026-03-29', 'Pacific/Noumea', '2026-03-28T13:00:00.000Z'],
    ['2026-03-29', 'America/Cayenne', '2026-03-29T03:00:00.000Z'],
  ])('of %s in %s is %s', (day, timeZone, instant) => {
    expect(midnightOf(day, timeZone)).toBe(instant)
  })

  it('is the moment clocks jump to where they skip it', () => {
    expect(midnightOf('2018-11-04', 'America/Sao_Paulo')).toBe('2018-11-04T03:00:00.000Z')
  })
})

describe('an instant', () => {
  it.each([
    ['2026-03-29T00:00:00+01:00', '2026-03-28T23:00:00.000Z'],
    ['2026-03-29T00:00Z', '2026-03-29T00:00:00.000Z'],
    ['2026-03-29T00:00:00.5Z', '2026-03-29T00:00:00.500Z'],
  ])('%s is written %s', (text, instant) => {
    expect(instantOf(text)).toBe(instant)
  })

  it.each([
    '2026-03-29',
    '2026-03-29T00:00:00',
    '2026-13-01T00:00:00Z',
    'yesterday',
    '+012026-01-01T00:00:00Z',
  ])('%s is none', (text) => {
    expect(instantOf(text)).toBeUndefined()
  })
})
