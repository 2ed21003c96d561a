// SPDX-License-Identifier: MIT
import {
  type AnswerProblem,
  type Answers,
  checkForm,
  checkPage,
  type Field,
  fieldOnForm,
  type FormOutcome,
  type FormPage,
  type FormValues,
  isEmpty,
  placedItems,
  readFields,
  visibleItems,
  visiblePages,
  writeFields,
} from '@guichet/engine'
import type { OpenDraft } from './open-draft.ts'
import { carries } from './typed-values.ts'

/** What going on from a page decides. */
export type PageDecision = {
  readonly outcome: FormOutcome
  /** Problems of what the applicant was shown. */
  readonly problems: readonly AnswerProblem[]
  /** Questions that these answers bring on this page and that were not shown yet: the page is shown again for them. */
  readonly appeared: readonly string[]
  /** The draft's answers after this page. */
  readonly answers: Answers
}

/** The fields of a page as its form asks for them, by key. */
export function pageFields(open: OpenDraft, page: FormPage): Record<string, Field> {
  return Object.fromEntries(
    page.items.flatMap((item) => {
      const field = fieldOnForm(open.scope.collection, item)
      return field ? [[item.field, field]] : []
    }),
  )
}

/** The candidates that a form gives: for what was shown on the page, and for what the form carries besides. */
export function pageCandidates(open: OpenDraft, page: FormPage, values: FormValues): Record<string, unknown> {
  const shown = shownOn(open, page.key, open.known)
  const fields = Object.entries(pageFields(open, page)).filter(
    ([key]) => shown.has(key) || carries(values, key),
  )
  return readFields(Object.fromEntries(fields), values)
}

/** Decides what a page's form says. Stores nothing. */
export function decidePage(open: OpenDraft, page: FormPage, values: FormValues): PageDecision {
  const { installed, scope, known, draft } = open
  const shownBefore = shownOn(open, page.key, known)
  const candidates = pageCandidates(open, page, values)
  const outcome = checkPage(installed.form, page.key, scope, known, candidates)
  const cleared = Object.fromEntries(Object.keys(candidates).map((key) => [key, null]))
  const after = { ...known, ...cleared, ...outcome.values }
  const shownAfter = shownOn(open, page.key, after)
  const appeared = [...shownAfter].filter(
    (key) => !shownBefore.has(key) && !carries(values, key) && isEmpty(known[key]),
  )
  const problems = outcome.ok ? [] : outcome.problems.filter(({ path }) => !appeared.includes(topField(path)))
  // What a choice has just hidden keeps its answer in the draft: the choice may be taken back.
  const hidden = Object.entries(draft.answers).filter(([key]) => key in cleared && !shownAfter.has(key))
  const answers = { ...draft.answers, ...cleared, ...outcome.values, ...Object.fromEntries(hidden) }
  return { outcome, problems, appeared, answers: filled(answers) }
}

function filled(answers: Answers): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([, value]) => !isEmpty(value)))
}

/** Decides the whole form: what was accepted, and what was typed where something is still wrong. */
export function decideForm(open: OpenDraft): FormOutcome {
  const { installed, scope, known, draft } = open
  const typed = installed.form.pages.flatMap((page) => {
    const on = draft.typed[page.key]
    return on ? [pageCandidates(open, page, on.values)] : []
  })
  return checkForm(installed.form, scope, known, Object.assign({}, ...typed) as Answers)
}

/** What the inputs of a page hold: what was typed when it is not right yet, else the answers. */
export function pageValues(open: OpenDraft, page: FormPage): FormValues {
  const timeZone = open.scope.timeZone
  const answered = writeFields(
    pageFields(open, page),
    open.known,
    '',
    timeZone === undefined ? {} : { timeZone },
  )
  const typed = open.draft.typed[page.key]
  if (!typed) return answered
  const untouched = Object.entries(answered).filter(([name]) => !carries(typed.values, topField(name)))
  const shown = shownOn(open, page.key, open.known)
  // What was shown and came back without a value was emptied: the old answer does not come back.
  return { ...Object.fromEntries(untouched.filter(([name]) => !shown.has(topField(name)))), ...typed.values }
}

/**
 * The pages that stay right when the answers change. A page on which an unseen question appears has to be looked at
 * again, even when that question may be left empty.
 */
export function stillDone(open: OpenDraft, answersAfter: Answers): string[] {
  const { installed, scope, known, draft } = open
  const { form } = installed
  const before = new Set(placedItems(form, scope, known).map(({ item }) => item.field))
  const after = { ...installed.procedure.presets, ...answersAfter }
  const unseen = placedItems(form, scope, after).filter(
    ({ item }) => !before.has(item.field) && isEmpty(after[item.field as keyof typeof after]),
  )
  return draft.donePages.filter((key) => !unseen.some(({ page }) => page.key === key))
}

/** The first page shown that is still to be filled in; `undefined` when only the check is left. */
export function firstToDo(open: OpenDraft): FormPage | undefined {
  const { installed, scope, known, draft } = open
  return visiblePages(installed.form, scope, known).find(({ key }) => !draft.donePages.includes(key))
}

export function shownOn(
  { installed, scope }: OpenDraft,
  pageKey: string,
  answers: Answers,
): ReadonlySet<string> {
  return new Set(visibleItems(installed.form, pageKey, scope, answers).map(({ field }) => field))
}

/** The field of an input: `place` for `place.postcode`. */
export function topField(path: string): string {
  return path.split('.', 1)[0] ?? path
}
