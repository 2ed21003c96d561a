// SPDX-License-Identifier: MIT
import { type Collection, compileTemplate, fieldType, isEmpty } from '@guichet/engine'
import { templateEntry } from './template-entry.ts'

const longestTitle = 200

/** The title of an entry, from its collection's template; the number when the template gives nothing. */
export function entryTitle(
  definition: Collection,
  values: Readonly<Record<string, unknown>>,
  facts: { number: string | null; state: string | null },
): string {
  const compiled = compileTemplate(definition.entryTitle)
  const entry = templateEntry(definition, values, { ...facts, title: '' }, 'fr')
  const title = compiled.ok ? compiled.render({ entry }).replace(/\s+/g, ' ').trim() : ''
  return (title || facts.number || '–').slice(0, longestTitle)
}

/** The words an entry is found by: those of the fields its collection lists. */
export function searchWords(definition: Collection, values: Readonly<Record<string, unknown>>): string {
  return (definition.search ?? [])
    .flatMap((key) => {
      const field = definition.fields[key]
      const value = values[key]
      if (!field || isEmpty(value)) return []
      const type = fieldType(field)
      return [type.searchText ? type.searchText(value) : type.display(value, field, 'fr')]
    })
    .join('\n')
}
