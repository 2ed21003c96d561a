// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Db, Tx } from '../../platform/db/database.ts'
import { randomToken } from '../../platform/ids.ts'
import { tokenMinutes, type TokenPurpose } from './token-purposes.ts'
import { findToken, insertToken, takeToken } from './tokens.queries.ts'
import { tokenHash } from '../../platform/secrets.ts'

/**
 * Makes a secret to send by mail, for one purpose and one account or registration; only its digest is stored. What it
 * is about can be read at its end, and not changed.
 *
 * Ours rather than better-auth's magic links and resets: those log a mail that could not be queued and go on as if it
 * had been, and cannot be written in the transaction of the mail.
 */
export async function makeToken(
  tx: Tx,
  platform: Platform,
  { purpose, subjectId, about }: { purpose: TokenPurpose; subjectId: string; about?: string },
): Promise<string> {
  const token = about === undefined ? randomToken(32) : `${randomToken(32)}.${about}`
  const now = platform.clock.now()
  const expiresAt = new Date(now.getTime() + tokenMinutes[purpose] * 60_000)
  await insertToken(tx, { hash: tokenHash(token), purpose, subjectId, now, expiresAt })
  return token
}

/** What the secret stands for while it is good; it stays good. */
export function readToken(
  platform: Platform,
  { purpose, token }: { purpose: TokenPurpose; token: string },
  db: Db | Tx = platform.db,
): Promise<string | undefined> {
  return findToken(db, { purpose, hash: tokenHash(token), now: platform.clock.now() })
}

/** Uses the secret up and tells what it stood for. Of two that come together, one receives nothing. */
export function spendToken(
  tx: Tx,
  platform: Platform,
  { purpose, token }: { purpose: TokenPurpose; token: string },
): Promise<string | undefined> {
  return takeToken(tx, { purpose, hash: tokenHash(token), now: platform.clock.now() })
}
