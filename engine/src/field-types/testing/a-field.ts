// SPDX-License-Identifier: MIT
import type { Locale } from '../../text/localized.ts'
import type { FieldOptions } from '../field-type.ts'
import { fieldSchema, fieldType, type Field, type FieldTypeKey } from '../registry.ts'

/** A field as a solution would write it, checked by the schema. */
export function aField(type: FieldTypeKey, settings: Readonly<Record<string, unknown>> = {}): Field {
  return fieldSchema.parse({ type, label: { fr: 'Question', en: 'Question' }, ...settings })
}

/** The value a candidate is taken for, or the codes of its problems (`code` or `at: code`). */
export function verdict(field: Field, candidate: unknown, options?: FieldOptions): unknown {
  const checked = fieldType(field).check(candidate, field, options)
  if (checked.ok) return checked.value
  return checked.problems.map(({ problem, at }) =>
    at === undefined ? problem.code : `${at}: ${problem.code}`,
  )
}

/** The same after the hook that knows the moment. */
export function verdictAt(field: Field, candidate: unknown, today: string): unknown {
  const type = fieldType(field)
  const checked = type.check(candidate, field)
  if (!checked.ok || checked.value === null || !type.checkAt) return verdict(field, candidate)
  const decided = type.checkAt(checked.value, field, { now: `${today}T10:00:00.000Z`, today })
  return decided.ok ? decided.value : decided.problems.map(({ problem }) => problem)
}

/** The value as a person reads it, its no-break spaces shown as `_` so that a test can be read. */
export function shown(field: Field, value: unknown, locale: Locale, options?: FieldOptions): string {
  return fieldType(field)
    .display(value, field, locale, options)
    .replace(/[\u00a0\u202f]/g, '_')
}
