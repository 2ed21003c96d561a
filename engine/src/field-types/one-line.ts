// SPDX-License-Identifier: MIT
import type { Checked, FormValues } from './field-type.ts'
import { formOf, valueOf } from './form-access.ts'
import { textual } from './operators.ts'
import { nothing, refused } from './outcome.ts'
import { cleanLine, isBlank } from './plain-text.ts'

/** What the types stored as one line of text have in common. */
export const oneLine = {
  column: () => ({ sql: 'text' }) as const,
  comparable: () => 'text' as const,
  operators: () => textual,
  read: (form: FormValues, name: string) => valueOf(form, name),
  write: (value: string | null, name: string) => formOf(name, value),
  toCell: (value: string | null) => value ?? '',
  fromCell: (cell: string) => cell,
}

/** Decides a candidate that must be one line of text; `decide` receives it cleaned and never empty. */
export function checkLine<V>(candidate: unknown, decide: (line: string) => Checked<V>): Checked<V> {
  if (isBlank(candidate)) return nothing
  if (typeof candidate !== 'string') return refused({ code: 'not_a_text' })
  return decide(cleanLine(candidate))
}
