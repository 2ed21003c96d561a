// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import { getLocale } from '../paraglide/runtime.js'

/** A text that an administrator wrote, in the reader's language. */
export function inLanguage(text: LocalizedText): string {
  return text[getLocale()]
}
