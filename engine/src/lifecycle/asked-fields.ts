// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { isAsked } from '../field-types/form-values.ts'
import { fieldOnForm } from '../form/check-form.ts'
import type { Form } from '../form/form.ts'
import { type Answers, type FormScope, type PlacedItem, placedItems } from '../form/visibility.ts'
import { key } from '../text/key.ts'

/** A field to correct or complete, with what is said of it to who answers. */
export const askedField = z.strictObject({ field: key, word: z.string().trim().max(500).optional() })
export type AskedField = z.infer<typeof askedField>

/** The fields that may be named when a correction is asked: those the form shows for the answers given. */
export function askableFields(form: Form, scope: FormScope, answers: Answers): readonly string[] {
  const shown = placedItems(form, scope, answers).flatMap(({ item }) => {
    const field = fieldOnForm(scope.collection, item)
    return field && isAsked(field) ? [item.field] : []
  })
  return [...new Set(shown)]
}

/**
 * The items open to an answer that was asked for these fields: themselves, and the questions that the answers being
 * given bring up, which nobody could have named. Every shown item when no field was named.
 */
export function openItems(
  form: Form,
  scope: FormScope,
  stored: Answers,
  given: Answers,
  asked: readonly AskedField[],
): readonly PlacedItem[] {
  if (asked.length === 0) return placedItems(form, scope, { ...stored, ...given })
  const named = new Set(asked.map(({ field }) => field))
  const before = new Set(placedItems(form, scope, stored).map(({ item }) => item.field))
  let open = named
  // An answer counts only where it is open itself: another one brings nothing up.
  for (;;) {
    const counting = Object.fromEntries(Object.entries(given).filter(([field]) => open.has(field)))
    const items = placedItems(form, scope, { ...stored, ...counting }).filter(
      ({ item }) => named.has(item.field) || !before.has(item.field),
    )
    const next = new Set([...named, ...items.map(({ item }) => item.field)])
    if (next.size === open.size) return items
    open = next
  }
}
