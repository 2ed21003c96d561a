// SPDX-License-Identifier: MIT
import { localTimeAt } from '../identifiers/zoned-time.ts'
import { inLocale, type Locale, type LocalizedText } from '../text/localized.ts'
import type { FieldOptions } from './field-type.ts'
import { clockTime, dayInWords } from './titles.ts'

const languageTags: Record<Locale, string> = { fr: 'fr-FR', en: 'en-GB' }

const formatters = new Map<string, unknown>()

/** Making an Intl formatter costs a hundred times more than using it. */
function kept<T>(name: string, make: () => T): T {
  const known = formatters.get(name)
  if (known !== undefined) return known as T // a name is used with one maker only
  const made = make()
  formatters.set(name, made)
  return made
}

/** `1 234,5` or `1,234.5`. */
export function formatNumber(value: number, locale: Locale): string {
  const make = () => new Intl.NumberFormat(languageTags[locale], { maximumFractionDigits: 12 })
  return kept(`number ${locale}`, make).format(value)
}

/** `12 kg`: the unit never goes to the next line alone. */
export function withUnit(figures: string, unit: LocalizedText | undefined, locale: Locale): string {
  return unit ? `${figures}\u00a0${inLocale(unit, locale)}` : figures
}

/** `1 234,50 €` or `€1,234.50`. */
export function formatMoney(cents: number, currency: string, locale: Locale): string {
  const make = () => new Intl.NumberFormat(languageTags[locale], { style: 'currency', currency })
  return kept(`money ${locale} ${currency}`, make).format(cents / 100)
}

/** `1er septembre 2026` or `1 September 2026`. */
export function formatDate(date: string, locale: Locale): string {
  const make = () =>
    new Intl.DateTimeFormat(languageTags[locale], { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const monthAndYear = kept(`month ${locale}`, make).format(Date.parse(`${date}T00:00:00Z`))
  return dayInWords[locale](Number(date.slice(8, 10)), monthAndYear)
}

/** `1er septembre 2026 à 9 h 30` or `1 September 2026 at 09:30`, in the body's time zone. */
export function formatDateTime(instant: string, locale: Locale, options?: FieldOptions): string {
  const { date, time } = localTimeAt(Date.parse(instant), timeZoneOf(options))
  return clockTime[locale](formatDate(date, locale), time.slice(0, 2), time.slice(3, 5))
}

export function timeZoneOf(options: FieldOptions | undefined): string {
  return options?.timeZone ?? 'Europe/Paris'
}
