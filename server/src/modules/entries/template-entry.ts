// SPDX-License-Identifier: MIT
import { type Collection, fieldType, inLocale, isEmpty, type Locale } from '@guichet/engine'

/** What is known of an entry besides its fields. */
export type EntryFacts = {
  readonly number: string | null
  readonly title: string
  readonly state: string | null
}

/**
 * The `entry` of templates and titles: each field as a person reads it, an empty one as '', with `number`, `title`
 * and `state` (the public word). `raw` holds the stored values, for expressions that compute.
 *
 * Unmasked: a title or a mail shows what its author wrote in the template, whoever reads it.
 */
export function templateEntry(
  definition: Collection,
  values: Readonly<Record<string, unknown>>,
  facts: EntryFacts,
  { locale, timeZone }: { locale: Locale; timeZone: string },
): Record<string, unknown> {
  const shown: Record<string, unknown> = {}
  for (const [key, field] of Object.entries(definition.fields)) {
    const value = values[key]
    shown[key] = isEmpty(value) ? '' : fieldType(field).display(value, field, locale, { timeZone })
  }
  const state = facts.state === null ? undefined : definition.lifecycle?.states[facts.state]
  return {
    ...shown,
    number: facts.number ?? '',
    title: facts.title,
    state: state ? inLocale(state.publicLabel ?? state.label, locale) : '',
    raw: values,
  }
}
