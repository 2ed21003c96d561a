// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AccountsTables } from './accounts.tables.ts'
import type { TokenPurpose } from './token-purposes.ts'

type Sought = { purpose: TokenPurpose; hash: Buffer; now: Date }

export async function insertToken(
  tx: Tx,
  token: { hash: Buffer; purpose: TokenPurpose; subjectId: string; now: Date; expiresAt: Date },
): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .insertInto('account_tokens')
    .values({
      hash: token.hash,
      purpose: token.purpose,
      subject_id: token.subjectId,
      created_at: token.now,
      expires_at: token.expiresAt,
    })
    .execute()
}

/** Returns whether it was not there yet. */
export async function insertTokenOnce(
  db: Db | Tx,
  token: { hash: Buffer; purpose: TokenPurpose; subjectId: string; now: Date; expiresAt: Date },
): Promise<boolean> {
  const inserted = await db
    .withTables<AccountsTables>()
    .insertInto('account_tokens')
    .values({
      hash: token.hash,
      purpose: token.purpose,
      subject_id: token.subjectId,
      created_at: token.now,
      expires_at: token.expiresAt,
    })
    .onConflict((conflict) => conflict.column('hash').doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function findToken(db: Db | Tx, { purpose, hash, now }: Sought): Promise<string | undefined> {
  const row = await db
    .withTables<AccountsTables>()
    .selectFrom('account_tokens')
    .select('subject_id')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return row?.subject_id
}

export async function takeToken(tx: Tx, { purpose, hash, now }: Sought): Promise<string | undefined> {
  const row = await tx
    .withTables<AccountsTables>()
    .deleteFrom('account_tokens')
    .where('hash', '=', hash)
    .where('purpose', '=', purpose)
    .where('expires_at', '>', now)
    .returning('subject_id')
    .executeTakeFirst()
  return row?.subject_id
}

/** The other secrets of the same subject are worth nothing any more. */
export async function deleteTokensOf(tx: Tx, subjectId: string): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .deleteFrom('account_tokens')
    .where('subject_id', '=', subjectId)
    .execute()
}

/** Those of one purpose only. */
export async function deleteTokensFor(
  tx: Tx,
  { purpose, subjectId }: { purpose: TokenPurpose; subjectId: string },
): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .deleteFrom('account_tokens')
    .where('subject_id', '=', subjectId)
    .where('purpose', '=', purpose)
    .execute()
}
