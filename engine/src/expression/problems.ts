// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'

/** Why an expression is refused, and where: offsets in its text, the end excluded. */
export type ExpressionProblem = {
  readonly code:
    | 'syntax'
    | 'too-long'
    | 'unknown-name'
    | 'unknown-function'
    | 'wrong-type'
    | 'division-by-zero'
    | 'unclosed-tag'
    | 'empty-tag'
  readonly start: number
  readonly end: number
  /** The text at fault. */
  readonly found: string
}

const sentences: Record<ExpressionProblem['code'], (found: string) => LocalizedText> = {
  syntax: (found) => ({
    fr:
      found === '' ? 'L’expression est incomplète.' : `L’expression ne se lit plus à partir de « ${found} ».`,
    en: found === '' ? 'The expression is incomplete.' : `The expression cannot be read from “${found}” on.`,
  }),
  'too-long': () => ({
    fr: 'L’expression est trop longue : découpez-la en plusieurs champs calculés.',
    en: 'The expression is too long: split it into several computed fields.',
  }),
  'unknown-name': (found) => ({
    fr: `« ${found} » n’existe pas ici. Vérifiez le nom du champ.`,
    en: `“${found}” does not exist here. Check the name of the field.`,
  }),
  'unknown-function': (found) => ({
    fr: `Aucune fonction « ${found} ».`,
    en: `No function “${found}”.`,
  }),
  'wrong-type': (found) => ({
    fr: `« ${found} » mélange des valeurs qui ne vont pas ensemble, ou ne convient pas à cette fonction.`,
    en: `“${found}” mixes values that do not go together, or does not suit this function.`,
  }),
  'division-by-zero': (found) => ({
    fr: `« ${found} » divise par zéro.`,
    en: `“${found}” divides by zero.`,
  }),
  'unclosed-tag': (found) => ({
    fr: `La balise « ${found} » n’est pas fermée par « }} ».`,
    en: `The tag “${found}” is not closed by “}}”.`,
  }),
  'empty-tag': () => ({
    fr: 'La balise est vide : écrivez le nom d’un champ entre « {{ » et « }} ».',
    en: 'The tag is empty: write the name of a field between “{{” and “}}”.',
  }),
}

/** The sentence that tells it, in both languages. */
export function expressionProblemText(problem: ExpressionProblem): LocalizedText {
  const { fr, en } = sentences[problem.code](problem.found)
  return { fr: frenchSpaces(fr), en }
}
