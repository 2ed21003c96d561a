// SPDX-License-Identifier: MIT
import { type CustomTypesConfig, types } from 'pg'

const { INT8, DATE } = types.builtins
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
    return types.getTypeParser(oid, 'text')
    // The declaration has one signature per type of column; this is all of them.
  }) as CustomTypesConfig['getTypeParser'],
}

function safeInteger(text: string): number {
  const value = Number(text)
  if (!Number.isSafeInteger(value)) throw new Error(`integer ${text} is larger than a number can hold`)
  return value
}
