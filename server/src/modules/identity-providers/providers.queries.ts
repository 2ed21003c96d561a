// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../platform/db/database.ts'
import type { ProviderSettings } from './provider-settings.ts'
import type { ProvidersTables } from './providers.tables.ts'

type Executor = Db | Tx

/** A provider as it is stored: its secret is sealed. */
export type ProviderRow = {
  readonly id: string
  readonly key: string
  readonly settings: ProviderSettings
  readonly secret: Buffer | null
  readonly certificate: string | null
  readonly enabled: boolean
  readonly version: number
}

const columns = ['id', 'key', 'settings', 'secret', 'certificate', 'enabled', 'version'] as const

export async function allProviders(db: Executor): Promise<ProviderRow[]> {
  return db
    .withTables<ProvidersTables>()
    .selectFrom('identity_providers')
    .select(columns)
    .orderBy('created_at')
    .orderBy('id')
    .execute()
}

export async function providerOfKey(db: Executor, key: string): Promise<ProviderRow | undefined> {
  return db
    .withTables<ProvidersTables>()
    .selectFrom('identity_providers')
    .select(columns)
    .where('key', '=', key)
    .executeTakeFirst()
}

/** Locked until the end of the transaction. */
export async function providerForUpdate(tx: Tx, key: string): Promise<ProviderRow | undefined> {
  return tx
    .withTables<ProvidersTables>()
    .selectFrom('identity_providers')
    .select(columns)
    .where('key', '=', key)
    .forUpdate()
    .executeTakeFirst()
}

export async function insertProvider(tx: Tx, provider: ProviderRow, at: Date): Promise<void> {
  await tx
    .withTables<ProvidersTables>()
    .insertInto('identity_providers')
    .values({ ...provider, settings: JSON.stringify(provider.settings), created_at: at, updated_at: at })
    .execute()
}

/** Writes what may change of a provider; its version goes up by one. */
export async function updateProvider(tx: Tx, provider: ProviderRow, at: Date): Promise<void> {
  const { settings, secret, certificate, enabled, version } = provider
  await tx
    .withTables<ProvidersTables>()
    .updateTable('identity_providers')
    .set({
      settings: JSON.stringify(settings),
      secret,
      certificate,
      enabled,
      version: version + 1,
      updated_at: at,
    })
    .where('id', '=', provider.id)
    .execute()
}

/** Whether the token was not used before; from now on it was. */
export async function spendToken(db: Executor, token: { hash: Buffer; expiresAt: Date }): Promise<boolean> {
  const inserted = await db
    .withTables<ProvidersTables>()
    .insertInto('spent_provider_tokens')
    .values({ hash: token.hash, expires_at: token.expiresAt })
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (inserted.numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Removes sign-ins that were not ended in time, and tokens that could not be used any more anyway. */
export async function purgeProviders(db: Executor, now: Date): Promise<void> {
  const tables = db.withTables<ProvidersTables>()
  await tables.deleteFrom('provider_attempts').where('expires_at', '<=', now).execute()
  await tables.deleteFrom('spent_provider_tokens').where('expires_at', '<=', now).execute()
}
