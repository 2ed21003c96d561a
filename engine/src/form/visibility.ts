// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import { answersHold } from '../condition/holds.ts'
import type { Condition } from '../condition/condition.ts'
import type { Form, FormItem, FormPage } from './form.ts'

/** Values by field, as stored; `null` and absent are both empty. */
export type Answers = Readonly<Record<string, unknown>>

/** What a form's conditions are read against, besides the answers. */
export type FormScope = {
  readonly collection: Collection
  /** Calendar day at the body's place, `YYYY-MM-DD`. */
  readonly today: string
  /** Instant of the answer, ISO 8601: limits around today are enforced and consents dated only when it is given. */
  readonly now?: string
  /** IANA name; `Europe/Paris` when absent. */
  readonly timeZone?: string
}

/** An item that is shown, on its page. */
export type PlacedItem = { readonly page: FormPage; readonly item: FormItem }

/**
 * The items shown for these answers, in order.
 *
 * Read once from first to last: the answer to a field of this form counts for the conditions that follow only when
 * that field is itself shown, so what hides a question hides all that depends on it. Fields that are not on the form
 * (presets, values the desk wrote) count as they are.
 */
export function placedItems(form: Form, scope: FormScope, answers: Answers): readonly PlacedItem[] {
  const walk = startWalk(form, scope, answers)
  return form.pages.flatMap((page) =>
    walk.shows(page.showWhen)
      ? page.items.filter((item) => walk.meets(item, answers[item.field])).map((item) => ({ page, item }))
      : [],
  )
}

/** The pages with something to show for these answers. */
export function visiblePages(form: Form, scope: FormScope, answers: Answers): readonly FormPage[] {
  const shown = new Set(placedItems(form, scope, answers).map(({ page }) => page))
  return form.pages.filter((page) => shown.has(page))
}

/** The items shown on one page for these answers; none when the page itself is hidden or unknown. */
export function visibleItems(
  form: Form,
  pageKey: string,
  scope: FormScope,
  answers: Answers,
): readonly FormItem[] {
  return placedItems(form, scope, answers)
    .filter(({ page }) => page.key === pageKey)
    .map(({ item }) => item)
}

/** Every field the form may ask for, once each, in order. */
export function formFields(form: Form): readonly string[] {
  return [...new Set(form.pages.flatMap((page) => page.items.map((item) => item.field)))]
}

/** A reading of the form from first item to last, which knows the answers that count so far. */
export type Walk = {
  shows(condition: Condition | undefined): boolean
  /** Whether the item is shown; its answer counts from then on. */
  meets(item: FormItem, answer: unknown): boolean
}

/** Starts a reading with the values of the fields that the form does not ask for. */
export function startWalk(form: Form, scope: FormScope, answers: Answers): Walk {
  const asked = new Set(formFields(form))
  const counting: Record<string, unknown> = Object.fromEntries(
    Object.entries(answers).filter(([field]) => !asked.has(field)),
  )
  const shows = (condition: Condition | undefined) =>
    condition === undefined || answersHold(condition, counting, scope)
  return {
    shows,
    meets(item, answer) {
      const shown = shows(item.showWhen)
      if (shown) counting[item.field] = answer ?? null
      return shown
    },
  }
}
