// SPDX-License-Identifier: MIT
import { formatDate, formatDateTime } from '../field-types/format.ts'
import { isIsoDate } from '../identifiers/iso-date.ts'
import type { Locale } from '../text/localized.ts'
import { yesNo } from './messages.ts'

/** A value of the expression language as plain data: numbers as numbers, instants as ISO texts, nothing as `null`. */
export function plainValue(value: unknown): unknown {
  if (typeof value === 'bigint') return Number(value)
  if (value instanceof Date) return value.toISOString()
  if (Array.isArray(value)) return value.map(plainValue)
  if (typeof value === 'object' && value !== null) {
    return isPlainObject(value)
      ? Object.fromEntries(Object.entries(value).map(([key, one]) => [key, plainValue(one)]))
      : null
  }
  return typeof value === 'function' || value === undefined ? null : value
}

/**
 * A plain value as a person reads it in a text: days and instants in words, numbers without groups of thousands (a
 * year is one too), lists with commas. Nothing, and an object, whose parts must be named, give an empty text.
 */
export function textOf(value: unknown, locale: Locale, timeZone = 'Europe/Paris'): string {
  if (Array.isArray(value)) {
    return value
      .map((item) => textOf(item, locale, timeZone))
      .filter((text) => text !== '')
      .join(', ')
  }
  switch (typeof value) {
    case 'string':
      return wordsOf(value, locale, timeZone)
    case 'number':
      return new Intl.NumberFormat(locale, { useGrouping: false, maximumFractionDigits: 12 }).format(value)
    case 'boolean':
      return yesNo[locale](value)
    default:
      return ''
  }
}

const instant = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}(\.\d+)?Z$/

function wordsOf(text: string, locale: Locale, timeZone: string): string {
  if (isIsoDate(text)) return formatDate(text, locale)
  return instant.test(text) ? formatDateTime(text, locale, { timeZone }) : text
}

function isPlainObject(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value)
  return prototype === Object.prototype || prototype === null
}
