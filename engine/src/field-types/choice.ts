// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldBase, type FieldType } from './field-type.ts'
import { formOf, valueOf } from './form-access.ts'
import { labelOf, options, optionValue, withDistinctValues } from './choice-options.ts'
import { equality } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { cleanLine, isBlank } from './plain-text.ts'
import { titles } from './titles.ts'

const schema = z
  .strictObject({
    type: z.literal('choice'),
    ...fieldBase,
    options,
    /** Radio buttons when absent. */
    display: z.enum(['radio', 'select']).optional(),
  })
  .refine(...withDistinctValues)

export type ChoiceField = z.infer<typeof schema>

/** One of the listed options; its key is stored. */
export const choice = {
  key: 'choice',
  title: titles.choice,
  schema,
  column: () => ({ sql: 'text' }),
  comparable: () => 'text',
  operators: () => equality,
  read: (form, name) => valueOf(form, name),
  write: (value, name) => formOf(name, value),
  check: (candidate, field) => {
    if (isBlank(candidate)) return nothing
    const value = typeof candidate === 'string' ? cleanLine(candidate) : undefined
    const option = field.options.find((option) => option.value === value)
    return option ? accepted(option.value) : refused({ code: 'choice' })
  },
  display: (value, field, locale) => labelOf(value, field.options, locale),
  toCell: (value) => value ?? '',
  fromCell: (cell, field) => optionValue(cell, field.options),
} satisfies FieldType<ChoiceField, string>
