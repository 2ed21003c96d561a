// SPDX-License-Identifier: MIT

export const longestMessage = 10_000

/** What was typed, as plain text: paragraphs kept, nothing invisible, no blank at the ends. */
export function plainText(typed: string): string {
  return typed
    .normalize('NFC')
    .replace(/\r\n?/g, '\n')
    .replace(/[\p{Cc}\p{Cf}\p{Co}\p{Cs}]/gu, (sign) =>
      sign === '\n' || sign === '\t' || isJoiner(sign) ? sign : '',
    )
    .replace(/[ \t]+$/gm, '')
    .replace(/\n{4,}/g, '\n\n\n')
    .trim()
}

/** The joiners of emoji and of several scripts mean something; the signs that turn the reading order do not. */
function isJoiner(sign: string): boolean {
  return sign === '\u200c' || sign === '\u200d'
}
