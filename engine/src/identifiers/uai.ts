// SPDX-License-Identifier: MIT

/** The alphabet without I, O and Q, which look like digits. */
const controlLetters = 'ABCDEFGHJKLMNPRSTUVWXYZ'

/** Whether a text is the number of a French school (UAI, once RNE): seven digits and the letter of their rest by 23. */
export function isUai(uai: string): boolean {
  return /^\d{7}[A-Z]$/.test(uai) && controlLetters.charAt(Number(uai.slice(0, 7)) % 23) === uai.charAt(7)
}
