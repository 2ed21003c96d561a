// SPDX-License-Identifier: MIT
import { z } from 'zod'
import type { DefinitionProblem } from './definition-messages.ts'
import { inLocale, locales, localizedText, type Locale } from '../text/localized.ts'

/** What may be chosen: the stored key, and the words that people see. Keys never contain the separator of cells. */
const option = z.strictObject({
  value: z.string().regex(/^[a-zA-Z0-9][\w-]{0,47}$/),
  label: localizedText,
  /** As those who handle entries read it: « Le demandeur » for « Vous-même ». */
  shortLabel: localizedText.optional(),
  help: localizedText.optional(),
})
export type ChoiceOption = z.infer<typeof option>

export const options = z.array(option).min(1).max(500)

/** The refinement of a field with options: two options with one key could not be told apart once stored. */
export const withDistinctValues = [
  (field: { options: readonly ChoiceOption[] }) =>
    new Set(field.options.map((option) => option.value)).size === field.options.length,
  { message: 'duplicate_option' satisfies DefinitionProblem, path: ['options'] },
] as const satisfies [
  (field: { options: readonly ChoiceOption[] }) => boolean,
  { message: string; path: string[] },
]

/** The words of a key; the key itself when the option has left the field since. */
export function labelOf(value: string, options: readonly ChoiceOption[], locale: Locale): string {
  const option = options.find((option) => option.value === value)
  return option ? inLocale(option.label, locale) : value
}

/** The key meant by a spreadsheet's cell: a key, or the label in either language. */
export function optionValue(cell: string, options: readonly ChoiceOption[]): string {
  const word = cell.trim()
  if (options.some((option) => option.value === word)) return word
  const meant = (option: ChoiceOption) =>
    locales.some((locale) => option.label[locale].toLowerCase() === word.toLowerCase())
  return options.find(meant)?.value ?? word
}
