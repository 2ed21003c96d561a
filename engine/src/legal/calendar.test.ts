// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import {
  easterOf,
  type HolidayCalendar,
  holidayCalendar,
  isHoliday,
  isWorkingDay,
  workingDayFrom,
} from './calendar.ts'

describe('Easter', () => {
  it.each([
    ['1961-04-02'],
    ['1981-04-19'],
    ['2000-04-23'],
    ['2008-03-23'],
    ['2011-04-24'],
    ['2024-03-31'],
    ['2025-04-20'],
    ['2026-04-05'],
    ['2027-03-28'],
    ['2038-04-25'],
  ])('is on %s', (day) => {
    expect(easterOf(Number(day.slice(0, 4)))).toBe(day)
  })

  it('is a Sunday between 22 March and 25 April, any year', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1583, max: 4099 }), (year) => {
        const easter = easterOf(year)
        expect(new Date(`${easter}T00:00:00Z`).getUTCDay()).toBe(0)
        expect(easter.slice(5) >= '03-22' && easter.slice(5) <= '04-25').toBe(true)
      }),
    )
  })
})

describe('public holidays', () => {
  const of = (year: number, calendar: HolidayCalendar) =>
    Array.from({ length: 366 }, (_, at) => new Date(Date.UTC(year, 0, 1 + at)).toISOString().slice(0, 10))
      .filter((day) => day.startsWith(String(year)) && isHoliday(day, calendar))
      .map((day) => day.slice(5))

  it.each([
    ['FR', '01-01 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25'],
    ['FR-AM', '01-01 04-03 04-06 05-01 05-08 05-14 05-25 07-14 08-15 11-01 11-11 12-25 12-26'],
    ['BE', '01-01 04-06 05-01 05-14 05-25 07-21 08-15 11-01 11-11 12-25'],
    ['LU', '01-01 04-06 05-01 05-09 05-14 05-25 06-23 08-15 11-01 12-25 12-26'],
    ['CH', '01-01 05-14 08-01 12-25'],
  ] as const)('of %s in 2026', (calendar, days) => {
    expect(of(2026, calendar).join(' ')).toBe(days)
  })
})

describe('a day of work', () => {
  it.each([
    ['2026-11-20', '2026-11-20'],
    ['2026-11-21', '2026-11-23'],
    ['2026-11-22', '2026-11-23'],
    ['2026-05-01', '2026-05-04'],
    ['2026-12-25', '2026-12-28'],
  ])('from %s is %s', (day, worked) => {
    expect(workingDayFrom(day, 'FR')).toBe(worked)
  })

  it('is never a weekend, a holiday, or more than five days away', () => {
    fc.assert(
      fc.property(
        fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-20'), noInvalidDate: true }),
        fc.constantFrom(...holidayCalendar.options),
        (at, calendar) => {
          const day = at.toISOString().slice(0, 10)
          const found = workingDayFrom(day, calendar)
          expect(isWorkingDay(found, calendar)).toBe(true)
          expect((Date.parse(found) - Date.parse(day)) / 86_400_000).toBeLessThanOrEqual(5)
        },
      ),
    )
  })
})
