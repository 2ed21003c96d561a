// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { AccountsTables } from '../accounts.tables.ts'

type Executor = Db | Tx

/** What a person may prove who they are with, beside a password or a mail. */
export type Factors = {
  readonly codeAppSince: Date | null
  readonly passkeys: number
  readonly recoveryCodesLeft: number
}

export async function factorsOf(db: Executor, accountId: string): Promise<Factors> {
  const { rows } = await sql<Factors>`
    select
      (select confirmed_at from public.code_apps where account_id = ${accountId}) as "codeAppSince",
      (select count(*) from public.passkeys where account_id = ${accountId}) as passkeys,
      (select count(*) from public.recovery_codes
        where account_id = ${accountId} and used_at is null) as "recoveryCodesLeft"
  `.execute(db)
  const [factors] = rows
  if (!factors) throw new Error('a select without a table gives one row')
  return factors
}

/** Whether a second factor is asked of them. Recovery codes alone are none: they stand in for one. */
export async function hasSecondFactor(db: Executor, accountId: string): Promise<boolean> {
  const { codeAppSince, passkeys } = await factorsOf(db, accountId)
  return codeAppSince !== null || passkeys > 0
}

export async function writeCodeApp(
  tx: Tx,
  app: { accountId: string; secret: Buffer; at: Date },
): Promise<boolean> {
  const written = await tx
    .withTables<AccountsTables>()
    .insertInto('code_apps')
    .values({
      account_id: app.accountId,
      secret: app.secret,
      confirmed_at: null,
      last_step: null,
      created_at: app.at,
    })
    // One that waits to be confirmed is replaced; one that serves is removed first.
    .onConflict((conflict) =>
      conflict
        .column('account_id')
        .doUpdateSet({ secret: app.secret, created_at: app.at, last_step: null })
        .where('code_apps.confirmed_at', 'is', null),
    )
    .executeTakeFirst()
  return (written.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function codeAppOf(
  db: Executor,
  accountId: string,
): Promise<{ secret: Buffer; confirmedAt: Date | null } | undefined> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('code_apps')
    .select(['secret', 'confirmed_at as confirmedAt'])
    .where('account_id', '=', accountId)
    .executeTakeFirst()
}

/** Accepts a code of that step, which no code accepted before was of. Of two that come together, one is refused. */
export async function spendStep(
  db: Executor,
  { accountId, step, confirmedAt }: { accountId: string; step: number; confirmedAt?: Date },
): Promise<boolean> {
  const changed = await db
    .withTables<AccountsTables>()
    .updateTable('code_apps')
    .set({ last_step: step, ...(confirmedAt && { confirmed_at: confirmedAt }) })
    .where('account_id', '=', accountId)
    .where((where) => where.or([where('last_step', 'is', null), where('last_step', '<', step)]))
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function deleteCodeApp(tx: Tx, accountId: string): Promise<boolean> {
  const deleted = await tx
    .withTables<AccountsTables>()
    .deleteFrom('code_apps')
    .where('account_id', '=', accountId)
    .executeTakeFirst()
  return deleted.numDeletedRows > 0n
}

/** Replaces all recovery codes of the account. */
export async function writeRecoveryCodes(
  tx: Tx,
  { accountId, hashes, at }: { accountId: string; hashes: readonly Buffer[]; at: Date },
): Promise<void> {
  await deleteRecoveryCodes(tx, accountId)
  await tx
    .withTables<AccountsTables>()
    .insertInto('recovery_codes')
    .values(hashes.map((hash) => ({ account_id: accountId, hash, created_at: at, used_at: null })))
    .execute()
}

export async function spendRecoveryCode(
  db: Executor,
  { accountId, hash, at }: { accountId: string; hash: Buffer; at: Date },
): Promise<boolean> {
  const changed = await db
    .withTables<AccountsTables>()
    .updateTable('recovery_codes')
    .set({ used_at: at })
    .where('account_id', '=', accountId)
    .where('hash', '=', hash)
    .where('used_at', 'is', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}

export async function deleteRecoveryCodes(tx: Tx, accountId: string): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .deleteFrom('recovery_codes')
    .where('account_id', '=', accountId)
    .execute()
}
