// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { localizedText } from '../text/localized.ts'
import { candidateDecimal } from './decimal.ts'
import type { DefinitionProblem } from './definition-messages.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { formOf, valueOf } from './form-access.ts'
import { formatNumber, withUnit } from './format.ts'
import { checkNumber } from './number.ts'
import { ordered } from './operators.ts'
import { refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z
  .strictObject({
    type: z.literal('integer'),
    ...fieldBase,
    min: z.int().optional(),
    max: z.int().optional(),
    unit: localizedText.optional(),
  })
  .refine(
    (field) => (field.min ?? -Infinity) <= (field.max ?? Infinity),
    'min_above_max' satisfies DefinitionProblem,
  )

export type IntegerField = z.infer<typeof schema>

/** A whole number, within what JavaScript counts exactly. */
export const integer = {
  key: 'integer',
  title: titles.integer,
  schema,
  column: () => ({ sql: 'bigint' }),
  comparable: () => 'number',
  operators: () => ordered,
  read: (form, name) => valueOf(form, name),
  write: (value, name) => formOf(name, value === null ? null : String(value)),
  check: (candidate, field) => {
    const decimal = candidateDecimal(candidate)
    return decimal && decimal.fraction !== '' ? refused({ code: 'integer' }) : checkNumber(candidate, field)
  },
  display: (value, field, locale) => withUnit(formatNumber(value, locale), field.unit, locale),
  toCell: (value) => (value === null ? '' : String(value)),
  fromCell: (cell) => cell,
} satisfies FieldType<IntegerField, number>
