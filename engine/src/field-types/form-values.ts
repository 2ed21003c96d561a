// SPDX-License-Identifier: MIT
import { isEmpty, missingProblem } from './empty.ts'
import type { Checked, FieldOptions, FormValues, Moment } from './field-type.ts'
import { member } from './form-access.ts'
import type { FieldProblem } from './problem.ts'
import { fieldType, type Field, type Fields } from './registry.ts'

/** Values of several fields, by key. */
export type Values = Readonly<Record<string, unknown>>

/** A refused value at the name of its input: `email`, `place.postcode`, `children.0.name`. */
export type PathProblem = { readonly path: string; readonly problem: FieldProblem }

export type CheckOptions = Pick<FieldOptions, 'timeZone'> & {
  /** `skip`: drafts and partial changes, where what is missing is not refused. */
  readonly required: 'enforce' | 'skip'
  /** Keys of the fields shown; the others are neither required nor kept. All of them when absent. */
  readonly visible?: ReadonlySet<string>
  /** When the values are given. Without it, limits around today are not enforced and consents are not dated. */
  readonly moment?: Moment
}

export type FieldsOutcome =
  | { readonly ok: true; readonly values: Values }
  | {
      readonly ok: false
      readonly problems: readonly PathProblem[]
      /** The values that are right: kept in a draft in spite of the others. */
      readonly values: Values
    }

/** A submitted form, its values gathered by name in the order they were sent. */
export function formValues(entries: Iterable<readonly [string, string]>): FormValues {
  const values = new Map<string, string[]>()
  for (const [name, value] of entries) {
    const sent = values.get(name)
    if (sent) sent.push(value)
    else values.set(name, [value])
  }
  return Object.fromEntries(values)
}

/** Whether a person gives the value of a field: not when it is computed, not when there is none. */
export function isAsked(field: Field): boolean {
  return field.type !== 'computed' && field.type !== 'information'
}

/** What a form holds for each field that is asked, not yet checked. Inputs are named `prefix` + key. */
export function readFields(fields: Fields, form: FormValues, prefix = ''): Record<string, unknown> {
  const asked = Object.entries(fields).filter(([, field]) => isAsked(field))
  return Object.fromEntries(
    asked.map(([key, field]) => [key, fieldType(field).read(form, `${prefix}${key}`, field)]),
  )
}

/** What a form must hold for `readFields` to give the values back: what inputs show before they are changed. */
export function writeFields(fields: Fields, values: Values, prefix = '', options?: FieldOptions): FormValues {
  const forms = Object.entries(fields).map(([key, field]) =>
    fieldType(field).write(member(values, key) ?? null, `${prefix}${key}`, field, options),
  )
  return Object.assign({}, ...forms) as FormValues // a merge of form values is one
}

/**
 * Decides the candidates of several fields (from `readFields` or from JSON): their values, or every problem at once.
 *
 * A field without a candidate keeps its value: it is absent from `values`, and refused when it is required and
 * `required` is `enforce`. An emptied field is `null`. Names that are no field's, and values given for fields that are
 * not asked, are refused.
 */
export function checkFields(fields: Fields, candidates: Values, options: CheckOptions): FieldsOutcome {
  const values: Record<string, unknown> = {}
  const problems: PathProblem[] = []
  for (const [key, field] of Object.entries(fields)) {
    if (options.visible && !options.visible.has(key)) continue
    const candidate = member(candidates, key)
    if (!isAsked(field)) {
      if (!isEmpty(candidate)) problems.push({ path: key, problem: { code: 'read_only' } })
      continue
    }
    const found = checkField(field, key, candidate, options)
    if (found.problems.length > 0) problems.push(...found.problems)
    else if (Object.hasOwn(candidates, key)) values[key] = found.value
  }
  for (const name of Object.keys(candidates)) {
    if (!Object.hasOwn(fields, name)) problems.push({ path: name, problem: { code: 'unknown_field' } })
  }
  return problems.length === 0 ? { ok: true, values } : { ok: false, problems, values }
}

type Found = { readonly value: unknown; readonly problems: readonly PathProblem[] }

function checkField(field: Field, path: string, candidate: unknown, options: CheckOptions): Found {
  const checked = checkNow(field, candidate, options)
  if (!checked.ok) {
    const placed = checked.problems.map(({ problem, at }) => ({
      path: at === undefined ? path : `${path}.${at}`,
      problem,
    }))
    return { value: null, problems: placed }
  }
  const isMissing = field.required && options.required === 'enforce' && isEmpty(checked.value)
  return { value: checked.value, problems: isMissing ? [{ path, problem: missingProblem(field) }] : [] }
}

function checkNow(field: Field, candidate: unknown, options: CheckOptions): Checked<unknown> {
  const type = fieldType(field)
  const checked = type.check(candidate, field, {
    ...options,
    membersRequired: options.required === 'enforce',
  })
  if (!checked.ok || isEmpty(checked.value) || !options.moment || !type.checkAt) return checked
  return type.checkAt(checked.value, field, options.moment)
}
