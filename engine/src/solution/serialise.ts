// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { definitionMessage } from '../field-types/definition-messages.ts'
import type { LocalizedText } from '../text/localized.ts'
import { importMessages } from './import-messages.ts'
import { solutionSchema, type Solution } from './solution.ts'

/** Why a text is not a solution: the place in it, and what is expected there. */
export type ImportProblem = { readonly path: string; readonly message: LocalizedText }
export type Imported =
  | { readonly ok: true; readonly solution: Solution }
  | { readonly ok: false; readonly problems: readonly ImportProblem[] }

/** A solution as a text that people can read, compare and exchange. Importing it gives the same solution back. */
export function exportSolution(solution: Solution): string {
  return `${JSON.stringify(solution, null, 2)}\n`
}

/** Reads a solution written by `exportSolution` or by hand. Does not look at references between its parts: see `check`. */
export function importSolution(text: string): Imported {
  let candidate: unknown
  try {
    candidate = JSON.parse(text)
  } catch {
    return { ok: false, problems: [{ path: '', message: importMessages.notJson }] }
  }
  const french = solutionSchema.safeParse(candidate, { error: z.locales.fr().localeError })
  if (french.success) return { ok: true, solution: french.data }
  const english = solutionSchema.safeParse(candidate, { error: z.locales.en().localeError })
  return {
    ok: false,
    problems: french.error.issues.map((issue, index) => ({
      path: placeOf(issue.path),
      message: definitionMessage(issue.message) ?? {
        fr: issue.message,
        en: english.error?.issues[index]?.message ?? issue.message,
      },
    })),
  }
}

/** `grants[0].who` */
function placeOf(path: readonly PropertyKey[]): string {
  return path.reduce<string>(
    (place, key) =>
      typeof key === 'number' ? `${place}[${key}]` : place ? `${place}.${String(key)}` : String(key),
    '',
  )
}
