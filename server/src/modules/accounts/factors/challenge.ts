// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto'
import type { Platform } from '../../../platform/context.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { derivedSecret, keyedDigest, sameDigest, tokenHash } from '../../../platform/secrets.ts'
import { tokenMinutes } from '../token-purposes.ts'
import { insertTokenOnce } from '../tokens.queries.ts'

/** What a passkey is asked for: an answer to one is none to another. `accountId` is known but for a sign-in. */
export type ChallengeUse = {
  readonly use: 'sign-in' | 'second-factor' | 'add' | 'confirm'
  readonly accountId?: string
}

const purpose = 'passkey-answer'
const nonceBytes = 16
const timeBytes = 8

/**
 * What the passkey signs. It proves itself (time and keyed digest), so that showing the page of sign-in writes nothing;
 * only an answered one is kept, so that no answer serves twice.
 */
export function makeChallenge(platform: Platform, wanted: ChallengeUse): Buffer {
  const nonce = randomBytes(nonceBytes)
  const time = Buffer.alloc(timeBytes)
  time.writeBigUInt64BE(BigInt(platform.clock.now().getTime()))
  return Buffer.concat([nonce, time, digest(platform, wanted, nonce, time)])
}

/** Whether this is a challenge of ours, for this use, that is not too old. */
export function isOurChallenge(platform: Platform, wanted: ChallengeUse, challenge: string): boolean {
  const bytes = Buffer.from(challenge, 'base64url')
  const nonce = bytes.subarray(0, nonceBytes)
  const time = bytes.subarray(nonceBytes, nonceBytes + timeBytes)
  if (time.length < timeBytes) return false
  const age = platform.clock.now().getTime() - Number(time.readBigUInt64BE())
  const genuine = sameDigest(bytes.subarray(nonceBytes + timeBytes), digest(platform, wanted, nonce, time))
  return genuine && age >= 0 && age < tokenMinutes[purpose] * 60_000
}

/** Uses up a challenge that was answered. Returns whether it had not been before. */
export function spendChallenge(
  executor: Db | Tx,
  { clock }: Platform,
  { challenge, accountId }: { challenge: string; accountId: string },
): Promise<boolean> {
  const now = clock.now()
  return insertTokenOnce(executor, {
    hash: tokenHash(Buffer.from(challenge, 'base64url').toString('base64url')),
    purpose,
    subjectId: accountId,
    now,
    expiresAt: new Date(now.getTime() + tokenMinutes[purpose] * 60_000),
  })
}

function digest(
  platform: Platform,
  { use, accountId = '' }: ChallengeUse,
  nonce: Buffer,
  time: Buffer,
): Buffer {
  const secret = derivedSecret(platform.secretKey, 'passkey challenges')
  return keyedDigest(secret, `${use} ${accountId} ${nonce.toString('hex')} ${time.toString('hex')}`)
}
