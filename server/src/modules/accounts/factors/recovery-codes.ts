// SPDX-License-Identifier: MIT
import { randomInt, scrypt } from 'node:crypto'
import { promisify } from 'node:util'
import type { Platform } from '../../../platform/context.ts'
import type { Db, Tx } from '../../../platform/db/database.ts'
import { spendRecoveryCode, writeRecoveryCodes } from './factors.queries.ts'

export const recoveryCodeCount = 10
/** Without the letters and digits that are taken for one another. */
const alphabet = 'ABCDEFGHJKMNPQRSTVWXYZ23456789'
/** 49 bits: with scrypt, out of reach of who would read the database. */
const codeLength = 10

/** A quarter of what a password is worth: ten are computed at once, and nobody chose them. */
const cost = { N: 4096 } as const
const hashOf = promisify<string, string, number, typeof cost, Buffer>(scrypt)

/** Codes to be kept on paper, and what the database keeps of them: the codes themselves are shown this once. */
export async function drawRecoveryCodes(accountId: string): Promise<{ codes: string[]; hashes: Buffer[] }> {
  const drawn = Array.from({ length: recoveryCodeCount }, () =>
    Array.from({ length: codeLength }, () => alphabet[randomInt(alphabet.length)]).join(''),
  )
  const hashes = await Promise.all(drawn.map((code) => recoveryHash(accountId, code)))
  return { codes: drawn.map((code) => `${code.slice(0, 5)}-${code.slice(5)}`), hashes }
}

/** Stores them in place of all former ones. */
export function keepRecoveryCodes(
  tx: Tx,
  { clock }: Platform,
  { accountId, hashes }: { accountId: string; hashes: readonly Buffer[] },
): Promise<void> {
  return writeRecoveryCodes(tx, { accountId, hashes, at: clock.now() })
}

/** Uses a code up, however it is written. Returns whether it was one. */
export async function useRecoveryCode(
  executor: Db | Tx,
  { clock }: Platform,
  { accountId, code }: { accountId: string; code: string },
): Promise<boolean> {
  const typed = code.toUpperCase().replaceAll(/[^A-Z0-9]/g, '')
  if (typed.length !== codeLength) return false
  const hash = await recoveryHash(accountId, typed)
  return spendRecoveryCode(executor, { accountId, hash, at: clock.now() })
}

/** Salted by the account, so that one computation finds the code among those left. */
function recoveryHash(accountId: string, code: string): Promise<Buffer> {
  return hashOf(code, `recovery code of ${accountId}`, 32, cost)
}
