// SPDX-License-Identifier: MIT
import type { Fields } from '../field-types/registry.ts'
import { addDays } from '../identifiers/iso-date.ts'
import { dayRef, filesRef, recordRef, type DemonstrationValue } from './demonstration.ts'

/** What a demonstration's names stand for, on an installation. */
export type DemonstrationNames = {
  /** Id of the record of that name. */
  readonly recordId: (name: string) => string
  /** Id of the attachment made from that file, deposited for this field. */
  readonly fileId: (file: string, field: string) => string
  /** Calendar day of the filing or act, `YYYY-MM-DD`. */
  readonly day: string
}

/** The values of a filing or act as a form would give them: records, files and days in the place of their names. */
export function demonstrationValues(
  values: Readonly<Record<string, DemonstrationValue>>,
  fields: Fields,
  names: DemonstrationNames,
): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(values).map(([key, value]) => [
      key,
      meant(value, key, fields[key]?.type === 'file', names),
    ]),
  )
}

/** The names of the files that the values deposit, with the field each is for. */
export function demonstrationFiles(
  values: Readonly<Record<string, DemonstrationValue>>,
): readonly { readonly field: string; readonly file: string }[] {
  return Object.entries(values).flatMap(([field, value]) => {
    const named = filesRef.safeParse(value)
    return named.success ? named.data.files.map((file) => ({ field, file })) : []
  })
}

function meant(
  value: DemonstrationValue,
  field: string,
  isOneFile: boolean,
  names: DemonstrationNames,
): unknown {
  if (Array.isArray(value)) return value.map((item) => meant(item, field, isOneFile, names))
  if (value === null || typeof value !== 'object') return value
  const record = recordRef.safeParse(value)
  if (record.success) return names.recordId(record.data.ref)
  const day = dayRef.safeParse(value)
  if (day.success) return addDays(names.day, day.data.inDays)
  const deposited = filesRef.safeParse(value)
  if (deposited.success) {
    const ids = deposited.data.files.map((file) => names.fileId(file, field))
    return isOneFile ? ids[0] : ids
  }
  return Object.fromEntries(
    Object.entries(value).map(([key, item]) => [key, meant(item, field, isOneFile, names)]),
  )
}
