// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { addDays, isIsoDate, parseDate } from '../identifiers/iso-date.ts'
import type { DefinitionProblem } from './definition-messages.ts'
import { fieldBase, type Checked, type FieldType, type FormValues } from './field-type.ts'
import { isRecord, member, partsOf, valueOf } from './form-access.ts'
import { formatDate } from './format.ts'
import { ordered } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { cleanLine, isBlank } from './plain-text.ts'
import { titles } from './titles.ts'

const relative = /^today(?:([+-]\d{1,5}))?$/

/** A day, or a number of days around the day the value is given: `2026-09-01`, `today`, `today+30`, `today-1`. */
export const dateLimit = z
  .string()
  .refine((limit) => isIsoDate(limit) || relative.test(limit), 'date_limit' satisfies DefinitionProblem)

const schema = z
  .strictObject({
    type: z.literal('date'),
    ...fieldBase,
    min: dateLimit.optional(),
    max: dateLimit.optional(),
  })
  .refine(
    (field) => !field.min || !field.max || limitsInOrder(field.min, field.max),
    'min_above_max' satisfies DefinitionProblem,
  )

export type DateField = z.infer<typeof schema>

/** A calendar day, `YYYY-MM-DD`. */
export const date = {
  key: 'date',
  title: titles.date,
  schema,
  column: () => ({ sql: 'date' }),
  comparable: () => 'date',
  operators: () => ordered,
  read: (form, name) => readDate(form, name),
  write: (value, name) => writeDate(value, name),
  check: (candidate, field) => {
    const checked = checkDate(candidate)
    return checked.ok && checked.value !== null ? withinLimits(checked.value, field, absolute) : checked
  },
  checkAt: (value, field, moment) => withinLimits(value, field, (limit) => dayOf(limit, moment.today)),
  display: (value, _field, locale) => formatDate(value, locale),
  toCell: (value) => value ?? '',
  fromCell: (cell) => cell,
} satisfies FieldType<DateField, string>

/** A day sent in one input (`name`) or in three (`name.day`, `name.month`, `name.year`). */
export function readDate(form: FormValues, name: string): unknown {
  return partsOf(form, name, ['day', 'month', 'year']) ?? valueOf(form, name)
}

/** Both ways of asking a day find their values. */
export function writeDate(value: string | null, name: string): FormValues {
  if (value === null) return {}
  const [year = '', month = '', day = ''] = value.split('-')
  const parts = { [`${name}.day`]: [day], [`${name}.month`]: [month], [`${name}.year`]: [year] }
  return { [name]: [value], ...parts }
}

/** Decides a day that exists, whatever its limits. */
export function checkDate(candidate: unknown): Checked<string> {
  if (isBlank(candidate)) return nothing
  const text = isRecord(candidate) ? joined(candidate) : candidate
  const day = typeof text === 'string' ? parseDate(cleanLine(text)) : undefined
  return day === undefined ? refused({ code: 'date' }) : accepted(day)
}

function joined(parts: Readonly<Record<string, unknown>>): string {
  const figures = ['day', 'month', 'year'].map((part) => member(parts, part))
  return figures.filter((figure) => typeof figure === 'string' || typeof figure === 'number').join('/')
}

function withinLimits(
  value: string,
  field: DateField,
  dayOfLimit: (limit: string) => string | undefined,
): Checked<string> {
  const min = field.min && dayOfLimit(field.min)
  const max = field.max && dayOfLimit(field.max)
  if (min && value < min) return refused({ code: 'min_date', params: { min } })
  if (max && value > max) return refused({ code: 'max_date', params: { max } })
  return accepted(value)
}

function absolute(limit: string): string | undefined {
  return relative.test(limit) ? undefined : limit
}

/** The day a limit stands for, `today` being known. */
function dayOf(limit: string, today: string): string {
  const around = relative.exec(limit)
  return around ? addDays(today, Number(around[1] ?? 0)) : limit
}

/** Two limits that both move, or both stand still, can be compared without knowing the day. */
function limitsInOrder(min: string, max: string): boolean {
  if (relative.test(min) !== relative.test(max)) return true
  return dayOf(min, '2000-01-01') <= dayOf(max, '2000-01-01')
}
