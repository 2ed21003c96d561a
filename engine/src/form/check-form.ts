// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import type { FieldProblem } from '../field-types/problem.ts'
import { checkFields, isAsked } from '../field-types/form-values.ts'
import type { Field } from '../field-types/registry.ts'
import type { Form, FormItem } from './form.ts'
import { startWalk, type Answers, type FormScope } from './visibility.ts'

/** Why an answer is refused, at the input it belongs to: `applicantEmail`, `children.0.name`. */
export type AnswerProblem = { readonly path: string; readonly page: string; readonly problem: FieldProblem }

export type FormOutcome =
  | { readonly ok: true; readonly values: Readonly<Record<string, unknown>> }
  | {
      readonly ok: false
      readonly problems: readonly AnswerProblem[]
      /** The answers that are right: kept in the draft in spite of the others. */
      readonly values: Readonly<Record<string, unknown>>
    }

/** The field as this form asks for it: its own words and its own demand. */
export function fieldOnForm(collection: Collection, item: FormItem): Field | undefined {
  const field = Object.hasOwn(collection.fields, item.field) ? collection.fields[item.field] : undefined
  if (!field) return undefined
  return {
    ...field,
    ...(item.label && { label: item.label }),
    ...(item.help && { help: item.help }),
    ...(item.required !== undefined && { required: item.required }),
  }
}

/**
 * Checks the answers given on one page. `known` are the values kept so far; the candidates of this page replace them.
 * A field without a candidate keeps its known value. Only what is shown is required, and only what is shown is kept.
 */
export function checkPage(
  form: Form,
  pageKey: string,
  scope: FormScope,
  known: Answers,
  candidates: Answers,
): FormOutcome {
  return checked(form, scope, known, candidates, (key) => key === pageKey)
}

/** Checks all the answers, page after page, before they are filed. */
export function checkForm(form: Form, scope: FormScope, known: Answers, candidates: Answers): FormOutcome {
  return checked(form, scope, known, candidates, () => true)
}

function checked(
  form: Form,
  scope: FormScope,
  known: Answers,
  candidates: Answers,
  isChecked: (pageKey: string) => boolean,
): FormOutcome {
  const walk = startWalk(form, scope, known)
  const values: Record<string, unknown> = {}
  const problems: AnswerProblem[] = []
  for (const page of form.pages) {
    if (!walk.shows(page.showWhen)) continue
    for (const item of page.items) {
      if (!isChecked(page.key)) {
        walk.meets(item, known[item.field])
        continue
      }
      const given = Object.hasOwn(candidates, item.field) ? candidates : known
      const outcome = checkItem(scope, item, given[item.field])
      if (!walk.meets(item, outcome.value === undefined ? known[item.field] : outcome.value)) continue
      if (outcome.value !== undefined && outcome.problems.length === 0) values[item.field] = outcome.value
      problems.push(...outcome.problems.map((problem) => ({ ...problem, page: page.key })))
    }
  }
  return problems.length === 0 ? { ok: true, values } : { ok: false, problems, values }
}

type ItemOutcome = { value: unknown; problems: readonly { path: string; problem: FieldProblem }[] }

/** What is not asked (computed, information) has no outcome; a candidate given for it is left aside. */
function checkItem(scope: FormScope, item: FormItem, candidate: unknown): ItemOutcome {
  const field = fieldOnForm(scope.collection, item)
  if (!field || !isAsked(field)) return { value: undefined, problems: [] }
  const outcome = checkFields(
    { [item.field]: field },
    { [item.field]: candidate },
    {
      required: 'enforce',
      ...(scope.now !== undefined && { moment: { now: scope.now, today: scope.today } }),
      ...(scope.timeZone !== undefined && { timeZone: scope.timeZone }),
    },
  )
  return outcome.ok
    ? { value: outcome.values[item.field] ?? null, problems: [] }
    : { value: null, problems: outcome.problems }
}
