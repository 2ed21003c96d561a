// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AccountsTables } from './accounts.tables.ts'

export type LogRow = {
  readonly id: number
  readonly at: Date
  readonly kind: string
  readonly method: string | null
  readonly network: string | null
  readonly device: string | null
  readonly detail: Readonly<Record<string, unknown>> | null
}

export async function insertLog(
  db: Db | Tx,
  { accountId, ...line }: Omit<LogRow, 'id' | 'detail'> & { accountId: string | null; detail: string | null },
): Promise<void> {
  await db
    .withTables<AccountsTables>()
    .insertInto('account_log')
    .values({ account_id: accountId, ...line })
    .execute()
}

export async function logOf(
  db: Db,
  accountId: string,
  { after, limit }: { after: number | undefined; limit: number },
): Promise<LogRow[]> {
  const lines = db
    .withTables<AccountsTables>()
    .selectFrom('account_log')
    .select(['id', 'at', 'kind', 'method', 'network', 'device', 'detail'])
    .where('account_id', '=', accountId)
  return (after === undefined ? lines : lines.where('id', '<', after))
    .orderBy('id', 'desc')
    .limit(limit)
    .execute()
}

/** Removes the lines written before, and sooner those that belong to no account. */
export async function deleteOldLog(
  tx: Tx,
  { before, strayBefore }: { before: Date; strayBefore: Date },
): Promise<void> {
  const log = tx.withTables<AccountsTables>()
  await log.deleteFrom('account_log').where('at', '<', before).execute()
  await log.deleteFrom('account_log').where('account_id', 'is', null).where('at', '<', strayBefore).execute()
}
