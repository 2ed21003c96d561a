// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { localizedText } from '../text/localized.ts'
import type { DefinitionProblem } from './definition-messages.ts'
import { fieldBase, type Checked, type FieldType } from './field-type.ts'
import { checkLine, oneLine } from './one-line.ts'
import { accepted, refused } from './outcome.ts'
import { isSafePattern } from './pattern.ts'
import { lengthOf } from './plain-text.ts'
import { titles } from './titles.ts'

/** Characters allowed when the field sets no limit; never more when it has a pattern (`pattern.ts`). */
const usualMaxLength = 250

const schema = z
  .strictObject({
    type: z.literal('text'),
    ...fieldBase,
    minLength: z.int().min(1).max(1000).optional(),
    maxLength: z.int().min(1).max(1000).optional(),
    /** The whole text must match; `message` says in the administrator's words what is expected. */
    pattern: z
      .strictObject({
        regex: z
          .string()
          .min(1)
          .max(200)
          .refine(isSafePattern, 'unsafe_pattern' satisfies DefinitionProblem),
        message: localizedText,
      })
      .optional(),
  })
  .refine(
    (field) => (field.minLength ?? 1) <= (field.maxLength ?? usualMaxLength),
    'min_above_max' satisfies DefinitionProblem,
  )
  .refine(
    (field) => !field.pattern || (field.maxLength ?? 0) <= usualMaxLength,
    'pattern_on_long_text' satisfies DefinitionProblem,
  )

export type TextField = z.infer<typeof schema>

/** One line of text. */
export const text = {
  ...oneLine,
  key: 'text',
  title: titles.text,
  schema,
  check: (candidate, field) => checkLine(candidate, (line) => checkText(line, field)),
  display: (value) => value,
  searchText: (value) => value,
} satisfies FieldType<TextField, string>

function checkText(line: string, field: TextField): Checked<string> {
  const length = lengthOf(line)
  const max = field.maxLength ?? usualMaxLength
  if (length > max) return refused({ code: 'too_long', params: { max, length } })
  if (field.minLength !== undefined && length < field.minLength) {
    return refused({ code: 'too_short', params: { min: field.minLength, length } })
  }
  if (field.pattern && !new RegExp(`^(?:${field.pattern.regex})$`, 'u').test(line)) {
    return refused({ code: 'pattern', params: field.pattern.message })
  }
  return accepted(line)
}
