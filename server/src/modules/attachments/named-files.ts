// SPDX-License-Identifier: MIT
import type { Field } from '@guichet/engine'

/** A file that a value names, and the field at the top of its place. */
export type NamedFile = { readonly field: string; readonly id: string }

/** The files that checked values name, those inside groups too. */
export function namedFiles(
  fields: Readonly<Record<string, Field>>,
  values: Readonly<Record<string, unknown>>,
): NamedFile[] {
  return Object.entries(fields).flatMap(([key, field]) =>
    idsIn(field, values[key]).map((id) => ({ field: key, id })),
  )
}

function idsIn(field: Field, value: unknown): string[] {
  if (value === null || value === undefined) return []
  if (field.type === 'file') return typeof value === 'string' ? [value] : []
  if (field.type !== 'files' && field.type !== 'group') return []
  if (!Array.isArray(value)) return []
  if (field.type === 'files') return value.filter((id) => typeof id === 'string')
  return value.flatMap((item: unknown) =>
    typeof item === 'object' && item !== null
      ? namedFiles(field.fields, { ...item }).map(({ id }) => id)
      : [],
  )
}
