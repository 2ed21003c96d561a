// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { fieldBase, type FieldType } from './field-type.ts'
import { formOf, valueOf } from './form-access.ts'
import { equality } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { isBlank } from './plain-text.ts'
import { titles, words } from './titles.ts'

const schema = z.strictObject({ type: z.literal('boolean'), ...fieldBase })

export type BooleanField = z.infer<typeof schema>

/** Yes or no; not answered is neither. */
export const boolean = {
  key: 'boolean',
  title: titles.boolean,
  schema,
  column: () => ({ sql: 'boolean' }),
  comparable: () => 'boolean',
  operators: () => equality,
  read: (form, name) => valueOf(form, name),
  write: (value, name) => formOf(name, value === null ? null : value ? 'yes' : 'no'),
  check: (candidate) => {
    if (isBlank(candidate)) return nothing
    const value = typeof candidate === 'string' ? booleanOf(candidate) : candidate
    return typeof value === 'boolean' ? accepted(value) : refused({ code: 'boolean' })
  },
  display: (value, _field, locale) => words[value ? 'yes' : 'no'][locale],
  toCell: (value) => (value === null ? '' : String(value)),
  fromCell: (cell) => cell,
} satisfies FieldType<BooleanField, boolean>

/** `on` is what a checkbox without a value sends; spreadsheets say `VRAI`, `Oui`, `1`. */
export function booleanOf(text: string): boolean | undefined {
  const word = text.trim().toLowerCase()
  if (['yes', 'true', 'on', '1', 'oui', 'vrai'].includes(word)) return true
  return ['no', 'false', 'off', '0', 'non', 'faux'].includes(word) ? false : undefined
}
