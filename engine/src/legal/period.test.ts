// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addMonths, daysBetween, endOfPeriod } from './period.ts'

describe('the end of a period', () => {
  it.each([
    ['2026-11-21', { months: 2 }, '2027-01-21'],
    ['2026-12-31', { months: 2 }, '2027-02-28'],
    ['2027-12-31', { months: 2 }, '2028-02-29'],
    ['2026-01-31', { months: 1 }, '2026-02-28'],
    ['2026-02-28', { months: 1 }, '2026-03-28'],
    ['2026-08-31', { months: 1 }, '2026-09-30'],
    ['2026-11-21', { days: 15 }, '2026-12-06'],
    ['2026-03-28', { days: 1 }, '2026-03-29'],
  ])('from %s lasting %j is %s', (day, period, end) => {
    expect(endOfPeriod(day, period)).toBe(end)
  })

  it('never falls in another month than the one counted', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true }),
        fc.integer({ min: 1, max: 36 }),
        (at, months) => {
          const day = at.toISOString().slice(0, 10)
          const end = addMonths(day, months)
          const monthOf = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7))
          expect(monthOf(end) - monthOf(day)).toBe(months)
          expect(Number(end.slice(8))).toBeLessThanOrEqual(Number(day.slice(8)))
        },
      ),
    )
  })

  it('counts days across the changes of the clocks as whole days', () => {
    expect(daysBetween('2026-03-28', '2026-03-30')).toBe(2)
    expect(daysBetween('2026-10-24', '2026-10-26')).toBe(2)
  })
})
