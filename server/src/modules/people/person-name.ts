// SPDX-License-Identifier: MIT
import { fieldType, isEmpty, type Locale } from '@guichet/engine'
import type { DirectoryCollection } from './directory.ts'
import type { NamedRow } from './people.queries.ts'

/** A person's name in its two parts, which a directory keeps apart or as one text. */
export type PersonName = { readonly firstName: string; readonly lastName: string }

/** Both parts tidied, or nothing when one is missing. */
export function tidyName({ firstName, lastName }: PersonName): PersonName | undefined {
  const tidy = (part: string) => part.normalize('NFC').replaceAll(/\s+/g, ' ').trim()
  const name = { firstName: tidy(firstName), lastName: tidy(lastName) }
  return name.firstName === '' || name.lastName === '' ? undefined : name
}

/** A name written in one piece: the first word is the first name. For names that the body itself gives. */
export function nameInParts(name: string): PersonName | undefined {
  const [firstName = '', ...others] = name.trim().split(/\s+/)
  return tidyName({ firstName, lastName: others.join(' ') })
}

/** « Élise Courrière ». */
export function fullName({ firstName, lastName }: PersonName): string {
  return `${firstName} ${lastName}`
}

/** The name as the directory's field takes it. */
export function nameValue({ nameField }: DirectoryCollection, { firstName, lastName }: PersonName): unknown {
  return nameField.type === 'person_identity' ? { firstName, lastName } : fullName({ firstName, lastName })
}

/** The name as others read it, without civility or birth date; the mailbox when there is none. */
export function displayName(
  { nameField }: DirectoryCollection,
  row: Pick<NamedRow, 'name' | 'email'>,
  locale: Locale,
): string {
  if (isEmpty(row.name)) return row.email ?? ''
  // What the column of such a field holds was checked by its type.
  if (nameField.type === 'person_identity') return fullName(row.name as PersonName)
  return fieldType(nameField).display(row.name, nameField, locale)
}
