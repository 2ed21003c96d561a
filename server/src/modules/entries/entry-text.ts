// SPDX-License-Identifier: MIT
import {
  type Collection,
  compileTemplate,
  type EntryRow,
  entryVariables,
  fieldType,
  isEmpty,
  titleTemplateFor,
} from '@guichet/engine'
import type { Release } from '../definitions/index.ts'

const longestTitle = 200

/** The title of an entry, from the template of its collection that fits; its number when the template gives nothing. */
export function entryTitle(
  definition: Collection,
  values: Readonly<Record<string, unknown>>,
  facts: Pick<EntryRow, 'number' | 'state' | 'createdAt'>,
  { release, today, timeZone }: { release: Release; today: string; timeZone: string },
): string {
  const template = titleTemplateFor(definition, values, today)
  const compiled = compileTemplate(template, { cache: release.expressions, timeZone })
  const row: EntryRow = { ...untitled, ...facts, updatedAt: facts.createdAt, values }
  const entry = entryVariables(definition, row, { locale: 'fr', timeZone, nameOf: () => undefined })
  const title = compiled.ok ? compiled.render({ entry }).replace(/\s+/g, ' ').trim() : ''
  return (title || facts.number || '–').slice(0, longestTitle)
}

const untitled = { id: '', collection: 'none.none', title: null, owner: null, closedAt: null } as const

/** The words an entry is found by: those of the fields its collection lists. */
export function searchWords(definition: Collection, values: Readonly<Record<string, unknown>>): string {
  return (definition.search ?? [])
    .flatMap((key) => {
      const field = definition.fields[key]
      const value = values[key]
      if (!field || isEmpty(value)) return []
      const type = fieldType(field)
      return [type.searchText ? type.searchText(value, field) : type.display(value, field, 'fr')]
    })
    .join('\n')
}
