// SPDX-License-Identifier: MIT

const NARROW = '\u202F'
const WIDE = '\u00A0'

/**
 * French text with the spaces that keep a sign on the line of its word: narrow before `; ? ! %`, plain no-break before
 * `: »` and after `«`, none broken inside a number or before `€` (Lexique des règles typographiques de l'Imprimerie
 * nationale). Only spaces already typed are changed, so that addresses, times and `{{ tags }}` stay as they are.
 */
export function frenchSpaces(text: string): string {
  return text
    .split(/(\{\{.*?\}\})/su)
    .map((part, position) => (position % 2 === 1 ? part : spaced(part)))
    .join('')
}

function spaced(text: string): string {
  return text
    .replace(/ (?=[;?!%])/gu, NARROW)
    .replace(/ (?=[:»€])/gu, WIDE)
    .replace(/(?<=«) /gu, WIDE)
    .replace(/(?<=\d) (?=\d{3}(?!\d))/gu, NARROW)
    .replace(/(?<=\d) (?=(?:h|m²|j|Mo|Ko|km)(?![\p{L}\d]))/gu, WIDE)
    .replace(/(?<=\d\u00A0h) (?=\d)/gu, WIDE)
}
