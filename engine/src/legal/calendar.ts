// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { addDays } from '../identifiers/iso-date.ts'

/** Whose public holidays count when a period must not end on a day without work. */
export const holidayCalendar = z.enum(['FR', 'FR-AM', 'BE', 'LU', 'CH'])
export type HolidayCalendar = z.infer<typeof holidayCalendar>

/** Days of the year, `MM-DD`, and days counted from Easter Sunday. */
type Holidays = { readonly fixed: readonly string[]; readonly fromEaster: readonly number[] }

const goodFriday = -2
const easterMonday = 1
const ascension = 39
const whitMonday = 50

const france: Holidays = {
  fixed: ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'],
  fromEaster: [easterMonday, ascension, whitMonday],
}

/**
 * France: Code du travail, art. L3133-1, and L3134-13 for Bas-Rhin, Haut-Rhin and Moselle (Good Friday where there is
 * a Protestant church, 26 December). Belgium: arrêté royal of 18 April 1974. Luxembourg: Code du travail, art. L232-2,
 * with Europe Day. Switzerland: the national day, and the three days that are holidays in every canton; each canton
 * adds its own.
 */
const holidays: Readonly<Record<HolidayCalendar, Holidays>> = {
  FR: france,
  'FR-AM': {
    fixed: [...france.fixed, '12-26'],
    fromEaster: [goodFriday, ...france.fromEaster],
  },
  BE: {
    fixed: ['01-01', '05-01', '07-21', '08-15', '11-01', '11-11', '12-25'],
    fromEaster: [easterMonday, ascension, whitMonday],
  },
  LU: {
    fixed: ['01-01', '05-01', '05-09', '06-23', '08-15', '11-01', '12-25', '12-26'],
    fromEaster: [easterMonday, ascension, whitMonday],
  },
  CH: { fixed: ['01-01', '08-01', '12-25'], fromEaster: [ascension] },
}

/** Easter Sunday of a year of the Gregorian calendar (Meeus, Jones and Butcher's algorithm). */
export function easterOf(year: number): string {
  const golden = year % 19
  const century = Math.floor(year / 100)
  const inCentury = year % 100
  const moonShift = Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3)
  const epact = (19 * golden + century - Math.floor(century / 4) - moonShift + 15) % 30
  const weekday = (32 + 2 * (century % 4) + 2 * Math.floor(inCentury / 4) - epact - (inCentury % 4)) % 7
  const correction = Math.floor((golden + 11 * epact + 22 * weekday) / 451)
  const march = epact + weekday - 7 * correction + 114
  const month = String(Math.floor(march / 31)).padStart(2, '0')
  return `${String(year).padStart(4, '0')}-${month}-${String((march % 31) + 1).padStart(2, '0')}`
}

/** Whether a day, `YYYY-MM-DD`, is a public holiday. */
export function isHoliday(day: string, calendar: HolidayCalendar): boolean {
  const { fixed, fromEaster } = holidays[calendar]
  if (fixed.includes(day.slice(5))) return true
  const easter = easterOf(Number(day.slice(0, 4)))
  return fromEaster.some((days) => addDays(easter, days) === day)
}

/** Neither Saturday, Sunday nor public holiday. */
export function isWorkingDay(day: string, calendar: HolidayCalendar): boolean {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6 && !isHoliday(day, calendar)
}

/** The day itself when it is worked, else the next one that is. */
export function workingDayFrom(day: string, calendar: HolidayCalendar): string {
  let found = day
  while (!isWorkingDay(found, calendar)) found = addDays(found, 1)
  return found
}
