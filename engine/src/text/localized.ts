// SPDX-License-Identifier: MIT
import { z } from 'zod'

/** The languages of the product; the first is the one shown when nothing else is known. */
export const locales = ['fr', 'en'] as const
export type Locale = (typeof locales)[number]

/** A text that an administrator writes: both languages, never one of them alone. */
export const localizedText = z.object({ fr: z.string().min(1), en: z.string().min(1) })
export type LocalizedText = z.infer<typeof localizedText>

/** The text in the reader's language. */
export function inLocale(text: LocalizedText, locale: Locale): string {
  return text[locale]
}
