// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import { all, any, compare, compareActor, type Condition } from '../condition/condition.ts'
import { midnightOf } from '../condition/days.ts'
import { fieldType, type Field } from '../field-types/registry.ts'
import { addDays, isIsoDate } from '../identifiers/iso-date.ts'

/** How a field narrows a list: one of some values, another entry, yes or no, days from one to another. */
export type FilterKind = 'options' | 'reference' | 'boolean' | 'days'

/** For a reference: whoever asks. */
export const filterMe = 'me'
/** What the field says nothing of. */
export const filterNone = 'none'

const dated = new Set(['createdAt', 'updatedAt', 'closedAt', 'legalDueOn'])

/** How this field of a collection narrows a list; `undefined` when it cannot. The state has its own place. */
export function filterKind({ fields }: Pick<Collection, 'fields'>, key: string): FilterKind | undefined {
  if (dated.has(key)) return 'days'
  const field: Field | undefined = Object.hasOwn(fields, key) ? fields[key] : undefined
  if (!field || !fieldType(field).column(field)) return undefined
  switch (field.type) {
    case 'choice':
    case 'choices':
      return 'options'
    case 'reference':
    case 'references':
      return 'reference'
    case 'boolean':
      return 'boolean'
    case 'date':
    case 'datetime':
      return 'days'
    default:
      return undefined
  }
}

export function isFilterable(collection: Pick<Collection, 'fields'>, key: string): boolean {
  return filterKind(collection, key) !== undefined
}

/**
 * The condition that these values of a filter amount to; several values are alternatives. A value that the field
 * cannot have is left out: the address of a list may be old, or typed by hand. `undefined` when none is left.
 */
export function filterCondition(
  collection: Pick<Collection, 'fields'>,
  key: string,
  values: readonly string[],
  timeZone: string,
): Condition | undefined {
  const kind = filterKind(collection, key)
  const parts = kind
    ? values.flatMap((value) => partOf({ collection, kind, key, timeZone }, value) ?? [])
    : []
  const [first] = parts
  return parts.length > 1 ? any(...parts) : first
}

type Asked = {
  readonly collection: Pick<Collection, 'fields'>
  readonly kind: FilterKind
  readonly key: string
  readonly timeZone: string
}

function partOf(
  { collection: { fields }, kind, key, timeZone }: Asked,
  value: string,
): Condition | undefined {
  if (value === filterNone) return compare(key, 'empty')
  switch (kind) {
    case 'options':
      return optionsOf(fields[key]).includes(value) ? compare(key, 'eq', value) : undefined
    case 'reference':
      if (value === filterMe) return compareActor(key, 'eq', 'me')
      return uuid.test(value) ? compare(key, 'eq', value) : undefined
    case 'boolean':
      return value === 'true' || value === 'false' ? compare(key, 'eq', value === 'true') : undefined
    case 'days':
      return daysCondition(key, value, isCalendarDay(key, fields[key]) ? undefined : timeZone)
  }
}

/** Days of the calendar, which no time zone moves. */
function isCalendarDay(key: string, field: Field | undefined): boolean {
  return key === 'legalDueOn' || field?.type === 'date'
}

const uuid = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i

function optionsOf(field: Field | undefined): readonly string[] {
  return field?.type === 'choice' || field?.type === 'choices' ? field.options.map(({ value }) => value) : []
}

/** Days of a filter, both included, either end open: `2026-11-01..2026-11-30`, `..2026-11-30`, one day alone. */
export function filterDays(value: string): { from?: string; to?: string } | undefined {
  const [from = '', to = from] = value.split('..', 2)
  if ((from === '' && to === '') || ![from, to].every((day) => day === '' || isIsoDate(day))) return undefined
  return { ...(from !== '' && { from }), ...(to !== '' && { to }) }
}

/** With a time zone, the instants of these days. */
function daysCondition(key: string, value: string, timeZone: string | undefined): Condition | undefined {
  const days = filterDays(value)
  if (!days) return undefined
  const { from, to } = days
  if (timeZone === undefined) {
    return all(
      ...(from === undefined ? [] : [compare(key, 'gte', from)]),
      ...(to === undefined ? [] : [compare(key, 'lte', to)]),
    )
  }
  return all(
    ...(from === undefined ? [] : [compare(key, 'gte', midnightOf(from, timeZone))]),
    ...(to === undefined ? [] : [compare(key, 'lt', midnightOf(addDays(to, 1), timeZone))]),
  )
}
