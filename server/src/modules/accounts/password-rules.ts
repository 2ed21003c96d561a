// SPDX-License-Identifier: MIT
import { passwordLength } from './auth.ts'

export type PasswordRefusal = 'password-too-short' | 'password-too-long' | 'password-too-easy'

/** Fewer different characters than this is a pattern, whatever the length. */
const minDifferent = 5

/**
 * Why this password may not be chosen, or nothing. Length is what is asked, without « one digit, one sign »: twelve
 * letters of one case are worth 56 bits, and 50 are wanted where tries are limited (délibération CNIL n° 2022-100 of 21
 * July 2022, second case; read 2026-11-21). What anybody would try first is refused.
 */
export function passwordRefusal(password: string, email: string): PasswordRefusal | undefined {
  // In UTF-16 units, as the sign-in will count them.
  if (password.length < passwordLength.min) return 'password-too-short'
  if (password.length > passwordLength.max) return 'password-too-long'
  const different = new Set(password.toLowerCase()).size
  const typed = password.toLowerCase()
  const mailbox = email.toLowerCase()
  const obvious = typed === mailbox || typed === mailbox.split('@')[0]
  return different < minDifferent || obvious ? 'password-too-easy' : undefined
}
