// SPDX-License-Identifier: MIT
import { addDays } from '../identifiers/iso-date.ts'
import { dayRef, filesRef, recordRef, type DemonstrationValue } from './demonstration.ts'

/** What a demonstration's names stand for, on an installation. */
export type DemonstrationNames = {
  /** Id of the record of that name. */
  readonly recordId: (name: string) => string
  /** Id of the attachment made from that file. */
  readonly fileId: (file: string) => string
  /** Calendar day of the filing or act, `YYYY-MM-DD`. */
  readonly day: string
}

/** The values of a filing or act as a form would give them: records, files and days in the place of their names. */
export function demonstrationValues(
  values: Readonly<Record<string, DemonstrationValue>>,
  names: DemonstrationNames,
): Record<string, unknown> {
  return Object.fromEntries(Object.entries(values).map(([key, value]) => [key, meant(value, names)]))
}

/** The names of the files that a value is made of. */
export function filesNamedBy(value: DemonstrationValue): readonly string[] {
  const named = filesRef.safeParse(value)
  return named.success ? named.data.files : []
}

/** One file alone is its id: fields of one file take it so, those of several files as well. */
function meant(value: DemonstrationValue, names: DemonstrationNames): unknown {
  if (Array.isArray(value)) return value.map((item) => meant(item, names))
  if (value === null || typeof value !== 'object') return value
  const record = recordRef.safeParse(value)
  if (record.success) return names.recordId(record.data.ref)
  const day = dayRef.safeParse(value)
  if (day.success) return addDays(names.day, day.data.inDays)
  const ids = filesNamedBy(value).map(names.fileId)
  if (ids.length > 0) return ids.length === 1 ? ids[0] : ids
  return demonstrationValues({ ...value }, names)
}
