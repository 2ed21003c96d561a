// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { dateWords } from './dates.ts'

const now = new Date('2026-11-20T09:00:00Z')
const french = dateWords('fr', 'Europe/Paris', now)
const english = dateWords('en', 'Europe/Paris', now)

describe('a date in words', () => {
  it.each([
    ['2026-11-20T07:12:00Z', 'aujourd’hui, 8\u00a0h\u00a012', 'today, 08:12'],
    ['2026-11-19T15:05:00Z', 'hier, 16\u00a0h\u00a005', 'yesterday, 16:05'],
    ['2026-11-18T08:00:00Z', 'mercredi 18 novembre, 9\u00a0h', 'Wednesday 18 November, 09:00'],
    ['2025-12-01T08:30:00Z', 'lundi 1er décembre 2025, 9\u00a0h\u00a030', 'Monday 1 December 2025, 09:30'],
  ])('says %s as people do', (at, fr, en) => {
    expect(french.moment(new Date(at)).text).toBe(fr)
    expect(english.moment(new Date(at)).text).toBe(en)
  })

  it('counts days by the calendar of the body, not by 24 hours', () => {
    expect(french.daysSince(new Date('2026-11-19T22:59:00Z'))).toBe(1)
    expect(french.daysSince(new Date('2026-11-19T23:01:00Z'))).toBe(0)
    expect(dateWords('fr', 'America/Martinique', now).daysSince(new Date('2026-11-19T23:01:00Z'))).toBe(1)
  })

  it('leaves the year out of a short date of this year only', () => {
    expect(french.shortDay(new Date('2026-11-09T12:00:00Z'))).toBe('9 nov.')
    expect(french.shortDay(new Date('2025-11-09T12:00:00Z'))).toBe('9 nov. 2025')
  })
})
