// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { randomToken } from '../../platform/ids.ts'
import { derivedSecret, keyedDigest, sameDigest } from '../../platform/secrets.ts'
import { cookie, cookieValue } from './cookies.ts'

const cookieName = 'guichet.device'
const oneYearSeconds = 365 * 24 * 3600

/**
 * The mark of a browser on which this mailbox has signed in before, when it carries a true one. It opens nothing: it
 * only has its own count of failed tries, so that strangers who guess at the mailbox do not lock its owner out.
 *
 * Verified without looking the mailbox up: an unknown one takes the same time.
 */
export function deviceOf(platform: Platform, headers: Headers, email: string): string | undefined {
  const value = cookieValue(platform, headers, cookieName) ?? ''
  const [nonce = '', signature = ''] = value.split('.')
  if (nonce === '') return undefined
  const genuine = sameDigest(Buffer.from(signature, 'base64url'), sign(platform, email, nonce))
  return genuine ? nonce : undefined
}

/** The `Set-Cookie` that marks the browser for this mailbox; it replaces the mark of another. */
export function markDevice(platform: Platform, email: string): string {
  const nonce = randomToken(16)
  const value = `${nonce}.${sign(platform, email, nonce).toString('base64url')}`
  return cookie(platform, cookieName, value, { maxAgeSeconds: oneYearSeconds })
}

function sign(platform: Platform, email: string, nonce: string): Buffer {
  return keyedDigest(derivedSecret(platform.secretKey, 'devices'), `${nonce} ${email}`)
}
