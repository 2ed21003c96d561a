// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'

/** An instant as it is read, with its machine form for `<time>`. */
export interface Told {
  readonly iso: string
  readonly text: string
}

/** Says dates and times in one language and one time zone. Made by loaders: pages receive words. */
export interface DateWords {
  /** « 18 novembre 2026 ». */
  day(at: Date): string
  /** The same for a day of the calendar, `YYYY-MM-DD`. */
  calendarDay(day: string): string
  /** « 18 nov. », with the year when it is not this one. */
  shortDay(at: Date): string
  /** « aujourd’hui, 8 h 12 », « hier, 16 h 05 », « mercredi 18 novembre, 9 h 23 ». */
  moment(at: Date): Told
  /** « 9 h 14 ». */
  time(at: Date): string
  /** Whole days of the calendar since `at`: 0 today, 1 yesterday. */
  daysSince(at: Date): number
}

const tags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }
const dayMs = 86_400_000

export function dateWords(locale: Locale, timeZone: string, now: Date): DateWords {
  const parts = (at: Date, options: Intl.DateTimeFormatOptions) =>
    Object.fromEntries(
      new Intl.DateTimeFormat(tags[locale], { timeZone, ...options })
        .formatToParts(at)
        .map(({ type, value }) => [type, value]),
    ) as Partial<Record<Intl.DateTimeFormatPartTypes, string>>
  const dayNumber = (at: Date) => {
    const { year, month, day } = parts(at, { year: 'numeric', month: '2-digit', day: '2-digit' })
    return Date.UTC(Number(year), Number(month) - 1, Number(day)) / dayMs
  }
  const daysSince = (at: Date) => dayNumber(now) - dayNumber(at)
  /** French says « 1er », not « 1 ». */
  const dayOfMonth = (day = '') => (locale === 'fr' && day === '1' ? '1er' : day)
  const joined = (at: Date, options: Intl.DateTimeFormatOptions) => {
    const { weekday, day, month, year } = parts(at, options)
    return [weekday, dayOfMonth(day), month, year].filter(Boolean).join(' ')
  }
  const sameYear = (at: Date) => parts(at, { year: 'numeric' }).year === parts(now, { year: 'numeric' }).year

  const time = (at: Date) => {
    const { hour = '', minute = '' } = parts(at, { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' })
    if (locale === 'en') return `${hour}:${minute}`
    return minute === '00' ? `${Number(hour)}\u00a0h` : `${Number(hour)}\u00a0h\u00a0${minute}`
  }
  return {
    day: (at) => joined(at, { day: 'numeric', month: 'long', year: 'numeric' }),
    calendarDay: (day) => dateWords(locale, 'UTC', now).day(new Date(`${day}T12:00:00Z`)),
    shortDay: (at) =>
      joined(at, { day: 'numeric', month: 'short', ...(!sameYear(at) && { year: 'numeric' }) }),
    time,
    daysSince,
    moment: (at) => ({ iso: at.toISOString(), text: `${dayInWords(at)}, ${time(at)}` }),
  }

  function dayInWords(at: Date): string {
    const days = daysSince(at)
    if (days === 0) return { fr: 'aujourd’hui', en: 'today' }[locale]
    if (days === 1) return { fr: 'hier', en: 'yesterday' }[locale]
    return joined(at, {
      weekday: 'long',
      day: 'numeric',
      month: 'long',
      ...(!sameYear(at) && { year: 'numeric' }),
    })
  }
}
