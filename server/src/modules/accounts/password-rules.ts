// SPDX-License-Identifier: MIT
import { passwordLength } from './auth.ts'
import { foldPassword, isCommonPassword } from './common-passwords.ts'

export type PasswordRefusal =
  | 'password-too-short'
  | 'password-too-long'
  | 'password-too-easy'
  /** Among those that leaked and are tried first. */
  | 'password-common'
  /** Made of what anybody knows of the person: mailbox, name, body. */
  | 'password-personal'

/** Fewer different characters than this is a pattern, whatever the length. */
const minDifferent = 5
/** Digits alone are worth 50 bits from sixteen on. */
const minDigits = 16
/** What must be left of a password without the words that anybody knows of its owner. */
const minOwn = 8

/** Whose password it is: what is known of them cannot be it. */
export type PasswordOwner = {
  readonly email: string
  readonly name?: string | undefined
  /** The body that runs the site. */
  readonly body?: string
}

/**
 * Why this password may not be chosen, or nothing. Length is what is asked, without « one digit, one sign »: twelve
 * letters of one case are worth 56 bits, and 50 are wanted where tries are limited (délibération CNIL n° 2022-100 of 21
 * July 2022, second case; read 2026-11-21). What anybody would try first is refused.
 */
export async function passwordRefusal(
  password: string,
  owner: PasswordOwner,
): Promise<PasswordRefusal | undefined> {
  // In UTF-16 units, as the sign-in will count them.
  if (password.length < passwordLength.min) return 'password-too-short'
  if (password.length > passwordLength.max) return 'password-too-long'
  if (new Set(password.toLowerCase()).size < minDifferent) return 'password-too-easy'
  if (/^\d+$/.test(password) && password.length < minDigits) return 'password-too-easy'
  if (isPersonal(password, owner)) return 'password-personal'
  return (await isCommonPassword(password)) ? 'password-common' : undefined
}

function isPersonal(password: string, { email, name = '', body = '' }: PasswordOwner): boolean {
  const folded = foldPassword(password)
  const mailbox = foldPassword(email)
  const words = foldPassword(`${mailbox.split('@')[0]} ${name} ${body}`).match(/[a-z0-9]{3,}/g) ?? []
  const without = [mailbox, ...words.toSorted((a, b) => b.length - a.length)].reduce(
    (left, word) => left.replaceAll(word, ''),
    folded,
  )
  const own = without.replaceAll(/[^a-z0-9]/g, '')
  return without !== folded && own.length < minOwn
}
