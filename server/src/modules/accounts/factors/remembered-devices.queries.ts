// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { AccountsTables } from '../accounts.tables.ts'

type Executor = Db | Tx

export type DeviceRow = {
  readonly id: string
  readonly device: string
  readonly network: string
  readonly createdAt: Date
  readonly lastUsedAt: Date
  readonly expiresAt: Date
}

export async function insertDevice(
  db: Executor,
  device: Omit<DeviceRow, 'lastUsedAt'> & { accountId: string; hash: Buffer },
): Promise<void> {
  await db
    .withTables<AccountsTables>()
    .insertInto('remembered_devices')
    .values({
      id: device.id,
      account_id: device.accountId,
      hash: device.hash,
      device: device.device,
      network: device.network,
      created_at: device.createdAt,
      last_used_at: device.createdAt,
      expires_at: device.expiresAt,
    })
    .execute()
}

/** Whether the account remembers the device of that digest now; its use is written down. */
export async function useDevice(
  db: Executor,
  { accountId, hash, now }: { accountId: string; hash: Buffer; now: Date },
): Promise<boolean> {
  const used = await db
    .withTables<AccountsTables>()
    .updateTable('remembered_devices')
    .set({ last_used_at: now })
    .where('hash', '=', hash)
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .executeTakeFirst()
  return used.numUpdatedRows > 0n
}

export async function devicesOf(db: Executor, accountId: string, now: Date): Promise<DeviceRow[]> {
  return db
    .withTables<AccountsTables>()
    .selectFrom('remembered_devices')
    .select([
      'id',
      'device',
      'network',
      'created_at as createdAt',
      'last_used_at as lastUsedAt',
      'expires_at as expiresAt',
    ])
    .where('account_id', '=', accountId)
    .where('expires_at', '>', now)
    .orderBy('last_used_at', 'desc')
    .limit(100)
    .execute()
}

/** Forgets one device of the account, or all. Returns how many. */
export async function deleteDevices(
  tx: Tx,
  { accountId, id }: { accountId: string; id?: string | undefined },
): Promise<number> {
  const all = tx
    .withTables<AccountsTables>()
    .deleteFrom('remembered_devices')
    .where('account_id', '=', accountId)
  const deleted = await (id === undefined ? all : all.where('id', '=', id)).executeTakeFirst()
  return Number(deleted.numDeletedRows)
}
