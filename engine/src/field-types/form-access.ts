// SPDX-License-Identifier: MIT
import type { FormValues } from './field-type.ts'

/** All the values sent under a name. Own names only: a form may be called `constructor`. */
export function valuesOf(form: FormValues, name: string): readonly string[] {
  return Object.hasOwn(form, name) ? (form[name] ?? []) : []
}

/** The first value sent under a name; `null` when it is absent or blank. */
export function valueOf(form: FormValues, name: string): string | null {
  const value = valuesOf(form, name)[0]
  return value === undefined || value.trim() === '' ? null : value
}

/** A form with one value, none when it is empty. */
export function formOf(name: string, value: string | null | undefined): FormValues {
  return value === null || value === undefined ? {} : { [name]: [value] }
}

/** The values sent under the names of parts (`place.label`); `null` when all are blank. */
export function partsOf<Part extends string>(
  form: FormValues,
  name: string,
  parts: readonly Part[],
): Partial<Record<Part, string>> | null {
  const found: Partial<Record<Part, string>> = {}
  for (const part of parts) {
    const value = valueOf(form, `${name}.${part}`)
    if (value !== null) found[part] = value
  }
  return Object.keys(found).length === 0 ? null : found
}

/** A record received as JSON, whose members are not known yet. */
export function isRecord(candidate: unknown): candidate is Readonly<Record<string, unknown>> {
  return typeof candidate === 'object' && candidate !== null && !Array.isArray(candidate)
}

/** A member of a record received as JSON; own members only. */
export function member(record: Readonly<Record<string, unknown>>, name: string): unknown {
  return Object.hasOwn(record, name) ? record[name] : undefined
}
