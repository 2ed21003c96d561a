// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'

/** Why a part of a request does not have the declared shape. Programs read this more often than people. */
export const shapeMessages = {
  invalid_type: {
    fr: 'Valeur absente, ou d’un autre type que celui attendu.',
    en: 'Missing, or of another type than expected.',
  },
  too_big: { fr: 'Valeur trop longue ou trop grande.', en: 'Too long or too large.' },
  too_small: { fr: 'Valeur trop courte ou trop petite.', en: 'Too short or too small.' },
  invalid_value: { fr: 'Valeur hors de la liste attendue.', en: 'Not one of the expected values.' },
  invalid_format: { fr: 'Valeur mal formée.', en: 'Wrong format.' },
  unrecognized_keys: { fr: 'Nom inconnu.', en: 'Unknown name.' },
  other: { fr: 'Valeur refusée.', en: 'Not accepted.' },
} as const satisfies Record<string, LocalizedText>
