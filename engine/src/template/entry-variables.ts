// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { EntryRow } from '../condition/scope.ts'
import { formatDate } from '../field-types/format.ts'
import { fieldType, type Field } from '../field-types/registry.ts'
import { dayAt } from '../identifiers/zoned-time.ts'
import type { Locale } from '../text/localized.ts'

/** For whom an entry is written out. */
export type Reader = {
  readonly locale: Locale
  /** IANA name; `Europe/Paris` when absent. */
  readonly timeZone?: string | undefined
  /** Name of an entry or attachment that a value names by its id. */
  readonly nameOf: (id: string) => string | undefined
}

/** An entry as templates read it: `entry.place` is what a person reads, `entry.raw.place.citycode` what is stored. */
export type EntryVariables = Readonly<Record<string, string>> & { readonly raw: EntryRow['values'] }

/** What templates read of an entry besides its fields; mails may list them among their facts. */
export const shownSystemValues: readonly string[] = [
  'number',
  'title',
  'state',
  'createdAt',
  'closedAt',
  'legalDueOn',
]

/** The variable `entry` of templates, in the reader's language. An empty field is an empty text. */
export function entryVariables(collection: Collection, row: EntryRow, reader: Reader): EntryVariables {
  const shown = Object.entries(collection.fields).map(([key, field]): [string, string] => [
    key,
    shownValue(field, row.values[key] ?? null, reader),
  ])
  const texts: Record<string, string> = {
    ...systemTexts(collection, row, reader),
    ...Object.fromEntries(shown),
  }
  return Object.assign(texts, { raw: row.values })
}

function systemTexts(collection: Collection, row: EntryRow, reader: Reader): Record<string, string> {
  const state = row.state === null ? undefined : collection.lifecycle?.states[row.state]
  return {
    number: row.number ?? '',
    title: row.title ?? '',
    state: (state?.publicLabel ?? state?.label)?.[reader.locale] ?? '',
    createdAt: longDay(row.createdAt, reader),
    closedAt: row.closedAt === null ? '' : longDay(row.closedAt, reader),
    legalDueOn: row.legalDueOn ? formatDate(row.legalDueOn, reader.locale) : '',
  }
}

/** A stored value as its reader sees it; empty when it is. */
export function shownValue(field: Field, value: unknown, reader: Reader): string {
  if (value === null || value === undefined) return ''
  switch (field.type) {
    case 'reference':
    case 'file':
      return namesOf([value], reader)
    case 'references':
    case 'files':
      return namesOf(Array.isArray(value) ? value : [value], reader)
    default:
      return fieldType(field).display(value, field, reader.locale, timeZoneOf(reader))
  }
}

function namesOf(ids: readonly unknown[], reader: Reader): string {
  return ids.flatMap((id) => (typeof id === 'string' ? (reader.nameOf(id) ?? []) : [])).join(', ')
}

/** « 18 novembre 2026 », at the body's place. */
export function longDay(instant: string, { locale, timeZone }: Pick<Reader, 'locale' | 'timeZone'>): string {
  return formatDate(dayAt(Date.parse(instant), timeZone ?? 'Europe/Paris'), locale)
}

function timeZoneOf(reader: Reader): { timeZone?: string } {
  return reader.timeZone === undefined ? {} : { timeZone: reader.timeZone }
}
