// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import { presentProblem } from '../http/present-problem.ts'
import { isProblem, type InputProblem, type Problem } from '../http/problems.ts'
import { inBoth, Refused } from './refused.ts'

/** What a command ends with when it was refused, in both languages; `undefined` for a fault, which keeps its stack. */
export function tellFailure(error: unknown): string | undefined {
  if (error instanceof Refused) return error.message
  if (!isProblem(error) || error.status === 500) return undefined
  const detail = (locale: Locale) => presentProblem(error, locale, '').detail
  return [inBoth({ fr: detail('fr'), en: detail('en') }), ...placesOf(error)].join('\n')
}

function placesOf({ data }: Problem): string[] {
  const { fields, errors } = (data ?? {}) as Partial<Record<'fields' | 'errors', readonly InputProblem[]>>
  return (fields ?? errors ?? []).map(({ path, text }) => placeLine(path, text))
}

/** One broken place, its sentence under it in both languages. */
export function placeLine(path: string, text: { fr: string; en: string }): string {
  return `  ${path}\n    ${inBoth(text).replace('\n', '\n    ')}`
}
