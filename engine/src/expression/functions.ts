// SPDX-License-Identifier: MIT
import type { Environment } from '@marcbachmann/cel-js'
import { formatDate, formatDateTime, formatMoney, formatNumber } from '../field-types/format.ts'
import { addDays, isIsoDate } from '../identifiers/iso-date.ts'
import { dayAt } from '../identifiers/zoned-time.ts'
import type { Locale } from '../text/localized.ts'
import { plainValue, textOf } from './plain-value.ts'

/** How values are written out: the language and the time zone (IANA name) of the reader. */
export type Wording = { readonly locale: Locale; readonly timeZone: string }

type Handler = (...values: unknown[]) => unknown

/**
 * The functions of the product, beside those of CEL. An empty argument gives an empty answer, save for `orElse`.
 * Days are `YYYY-MM-DD`, money is in cents.
 */
function functionsFor({ locale, timeZone }: Wording): Readonly<Record<string, Handler>> {
  const day = (value: unknown) => dayOf(value, timeZone)
  return {
    'date(dyn): dyn': whenFilled((value) => mapped(day(value), (found) => formatDate(found, locale))),
    'dateTime(dyn): dyn': whenFilled((value) =>
      mapped(instantOf(value), (found) => formatDateTime(found, locale, { timeZone })),
    ),
    'year(dyn): dyn': whenFilled((value) => mapped(day(value), (found) => Number(found.slice(0, 4)))),
    'addDays(dyn, dyn): dyn': whenFilled((from, days) =>
      mapped(day(from), (found) => addDays(found, Number(days))),
    ),
    'daysBetween(dyn, dyn): dyn': whenFilled((from, to) =>
      mapped(day(from), (start) =>
        mapped(day(to), (end) => (Date.parse(end) - Date.parse(start)) / 86_400_000),
      ),
    ),
    'money(dyn): dyn': whenFilled((cents) =>
      mapped(numberOf(cents), (found) => formatMoney(found, 'EUR', locale)),
    ),
    'number(dyn): dyn': whenFilled((value) =>
      mapped(numberOf(value), (found) => formatNumber(found, locale)),
    ),
    'round(dyn, dyn): dyn': whenFilled((value, digits) =>
      mapped(numberOf(value), (found) => rounded(found, Number(digits))),
    ),
    'sum(dyn): dyn': whenFilled((list) =>
      itemsOf(list).reduce<number>((total, item) => total + (numberOf(item) ?? 0), 0),
    ),
    'text(dyn): dyn': whenFilled((value) => textOf(value, locale)),
    'upper(dyn): dyn': whenFilled((value) => textOf(value, locale).toLocaleUpperCase(locale)),
    'lower(dyn): dyn': whenFilled((value) => textOf(value, locale).toLocaleLowerCase(locale)),
    'join(dyn, dyn): dyn': whenFilled((list, separator) =>
      itemsOf(list)
        .map((item) => textOf(item, locale))
        .filter((text) => text !== '')
        .join(String(separator)),
    ),
    'orElse(dyn, dyn): dyn': (value, otherwise) => (isEmpty(value) ? otherwise : value),
  }
}

/** Operators that CEL leaves out between whole and decimal numbers: every number of an entry is one of the latter. */
const arithmetic: Readonly<Record<string, (left: number, right: number) => number>> = {
  '+': (left, right) => left + right,
  '-': (left, right) => left - right,
  '*': (left, right) => left * right,
  '/': (left, right) => left / right,
  '%': (left, right) => left % right,
}

/** Adds the product's functions and its arithmetic to an environment. */
export function registerFunctions(environment: Environment, wording: Wording): void {
  for (const [signature, handler] of Object.entries(functionsFor(wording))) {
    environment.registerFunction(signature, handler)
  }
  for (const [sign, apply] of Object.entries(arithmetic)) {
    for (const types of ['double int', 'int double', ...(sign === '%' ? ['double double'] : [])]) {
      const [left, right] = types.split(' ')
      environment.registerOperator(`${left} ${sign} ${right}`, (a: number | bigint, b: number | bigint) =>
        apply(Number(a), Number(b)),
      )
    }
  }
}

function whenFilled(handler: Handler): Handler {
  return (...values) => (values.some(isEmpty) ? null : handler(...values.map(plainValue)))
}

function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === ''
}

function mapped<T, R>(value: T | undefined, change: (value: T) => R): R | null {
  return value === undefined ? null : change(value)
}

function numberOf(value: unknown): number | undefined {
  return typeof value === 'number' && Number.isFinite(value) ? value : undefined
}

function itemsOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [value]
}

/** The calendar day of a day or of an instant. */
function dayOf(value: unknown, timeZone: string): string | undefined {
  if (typeof value === 'string' && isIsoDate(value)) return value
  const instant = instantOf(value)
  return instant && dayAt(Date.parse(instant), timeZone)
}

function instantOf(value: unknown): string | undefined {
  return typeof value === 'string' && value.includes('T') && !Number.isNaN(Date.parse(value))
    ? value
    : undefined
}

/** Half away from zero, as people round; through text because 1.005 × 100 is not 100.5. */
function rounded(value: number, digits: number): number {
  const size = Math.round(Number(`${Math.abs(value)}e${digits}`))
  return Math.sign(value) * Number(`${size}e${-digits}`)
}
