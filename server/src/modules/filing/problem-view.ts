// SPDX-License-Identifier: MIT
import { type AnswerProblem, fieldOnForm, fieldProblemText, inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { filingMessages } from './messages.ts'
import type { OpenDraft } from './open-draft.ts'
import { topField } from './page-answers.ts'

/** Why an answer is refused, in the reader's language, at its input. */
export type ProblemView = {
  /** Name of the input: `place.postcode`, `children.0.firstName`. */
  readonly path: string
  readonly page: string
  readonly code: string
  /** The question it is about. */
  readonly label: string
  readonly text: string
}

/** A problem of an answer; of one file among those sent when it carries the file's name. */
export type FoundProblem = AnswerProblem & { readonly fileName?: string }

export function problemView(
  context: Context,
  { installed, scope }: OpenDraft,
  found: FoundProblem,
): ProblemView {
  const { locale } = context.actor
  const key = topField(found.path)
  const item = installed.form.pages.flatMap(({ items }) => items).find(({ field }) => field === key)
  const field = item && fieldOnForm(scope.collection, item)
  const sentence = fieldProblemText(found.problem, locale)
  return {
    path: found.path,
    page: found.page,
    code: found.problem.code,
    label: field ? inLocale(field.label, locale) : key,
    text: found.fileName === undefined ? sentence : filingMessages(locale).ofFile(found.fileName, sentence),
  }
}
