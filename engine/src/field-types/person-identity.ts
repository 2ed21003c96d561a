// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { checkDate, readDate, writeDate } from './date.ts'
import { fieldBase, type Checked, type FieldType } from './field-type.ts'
import { isRecord, member, partsOf } from './form-access.ts'
import { formatDate } from './format.ts'
import { parseJsonCell } from './json-cell.ts'
import { presence } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { cleanLine, isBlank, lengthOf } from './plain-text.ts'
import type { PlacedProblem } from './problem.ts'
import { bornOn, civilities, partTitles, titles } from './titles.ts'

const asked = z.enum(['optional', 'required']).optional()

const schema = z.strictObject({
  type: z.literal('person_identity'),
  ...fieldBase,
  /** Not asked when absent: a civility is rarely needed (CJEU, C-394/23, Mousse, 9 January 2025). */
  civility: asked,
  /** Not asked when absent. */
  birthDate: asked,
})

export type PersonIdentityField = z.infer<typeof schema>

export type PersonIdentity = {
  readonly civility?: keyof typeof civilities
  readonly firstName: string
  readonly lastName: string
  /** `YYYY-MM-DD`. */
  readonly birthDate?: string
}

const maxLength = 100

/** Who a person is: first and last name; civility and date of birth when the field asks for them. */
export const personIdentity = {
  key: 'person_identity',
  title: titles.person_identity,
  schema,
  column: () => ({ sql: 'jsonb' }),
  comparable: () => undefined,
  operators: () => presence,
  parts: {
    civility: { comparable: 'text', title: partTitles.civility },
    firstName: { comparable: 'text', title: partTitles.firstName },
    lastName: { comparable: 'text', title: partTitles.lastName },
    birthDate: { comparable: 'date', title: partTitles.birthDate },
  },
  read: (form, name) => {
    const texts = partsOf(form, name, ['civility', 'firstName', 'lastName'])
    const birthDate = readDate(form, `${name}.birthDate`)
    return texts || birthDate ? { ...texts, birthDate } : null
  },
  write: (value, name) => {
    if (value === null) return {}
    const { birthDate, ...texts } = value
    const names = Object.entries(texts).map(([part, text]) => [`${name}.${part}`, [text]] as const)
    return { ...Object.fromEntries(names), ...writeDate(birthDate ?? null, `${name}.birthDate`) }
  },
  check: (candidate, field) => {
    if (isBlank(candidate)) return nothing
    return isRecord(candidate) ? checkPerson(candidate, field) : refused({ code: 'person' })
  },
  checkAt: (value, _field, { today }) =>
    value.birthDate !== undefined && value.birthDate > today
      ? refused({ code: 'date_in_future' }, 'birthDate')
      : accepted(value),
  display: (value, _field, locale) => {
    const civility = value.civility && civilities[value.civility][locale]
    const name = [civility, value.firstName, value.lastName].filter(Boolean).join(' ')
    return value.birthDate
      ? `${name}, ${bornOn[locale](formatDate(value.birthDate, locale), value.civility)}`
      : name
  },
  toCell: (value) => (value === null ? '' : JSON.stringify(value)),
  fromCell: (cell) => parseJsonCell(cell),
  searchText: (value) => `${value.firstName} ${value.lastName}`,
} satisfies FieldType<PersonIdentityField, PersonIdentity>

function checkPerson(
  candidate: Readonly<Record<string, unknown>>,
  field: PersonIdentityField,
): Checked<PersonIdentity> {
  const parts = {
    civility: field.civility ? checkCivility(member(candidate, 'civility')) : nothing,
    firstName: checkName(member(candidate, 'firstName')),
    lastName: checkName(member(candidate, 'lastName')),
    birthDate: field.birthDate ? checkDate(member(candidate, 'birthDate')) : nothing,
  }
  const isEmpty = Object.values(parts).every((part) => part.ok && part.value === null)
  if (isEmpty) return nothing
  const required = { ...field, firstName: 'required', lastName: 'required' } as const
  const problems: PlacedProblem[] = []
  for (const part of ['civility', 'firstName', 'lastName', 'birthDate'] as const) {
    const checked: Checked<string> = parts[part]
    if (!checked.ok) problems.push(...checked.problems.map(({ problem }) => ({ problem, at: part })))
    else if (checked.value === null && required[part] === 'required')
      problems.push({ problem: { code: 'required' }, at: part })
  }
  const { civility, firstName, lastName, birthDate } = parts
  const [first, ...others] = problems
  if (first || !civility.ok || !firstName.ok || !lastName.ok || !birthDate.ok) {
    return { ok: false, problems: [first ?? { problem: { code: 'person' } }, ...others] }
  }
  return accepted({
    ...(civility.value && { civility: civility.value }),
    firstName: firstName.value ?? '',
    lastName: lastName.value ?? '',
    ...(birthDate.value && { birthDate: birthDate.value }),
  })
}

function checkCivility(candidate: unknown): Checked<keyof typeof civilities> {
  if (isBlank(candidate)) return nothing
  return candidate === 'mme' || candidate === 'm' ? accepted(candidate) : refused({ code: 'civility' })
}

function checkName(candidate: unknown): Checked<string> {
  if (isBlank(candidate)) return nothing
  if (typeof candidate !== 'string') return refused({ code: 'not_a_text' })
  const name = cleanLine(candidate)
  const length = lengthOf(name)
  return length > maxLength
    ? refused({ code: 'too_long', params: { max: maxLength, length } })
    : accepted(name)
}
