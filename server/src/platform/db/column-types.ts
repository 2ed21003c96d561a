// SPDX-License-Identifier: MIT
import { type CustomTypesConfig, types } from 'pg'

const { INT8, DATE, TIMESTAMPTZ } = types.builtins
type ColumnType = (typeof types.builtins)[keyof typeof types.builtins]

/**
 * How columns come out of the driver, set per pool because the driver's own table is global:
 * bigint as a number (our counts and cents stay under 2^53, anything else is an error), date as
 * 'YYYY-MM-DD' (a calendar day has no time zone), timestamptz as Date, numeric as text.
 */
export const columnTypes: CustomTypesConfig = {
  getTypeParser: ((oid: ColumnType, format?: 'text' | 'binary') => {
    if (format === 'binary') return types.getTypeParser(oid, 'binary')
    if (oid === INT8) return safeInteger
    if (oid === DATE) return (text: string) => text
    if (oid === TIMESTAMPTZ) return instant
    return types.getTypeParser(oid, 'text')
    // The declaration has one signature per type of column; this is all of them.
  }) as CustomTypesConfig['getTypeParser'],
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`integer ${text} is larger than a number can hold`)
  return value
}

const usualInstant = 'YYYY-MM-DD hh:mm:ss'.length

/**
 * An instant as the database writes it for a session in UTC: `2026-11-21 09:30:00.123456+00`, cut to the millisecond.
 * A page of fifty entries holds two hundred of them, and the driver's own reading takes six times longer (measured).
 * Another form (another zone, a far year, infinity) is left to the driver.
 */
export function instant(text: string): Date | number | null {
  const fractionAt = usualInstant + 1
  const end = text.length - '+00'.length
  const isUsual = /^[12]/.test(text) && text[10] === ' ' && text.endsWith('+00') && text.length <= 29
  if (!isUsual) return readByDriver(text)
  let milliseconds = 0
  for (let at = fractionAt, worth = 100; at < end && worth >= 1; at += 1, worth /= 10)
    milliseconds += (text.charCodeAt(at) - zero) * worth
  const [year, month] = [pair(text, 0) * 100 + pair(text, 2), pair(text, 5)]
  return new Date(
    Date.UTC(year, month - 1, pair(text, 8), pair(text, 11), pair(text, 14), pair(text, 17), milliseconds),
  )
}

const zero = 48

/** The number that two digits write. */
function pair(text: string, at: number): number {
  return (text.charCodeAt(at) - zero) * 10 + text.charCodeAt(at + 1) - zero
}

const readByDriver = types.getTypeParser(TIMESTAMPTZ, 'text') as (text: string) => Date | number | null
