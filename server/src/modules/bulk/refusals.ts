// SPDX-License-Identifier: MIT
import { frenchSpaces, type LocalizedText } from '@guichet/engine'
import { presentProblem } from '../../platform/http/present-problem.ts'
import { isProblem, type Problem, problem } from '../../platform/http/problems.ts'
import type { BulkRefusal } from './bulk.ts'

/** Why an entry was left alone, as the same action alone would have said it. */
export function refusalOf(refused: Problem): BulkRefusal {
  if (isProblem(refused, 'invalid-input')) {
    const [first] = refused.data.fields
    if (first) return { code: refused.code, text: first.text }
  }
  const say = (locale: 'fr' | 'en') => presentProblem(refused, locale, '').detail
  return { code: refused.code, text: { fr: say('fr'), en: say('en') } }
}

/** The guard's own sentence, or that the entry is not in a state that allows it. */
export function notNow(because?: LocalizedText | null): BulkRefusal {
  return refusalOf(
    problem('transition-refused', {
      refusal: because ? 'guard' : 'wrong-state',
      ...(because && { because }),
    }),
  )
}

/** It has moved on since: taking the action back would undo somebody else's. */
export const movedOn: BulkRefusal = {
  code: 'moved-on',
  text: {
    fr: 'La fiche a changé depuis : elle reste où elle est.',
    en: 'It has changed since: it stays where it is.',
  },
}

/** Nothing leads back from there. */
export const noWayBack: BulkRefusal = {
  code: 'no-way-back',
  text: {
    fr: frenchSpaces('Aucune action ne ramène cette fiche où elle était.'),
    en: 'No action takes this entry back to where it was.',
  },
}
