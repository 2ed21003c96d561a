// SPDX-License-Identifier: MIT
import { createHash, createHmac, timingSafeEqual } from 'node:crypto'

/** A secret of its own for each use of the installation's key: what leaks from one says nothing of the others. */
export function derivedSecret(secretKey: string, use: string): string {
  return keyedDigest(secretKey, `derive:${use}`).toString('base64url')
}

/** A digest that only this installation can compute: it proves what it signs, and hides what it stands for. */
export function keyedDigest(secret: string, text: string): Buffer {
  return createHmac('sha256', secret).update(text).digest()
}

/**
 * What the database keeps of a token or key. A plain digest is enough: with 256 random bits there is nothing to
 * guess, unlike a password.
 */
export function tokenHash(token: string): Buffer {
  return createHash('sha256').update(token).digest()
}

/** Compares in a time that does not tell where two digests differ. */
export function sameDigest(a: Buffer, b: Buffer): boolean {
  return a.length === b.length && timingSafeEqual(a, b)
}
