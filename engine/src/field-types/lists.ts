// SPDX-License-Identifier: MIT
import type { FormValues } from './field-type.ts'
import { valuesOf } from './form-access.ts'
import { cleanLine, isBlank } from './plain-text.ts'

/** The values sent under one name, blanks left out; `null` when there is none. */
export function readList(form: FormValues, name: string): string[] | null {
  const values = valuesOf(form, name).filter((value) => value.trim() !== '')
  return values.length === 0 ? null : values
}

export function writeList(values: readonly string[] | null, name: string): FormValues {
  return values === null || values.length === 0 ? {} : { [name]: values }
}

/** The texts of a candidate list, blanks left out; one text is a list of one. `undefined` when it is not a list of texts. */
export function candidateList(candidate: unknown): string[] | undefined {
  if (isBlank(candidate)) return []
  const items: readonly unknown[] = Array.isArray(candidate) ? candidate : [candidate]
  const texts = items.filter((item) => typeof item === 'string')
  return texts.length === items.length ? texts.map(cleanLine).filter((text) => text !== '') : undefined
}
