// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'
import { en } from './messages.en.ts'
import { fr } from './messages.fr.ts'
import type { FieldProblem, ProblemMessages } from './problem.ts'

const messages: Record<Locale, ProblemMessages> = { fr, en }

/** The sentence shown at the input of a refused value. */
export function fieldProblemText(problem: FieldProblem, locale: Locale): string {
  // The compiler cannot follow that a problem's params are those of its own code; the type `FieldProblem` says it.
  const message = messages[locale][problem.code] as (params: unknown) => string
  return message('params' in problem ? problem.params : undefined)
}
