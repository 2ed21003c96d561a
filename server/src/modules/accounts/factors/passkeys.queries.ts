// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { AccountsTables } from '../accounts.tables.ts'

type Executor = Db | Tx

export type PasskeyRow = {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

export type StoredPasskey = {
  readonly id: string
  readonly accountId: string
  readonly credentialId: string
  readonly publicKey: Buffer
  readonly counter: number
  readonly transports: readonly string[]
}

/** Returns whether it was new: an authenticator is known once. */
export async function insertPasskey(
  tx: Tx,
  passkey: StoredPasskey & { name: string; at: Date },
): Promise<boolean> {
  const inserted = await tx
    .withTables<AccountsTables>()
    .insertInto('passkeys')
    .values({
      id: passkey.id,
      account_id: passkey.accountId,
      credential_id: passkey.credentialId,
      public_key: passkey.publicKey,
      counter: passkey.counter,
      transports: passkey.transports,
      name: passkey.name,
      created_at: passkey.at,
      last_used_at: null,
    })
    .onConflict((conflict) => conflict.column('credential_id').doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

export async function passkeyOfCredential(
  db: Executor,
  credentialId: string,
): Promise<StoredPasskey | undefined> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('passkeys')
    .select([
      'id',
      'account_id as accountId',
      'credential_id as credentialId',
      'public_key as publicKey',
      'counter',
      'transports',
    ])
    .where('credential_id', '=', credentialId)
    .executeTakeFirst()
}

export async function passkeysOf(
  db: Executor,
  accountId: string,
): Promise<(PasskeyRow & Pick<StoredPasskey, 'credentialId' | 'transports'>)[]> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('passkeys')
    .select([
      'id',
      'name',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'credential_id as credentialId',
      'transports',
    ])
    .where('account_id', '=', accountId)
    .orderBy('created_at')
    .execute()
}

/** Writes the use of a passkey. Its counter only grows where the authenticator keeps one. */
export async function touchPasskey(
  db: Executor,
  { id, counter, at }: { id: string; counter: number; at: Date },
): Promise<void> {
  await db
    .withTables<AccountsTables>()
    .updateTable('passkeys')
    .set({ counter, last_used_at: at })
    .where('id', '=', id)
    .execute()
}

export async function deletePasskeysOf(tx: Tx, accountId: string): Promise<void> {
  await tx.withTables<AccountsTables>().deleteFrom('passkeys').where('account_id', '=', accountId).execute()
}

export async function deletePasskey(
  tx: Tx,
  { id, accountId }: { id: string; accountId: string },
): Promise<string | undefined> {
  const deleted = await tx
    .withTables<AccountsTables>()
    .deleteFrom('passkeys')
    .where('id', '=', id)
    .where('account_id', '=', accountId)
    .returning('name')
    .executeTakeFirst()
  return deleted?.name
}
