// SPDX-License-Identifier: MIT
import { type FieldProblem, fieldProblemText } from '@guichet/engine'
import type { InputProblem } from './problems.ts'

/** Why a value is refused, and its place: `place.postcode`, `children.0.name`. */
export type PlacedFieldProblem = { readonly path: string; readonly problem: FieldProblem }

/** The same problems as they are answered, in both languages. */
export function inputProblems(problems: readonly PlacedFieldProblem[]): InputProblem[] {
  return problems.map(({ path, problem }) => ({
    path,
    code: problem.code,
    text: { fr: fieldProblemText(problem, 'fr'), en: fieldProblemText(problem, 'en') },
  }))
}
