// SPDX-License-Identifier: MIT
import { z } from 'zod'
import type { Locale } from '../text/localized.ts'
import { booleanOf } from './boolean.ts'
import { checkDate } from './date.ts'
import { fieldBase, type Checked, type Column, type Comparable, type FieldType } from './field-type.ts'
import { formatDate, formatNumber } from './format.ts'
import { checkLine } from './one-line.ts'
import { checkNumber, plainNumber } from './number.ts'
import { equality, ordered, textual } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { isBlank } from './plain-text.ts'
import { titles, words } from './titles.ts'
import type { Operator } from '../condition/condition.ts'

const schema = z.strictObject({
  type: z.literal('computed'),
  ...fieldBase,
  /** CEL, over the fields of the entry; checked with the solution. */
  expression: z.string().min(1).max(2000),
  result: z.enum(['text', 'number', 'boolean', 'date']),
})

export type ComputedField = z.infer<typeof schema>
type Result = ComputedField['result']

export type ComputedValue = string | number | boolean

const columns: Record<Result, Column['sql']> = {
  text: 'text',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
}

const operatorsOf: Record<Result, readonly Operator[]> = {
  text: textual,
  number: ordered,
  boolean: equality,
  date: ordered,
}

/** A value worked out from the others: never asked, never read from a form. */
export const computed = {
  key: 'computed',
  title: titles.computed,
  schema,
  column: (field) => ({ sql: columns[field.result] }),
  comparable: (field): Comparable => field.result,
  operators: (field) => operatorsOf[field.result],
  read: () => null,
  write: () => ({}),
  check: (candidate, field) => checkResult(candidate, field.result),
  display: (value, field, locale) => shown(value, field.result, locale),
  toCell: (value) => (typeof value === 'number' ? plainNumber(value) : String(value ?? '')),
  fromCell: (cell) => cell,
  searchText: (value, field) => (field.result === 'text' ? String(value) : ''),
} satisfies FieldType<ComputedField, ComputedValue>

function checkResult(candidate: unknown, result: Result): Checked<ComputedValue> {
  if (isBlank(candidate)) return nothing
  switch (result) {
    case 'text':
      return checkLine(candidate, (line) => accepted(line))
    case 'number':
      return checkNumber(candidate, {})
    case 'date':
      return checkDate(candidate)
    case 'boolean': {
      const value = typeof candidate === 'string' ? booleanOf(candidate) : candidate
      return typeof value === 'boolean' ? accepted(value) : refused({ code: 'boolean' })
    }
  }
}

function shown(value: ComputedValue, result: Result, locale: Locale): string {
  if (typeof value === 'number') return formatNumber(value, locale)
  if (typeof value === 'boolean') return words[value ? 'yes' : 'no'][locale]
  return result === 'date' ? formatDate(value, locale) : value
}
