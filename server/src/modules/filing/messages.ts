// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import { filingEn } from './messages.en.ts'
import { filingFr } from './messages.fr.ts'

/** What the filing of a request says to the applicant, besides what fields say. */
export type FilingMessages = {
  /** A problem of one file among those sent. */
  readonly ofFile: (name: string, sentence: string) => string
  readonly incomplete: string
  readonly changed: string
  /** The mail by which a draft is resumed; `title` is that of the procedure. */
  readonly resume: {
    readonly subject: (title: string) => string
    readonly body: (words: { title: string; body: string; until: string }) => string
    readonly button: string
  }
}

export function filingMessages(locale: Locale): FilingMessages {
  return locale === 'fr' ? filingFr : filingEn
}
