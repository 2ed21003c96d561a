// SPDX-License-Identifier: MIT
import { fold } from '@guichet/engine'

/** Words too common to find a procedure by. Folded. */
const emptyWords = new Set(
  (
    'a ai au aux avec ce ces cette comment d dans de des du elle en est et faire il j je l la le les leur ma mes mon n ' +
    'ne nos notre on ou par pas pour puis qu que qui s sa se ses si son sur t un une vos votre vous y ' +
    'an and are can do for from how i in is my of on or the to we what with you your'
  ).split(' '),
)

/** The words of a text that it may be found by, folded and reduced to their stem. */
export function searchWords(text: string): string[] {
  return fold(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '' && !emptyWords.has(word))
    .map(stem)
}

/**
 * A word without its marks of number and gender, so that « actes » finds « acte » and « éteinte » « éteint ».
 *
 * After J. Savoy's minimal stemmer for French (A stemming procedure and stopword list for general French corpora,
 * JASIS 50(10), 1999): light on purpose, two words that differ by more stay different. Expects a folded word.
 */
export function stem(word: string): string {
  if (word.length < 4) return word
  if (word.endsWith('aux') && word.length > 4) return `${word.slice(0, -3)}al`
  const singular = /[sx]$/.test(word) ? word.slice(0, -1) : word
  const masculine = singular.length > 4 && singular.endsWith('e') ? singular.slice(0, -1) : singular
  return masculine.length > 4 && masculine.endsWith('e') ? masculine.slice(0, -1) : masculine
}

/** How well a word that was typed names a word of a text: 1 the same, less for its beginning or one slip, 0 not. */
export function likeness(typed: string, word: string): number {
  if (typed === word) return 1
  if (typed.length >= 3 && word.startsWith(typed)) return 0.7
  return typed.length >= 5 && isOneSlip(typed, word) ? 0.5 : 0
}

/** Whether one letter changed, added or missing leads from one word to the other. */
function isOneSlip(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1) return false
  let same = 0
  while (same < short.length && short[same] === long[same]) same += 1
  return short.slice(same + (short.length === long.length ? 1 : 0)) === long.slice(same + 1)
}
