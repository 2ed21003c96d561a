// SPDX-License-Identifier: MIT
import { type Collection, columnName, type Field, fieldType } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'

/** A stored field with its column. */
export type StoredField = {
  readonly key: string
  readonly field: Field
  readonly column: string
  readonly type: string
  readonly array: boolean
}

/** The fields of a collection that have a column, in their order. */
export function storedFields(collection: Collection): StoredField[] {
  return Object.entries(collection.fields).flatMap(([key, field]) => {
    const column = fieldType(field).column(field)
    return column
      ? [{ key, field, column: columnName(key), type: column.sql, array: column.array === true }]
      : []
  })
}

/** The bound parameter that writes a value into its column. */
export function encodeValue(field: StoredField, value: unknown): RawBuilder<unknown> {
  const type = sql.raw(`${field.type}${field.array ? '[]' : ''}`)
  if (value === null || value === undefined) return sql`null::${type}`
  if (field.type === 'jsonb') return sql`${JSON.stringify(value)}::jsonb`
  return sql`${value}::${type}`
}

/** The value of a column as the engine knows it: numbers for numeric, ISO text for instants. */
export function decodeValue(field: StoredField, raw: unknown): unknown {
  if (raw === null || raw === undefined) return null
  if (raw instanceof Date) return raw.toISOString()
  if (field.type === 'numeric') return Number(raw)
  return raw
}

/** Select list of the stored fields, each under `f_` and its place: no name of ours can meet a name of theirs. */
export function fieldColumns(fields: readonly StoredField[], alias: string): RawBuilder<unknown>[] {
  return fields.map((field, at) => sql`${sql.ref(`${alias}.${field.column}`)} as ${sql.id(`f_${at}`)}`)
}

/** The values of a row selected with `fieldColumns`. */
export function decodeRow(
  fields: readonly StoredField[],
  row: Readonly<Record<string, unknown>>,
): Record<string, unknown> {
  return Object.fromEntries(fields.map((field, at) => [field.key, decodeValue(field, row[`f_${at}`])]))
}
