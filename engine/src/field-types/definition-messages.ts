// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'

/** Why the settings of a field are refused when the schema alone cannot say it. The issue's message is the key. */
const definitionMessages = {
  min_above_max: {
    fr: 'Le minimum dépasse le maximum\u00a0: corrigez l’un des deux.',
    en: 'The minimum is above the maximum: correct one of them.',
  },
  unsafe_pattern: {
    fr: 'Ce motif n’est pas une expression régulière valide, ou peut être trop lent\u00a0: simplifiez ses répétitions.',
    en: 'This pattern is not a valid regular expression, or may be too slow: simplify its repetitions.',
  },
  pattern_on_long_text: {
    fr: 'Un texte soumis à un motif compte au plus 250\u00a0caractères\u00a0: réduisez la longueur maximale.',
    en: 'A text with a pattern has at most 250 characters: reduce its maximum length.',
  },
  date_limit: {
    fr: 'Écrivez une date (2026-09-01), today, ou today suivi d’un nombre de jours (today+30).',
    en: 'Write a date (2026-09-01), today, or today and a number of days (today+30).',
  },
  duplicate_option: {
    fr: 'Deux options ont la même clé\u00a0: donnez à chacune la sienne.',
    en: 'Two options have the same key: give each its own.',
  },
  no_member: {
    fr: 'Ce groupe est vide\u00a0: ajoutez-lui au moins un champ.',
    en: 'This group is empty: add at least one field.',
  },
  computed_member: {
    fr: 'Un groupe ne contient pas de valeur calculée\u00a0: placez-la hors du groupe.',
    en: 'A group holds no computed value: put it outside the group.',
  },
} as const satisfies Record<string, LocalizedText>

export type DefinitionProblem = keyof typeof definitionMessages

/** The sentence of an issue raised by `fieldSchema`; `undefined` when zod's own message says it. */
export function definitionMessage(issueMessage: string): LocalizedText | undefined {
  return Object.hasOwn(definitionMessages, issueMessage)
    ? definitionMessages[issueMessage as DefinitionProblem] // own key: just checked
    : undefined
}
