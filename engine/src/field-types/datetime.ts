// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { parseDate } from '../identifiers/iso-date.ts'
import { instantOf, localTimeAt } from '../identifiers/zoned-time.ts'
import { checkDate, readDate, writeDate } from './date.ts'
import { fieldBase, type Checked, type FieldOptions, type FieldType } from './field-type.ts'
import { isRecord, member, valueOf } from './form-access.ts'
import { formatDateTime, timeZoneOf } from './format.ts'
import { ordered } from './operators.ts'
import { accepted, nothing, refused } from './outcome.ts'
import { cleanLine, isBlank } from './plain-text.ts'
import { titles } from './titles.ts'

const schema = z.strictObject({ type: z.literal('datetime'), ...fieldBase })

export type DateTimeField = z.infer<typeof schema>

/**
 * An instant, stored in UTC (`2026-09-01T07:30:00.000Z`), given and shown in the body's time zone.
 *
 * A form sends a day (as a date field) and a time: `name.date`, `name.time`; or both in one, `2026-09-01T09:30`.
 * In the hour that clocks show twice, the first one is meant.
 */
export const datetime = {
  key: 'datetime',
  title: titles.datetime,
  schema,
  column: () => ({ sql: 'timestamptz' }),
  comparable: () => 'datetime',
  operators: () => ordered,
  read: (form, name) => {
    const day = readDate(form, `${name}.date`)
    const time = valueOf(form, `${name}.time`)
    return day === null && time === null ? valueOf(form, name) : { date: day, time }
  },
  write: (value, name, _field, options) => {
    if (value === null) return {}
    const local = localTimeAt(Date.parse(value), timeZoneOf(options))
    return { ...writeDate(local.date, `${name}.date`), [`${name}.time`]: [shortTime(local.time)] }
  },
  check: (candidate, _field, options) => {
    if (isBlank(candidate)) return nothing
    if (candidate instanceof Date) return checkInstant(candidate.getTime())
    if (isRecord(candidate)) return checkLocal(member(candidate, 'date'), member(candidate, 'time'), options)
    return typeof candidate === 'string'
      ? checkText(cleanLine(candidate), options)
      : refused({ code: 'datetime' })
  },
  display: (value, _field, locale, options) => formatDateTime(value, locale, options),
  toCell: (value) => value ?? '',
  fromCell: (cell) => cell,
} satisfies FieldType<DateTimeField, string>

function checkText(text: string, options: FieldOptions | undefined): Checked<string> {
  const [, day, time, zone] =
    /^(\S+)[T ](\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?)(Z|[+-]\d{2}:\d{2})?$/.exec(text) ?? []
  if (day === undefined || time === undefined) return refused({ code: 'datetime' })
  if (zone === undefined) return checkLocal(day, time, options)
  const full = parseTime(time)
  return full && parseDate(day) === day
    ? checkInstant(Date.parse(`${day}T${full}${zone}`))
    : refused({ code: 'datetime' })
}

function checkLocal(day: unknown, time: unknown, options: FieldOptions | undefined): Checked<string> {
  const date = checkDate(day)
  const full = typeof time === 'string' ? parseTime(cleanLine(time)) : undefined
  if (!date.ok || date.value === null || !full) return refused({ code: 'datetime' })
  const instant = instantOf({ date: date.value, time: full }, timeZoneOf(options))
  return instant === undefined ? refused({ code: 'time_skipped' }) : checkInstant(instant)
}

function checkInstant(instantMs: number): Checked<string> {
  if (Number.isNaN(instantMs)) return refused({ code: 'datetime' })
  const iso = new Date(instantMs).toISOString()
  return /^[1-9]\d{3}-/.test(iso) ? accepted(iso) : refused({ code: 'datetime' })
}

/** `9:30`, `09:30:15.250`, `9h30`, `9 h` → `HH:MM:SS.mmm`. */
function parseTime(text: string): string | undefined {
  const found = /^(\d{1,2})(?::(\d{2})(?::(\d{2})(?:\.(\d{1,3}))?\d*)?|\s*h\s*(\d{2})?)$/i.exec(text)
  if (!found) return undefined
  const [, hours = '', minutes, seconds = '00', fraction = '', spoken = '00'] = found
  const time = `${hours.padStart(2, '0')}:${minutes ?? spoken}:${seconds}.${fraction.padEnd(3, '0')}`
  return /^(?:[01]\d|2[0-3]):[0-5]\d:[0-5]\d/.test(time) ? time : undefined
}

/** As precise as the instant: `09:30` mostly, `09:30:15.250` when there is more to keep. */
function shortTime(time: string): string {
  return time.replace(/(?::00)?\.000$/, '')
}
