// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'

const sentence = (fr: string, en: string): LocalizedText => ({ fr: frenchSpaces(fr), en })

/** What is said of a body's own edits that need a look. */
export const adjustmentMessages = {
  gone: (key: string) =>
    sentence(
      `La solution n’a plus « ${key} » : votre réglage est gardé, mais il n’a plus d’effet.`,
      `The solution has no “${key}” any more: your setting is kept, without effect.`,
    ),
  gonePart: sentence(
    'Ce message n’a plus cette partie : votre texte est gardé, mais il n’est plus envoyé.',
    'This message has not this part any more: your text is kept, but not sent.',
  ),
  originalChanged: sentence(
    'Le texte d’origine a changé depuis que vous l’avez remplacé. Votre texte reste envoyé : comparez les deux.',
    'The original text has changed since you replaced it. Yours is still sent: compare the two.',
  ),
  closesBeforeOpening: sentence('La démarche ferme avant d’ouvrir.', 'The procedure closes before it opens.'),
} as const
