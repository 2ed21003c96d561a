// SPDX-License-Identifier: MIT
import { isLuhn } from './luhn.ts'

/** SIREN of La Poste, whose thousands of establishments outgrew the Luhn test. */
const laPoste = '356000000'

/** Whether nine digits are the number of a French legal unit (code de commerce, art. R123-221). */
export function isSiren(siren: string): boolean {
  return /^\d{9}$/.test(siren) && siren !== '000000000' && isLuhn(siren)
}

/**
 * Whether fourteen digits are the number of a French establishment: SIREN and five digits.
 *
 * Establishments of La Poste are also valid when the sum of their digits is a multiple of five.
 */
export function isSiret(siret: string): boolean {
  if (!/^\d{14}$/.test(siret) || !isSiren(siret.slice(0, 9))) return false
  return isLuhn(siret) || (siret.startsWith(laPoste) && digitSum(siret) % 5 === 0)
}

function digitSum(digits: string): number {
  return Array.from(digits, Number).reduce((sum, digit) => sum + digit, 0)
}
