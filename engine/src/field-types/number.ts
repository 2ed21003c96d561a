// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { localizedText } from '../text/localized.ts'
import { candidateDecimal, decimalOf, plainDecimal } from './decimal.ts'
import type { DefinitionProblem } from './definition-messages.ts'
import { fieldBase, type Checked, type FieldType } from './field-type.ts'
import { formOf, valueOf } from './form-access.ts'
import { formatNumber, withUnit } from './format.ts'
import { ordered } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { isBlank } from './plain-text.ts'
import { titles } from './titles.ts'

/** Figures that a JavaScript number holds without rounding. */
const maxFigures = 15

const schema = z
  .strictObject({
    type: z.literal('number'),
    ...fieldBase,
    min: z.number().optional(),
    max: z.number().optional(),
    /** Decimals allowed: more are refused, never rounded. */
    decimals: z.int().min(0).max(10).optional(),
    unit: localizedText.optional(),
  })
  .refine(
    (field) => (field.min ?? -Infinity) <= (field.max ?? Infinity),
    'min_above_max' satisfies DefinitionProblem,
  )

export type NumberField = z.infer<typeof schema>

/** A number with decimals: measure, mark, quantity. */
export const number = {
  key: 'number',
  title: titles.number,
  schema,
  column: () => ({ sql: 'numeric' }),
  comparable: () => 'number',
  operators: () => ordered,
  read: (form, name) => valueOf(form, name),
  write: (value, name) => formOf(name, value === null ? null : plainNumber(value)),
  check: (candidate, field) => checkNumber(candidate, field),
  display: (value, field, locale) => withUnit(formatNumber(value, locale), field.unit, locale),
  toCell: (value) => (value === null ? '' : plainNumber(value)),
  fromCell: (cell) => cell,
} satisfies FieldType<NumberField, number>

/** A number in plain notation with a point, whatever its size. */
export function plainNumber(value: number): string {
  const decimal = decimalOf(value)
  return decimal ? plainDecimal(decimal) : String(value)
}

/** Decides a number within limits; texts are read as people write them. */
export function checkNumber(
  candidate: unknown,
  limits: {
    readonly min?: number | undefined
    readonly max?: number | undefined
    readonly decimals?: number | undefined
  },
): Checked<number> {
  if (isBlank(candidate)) return nothing
  const decimal = candidateDecimal(candidate)
  if (!decimal) return refused({ code: 'number' })
  if (limits.decimals !== undefined && decimal.fraction.length > limits.decimals) {
    return refused({ code: 'decimals', params: { max: limits.decimals } })
  }
  if (
    decimal.fraction.length > 12 ||
    `${decimal.whole}${decimal.fraction}`.replace(/^0+/, '').length > maxFigures
  ) {
    return refused({ code: 'too_precise' })
  }
  const value = Number(plainDecimal(decimal))
  if (limits.min !== undefined && value < limits.min)
    return refused({ code: 'min', params: { min: limits.min } })
  if (limits.max !== undefined && value > limits.max)
    return refused({ code: 'max', params: { max: limits.max } })
  return accepted(value)
}
