// SPDX-License-Identifier: MIT

// Controls but tab and line ends; zero-width space and byte-order mark, which make equal texts differ; direction
// overrides, which make a text read otherwise than it is stored (Unicode TR 36). Joiners stay: emoji and Arabic need them.
const unwanted = /[^\P{Cc}\n\t]|[\u200b\u202a-\u202e\u2060\u2066-\u2069\ufeff]/gu

/** A text of several lines as it is stored: composed (NFC), lines ended by LF, no invisible character, no outer space. */
export function cleanText(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .toWellFormed() // PostgreSQL refuses a lone surrogate
    .replace(unwanted, '')
    .normalize('NFC')
    .trim()
}

/** A text of one line as it is stored: line ends and tabs become spaces. */
export function cleanLine(text: string): string {
  return cleanText(text).replace(/[\n\t]+/g, ' ')
}

/** Length as a person counts: an emoji outside the basic plane is one character. */
export function lengthOf(text: string): number {
  let length = 0
  for (const _ of text) length += 1
  return length
}

/** Whether a candidate says nothing: absent, or made of spaces. */
export function isBlank(candidate: unknown): candidate is null | undefined | '' {
  return (
    candidate === null ||
    candidate === undefined ||
    (typeof candidate === 'string' && cleanText(candidate) === '')
  )
}
