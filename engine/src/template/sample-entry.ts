// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { EntryRow } from '../condition/scope.ts'
import type { Field } from '../field-types/registry.ts'
import { inLocale, type Locale } from '../text/localized.ts'
import { sampleWords } from './sample-messages.ts'

/**
 * An entry that never was, to preview a message about entries of a collection: every field filled in with words of its
 * kind. No real entry is read, so that who writes the texts needs no right on any.
 *
 * The collection returned is the same with every field a text: what is shown is what the sample says.
 */
export function sampleEntry(
  collection: Collection,
  { locale, now }: { readonly locale: Locale; /** Instant, ISO 8601. */ readonly now: string },
): { readonly collection: Collection; readonly row: EntryRow } {
  const fields = Object.entries(collection.fields)
  const shown = fields.map(([key, field]): [string, Field] => [key, { type: 'text', label: field.label }])
  const values = fields.map(([key, field]) => [key, sampleValue(field, locale)])
  const state = collection.lifecycle?.initial ?? null
  return {
    collection: { ...collection, fields: Object.fromEntries(shown) },
    row: {
      id: 'sample',
      collection: 'sample.sample',
      state,
      number: collection.numbering ? sampleNumber(collection.numbering, now) : null,
      title: inLocale(collection.title, locale),
      owner: null,
      createdAt: now,
      updatedAt: now,
      closedAt: null,
      values: Object.fromEntries(values),
    },
  }
}

function sampleNumber({ pattern, digits }: { pattern: string; digits: number }, now: string): string {
  return pattern.replace('{year}', now.slice(0, 4)).replace('{sequence}', '1'.padStart(digits, '0'))
}

function sampleValue(field: Field, locale: Locale): string {
  if (field.type === 'choice' || field.type === 'choices') {
    const [option] = field.options
    return option ? inLocale(option.label, locale) : ''
  }
  const words = sampleWords[locale]
  return words[field.type] ?? inLocale(field.label, locale)
}
