// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldBase, type FieldType } from './field-type.ts'
import { oneLine } from './one-line.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { cleanText, isBlank, lengthOf } from './plain-text.ts'
import { titles } from './titles.ts'

/** Characters allowed when the field sets no limit: about four pages. */
const usualMaxLength = 10_000

const schema = z.strictObject({
  type: z.literal('long_text'),
  ...fieldBase,
  maxLength: z.int().min(1).max(100_000).optional(),
})

export type LongTextField = z.infer<typeof schema>

/** A text of several lines, without formatting. */
export const longText = {
  ...oneLine,
  key: 'long_text',
  title: titles.long_text,
  schema,
  check: (candidate, field) => {
    if (isBlank(candidate)) return nothing
    if (typeof candidate !== 'string') return refused({ code: 'not_a_text' })
    const text = cleanText(candidate)
    const length = lengthOf(text)
    const max = field.maxLength ?? usualMaxLength
    return length > max ? refused({ code: 'too_long', params: { max, length } }) : accepted(text)
  },
  display: (value) => value,
  searchText: (value) => value,
} satisfies FieldType<LongTextField, string>
