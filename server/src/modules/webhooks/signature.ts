// SPDX-License-Identifier: MIT
import { keyedDigest, sameDigest } from '../../platform/secrets.ts'

/** The header that proves who sends, what, and when. */
export const signatureHeader = 'guichet-signature'

/**
 * `t=…,v1=…`: the instant in seconds, and the HMAC-SHA256 of `instant.body` in hexadecimal. The instant is signed so
 * that a copy sent later is recognised by its age.
 */
export function sign(secret: string, body: string, at: Date): string {
  const seconds = Math.floor(at.getTime() / 1000)
  return `t=${seconds},v1=${keyedDigest(secret, `${seconds}.${body}`).toString('hex')}`
}

/** Whether a signature is ours and no older than `toleranceSeconds`: what the receiving program does. */
export function isSigned(
  secret: string,
  body: string,
  signature: string,
  { now, toleranceSeconds = 300 }: { now: Date; toleranceSeconds?: number },
): boolean {
  const [, seconds, digest] = /^t=(\d{1,12}),v1=([0-9a-f]{64})$/.exec(signature) ?? []
  if (seconds === undefined || digest === undefined) return false
  const age = Math.abs(now.getTime() / 1000 - Number(seconds))
  const expected = keyedDigest(secret, `${seconds}.${body}`)
  return age <= toleranceSeconds && sameDigest(expected, Buffer.from(digest, 'hex'))
}
