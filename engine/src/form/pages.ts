// SPDX-License-Identifier: MIT
import type { Form, FormPage } from './form.ts'
import { formFields, placedItems, visiblePages, type Answers, type FormScope } from './visibility.ts'

/** The page after `pageKey` among those shown; `undefined` after the last one: time to check one's answers. */
export function nextPage(
  form: Form,
  scope: FormScope,
  answers: Answers,
  pageKey: string,
): FormPage | undefined {
  const from = form.pages.findIndex((page) => page.key === pageKey)
  return visiblePages(form, scope, answers).find((page) => form.pages.indexOf(page) > from)
}

/** The page before `pageKey` among those shown; `undefined` on the first one. */
export function previousPage(
  form: Form,
  scope: FormScope,
  answers: Answers,
  pageKey: string,
): FormPage | undefined {
  const from = form.pages.findIndex((page) => page.key === pageKey)
  return visiblePages(form, scope, answers).findLast((page) => form.pages.indexOf(page) < from)
}

/**
 * The answers without those of the form's hidden fields: what was typed, then hidden by a later choice, is not
 * stored (RGPD, art. 5.1.c: no more data than needed). Values of other fields are left alone.
 */
export function answersToKeep(form: Form, scope: FormScope, answers: Answers): Record<string, unknown> {
  const asked = new Set(formFields(form))
  const shown = new Set(placedItems(form, scope, answers).map(({ item }) => item.field))
  return Object.fromEntries(
    Object.entries(answers).filter(([field]) => !asked.has(field) || shown.has(field)),
  )
}
