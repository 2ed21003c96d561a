// SPDX-License-Identifier: MIT
import { fieldType } from '../field-types/registry.ts'
import { columnName, systemColumnName } from '../publication/naming.ts'
import type { Collection } from './collection.ts'

/** The order of a list by what is awaited first, what is late before all: a collection that says its `due` days has it. */
export const dueSort = 'due'

/** A day that an entry is awaited by, and the column that holds it. */
export type DueDay = { readonly key: string; readonly column: string }

/** The days that entries of a collection are awaited by; none when it does not say. */
export function dueDays({ fields, due = [] }: Pick<Collection, 'fields' | 'due'>): readonly DueDay[] {
  return due.flatMap((key) => {
    if (key === 'legalDueOn') return [{ key, column: systemColumnName.legalDueOn }]
    const field = Object.hasOwn(fields, key) ? fields[key] : undefined
    return field?.type === 'date' && fieldType(field).column(field) ? [{ key, column: columnName(key) }] : []
  })
}
