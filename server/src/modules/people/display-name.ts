// SPDX-License-Identifier: MIT
import { fieldType, isEmpty, type Locale } from '@guichet/engine'
import type { DirectoryCollection } from './directory.ts'
import type { NamedRow } from './people.queries.ts'

/** The name as a person reads it; the mailbox when there is none. */
export function displayName(
  collection: DirectoryCollection,
  row: Pick<NamedRow, 'name' | 'email'>,
  locale: Locale,
): string {
  if (isEmpty(row.name)) return row.email ?? ''
  return fieldType(collection.nameField).display(row.name, collection.nameField, locale)
}
