// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { labelOf, options, optionValue, withDistinctValues } from './choice-options.ts'
import type { DefinitionProblem } from './definition-messages.ts'
import { fieldBase, type FieldType } from './field-type.ts'
import { candidateList, readList, writeList } from './lists.ts'
import { equality } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { titles } from './titles.ts'

const schema = z
  .strictObject({
    type: z.literal('choices'),
    ...fieldBase,
    options,
    minChoices: z.int().min(1).optional(),
    maxChoices: z.int().min(1).optional(),
  })
  .refine(...withDistinctValues)
  .refine(
    (field) => (field.minChoices ?? 1) <= (field.maxChoices ?? field.options.length),
    'min_above_max' satisfies DefinitionProblem,
  )

export type ChoicesField = z.infer<typeof schema>

/** Several of the listed options, stored in the order of the list. */
export const choices = {
  key: 'choices',
  title: titles.choices,
  schema,
  column: () => ({ sql: 'text', array: true }),
  comparable: () => 'text',
  operators: () => equality,
  read: (form, name) => readList(form, name),
  write: (value, name) => writeList(value, name),
  check: (candidate, field) => {
    const chosen = candidateList(candidate)
    if (chosen === undefined) return refused({ code: 'not_a_list' })
    if (chosen.length === 0) return nothing
    const keys = field.options.map((option) => option.value)
    if (chosen.some((value) => !keys.includes(value))) return refused({ code: 'choice' })
    const value = keys.filter((key) => chosen.includes(key))
    const { minChoices: min, maxChoices: max } = field
    if (min !== undefined && value.length < min) return refused({ code: 'min_choices', params: { min } })
    if (max !== undefined && value.length > max) return refused({ code: 'max_choices', params: { max } })
    return accepted(value)
  },
  display: (value, field, locale) => value.map((key) => labelOf(key, field.options, locale)).join(', '),
  toCell: (value) => (value ?? []).join('; '),
  fromCell: (cell, field) => cell.split(';').map((word) => optionValue(word, field.options)),
} satisfies FieldType<ChoicesField, string[]>
