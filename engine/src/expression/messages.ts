// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'

/** A boolean inside a sentence. */
export const yesNo: Record<Locale, (value: boolean) => string> = {
  fr: (value) => (value ? 'oui' : 'non'),
  en: (value) => (value ? 'yes' : 'no'),
}
