// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { frenchSpaces } from './typography.ts'

/** The languages of the product; the first is the one shown when nothing else is known. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/**
 * A text that an administrator writes: both languages, never one of them alone. The French one receives its no-break
 * spaces on the way, so that nobody has to type them.
 */
export const localizedText = z.object({
  fr: z.string().min(1).overwrite(frenchSpaces),
  en: z.string().min(1),
})
export type LocalizedText = z.infer<typeof localizedText>

/** The text in the reader's language. */
export function inLocale(text: LocalizedText, locale: Locale): string {
  return text[locale]
}
