// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../../platform/db/database.ts'
import type { AccountsTables } from '../accounts.tables.ts'

export async function startActing(
  tx: Tx,
  {
    sessionId,
    accountId,
    until,
    reason,
  }: { sessionId: string; accountId: string; until: Date; reason: string },
): Promise<void> {
  await tx
    .withTables<AccountsTables>()
    .updateTable('sessions')
    .set({ acts_as: accountId, acts_until: until, acts_reason: reason })
    .where('id', '=', sessionId)
    .execute()
}

export async function stopActing(db: Db | Tx, sessionId: string): Promise<boolean> {
  const changed = await db
    .withTables<AccountsTables>()
    .updateTable('sessions')
    .set({ acts_as: null, acts_until: null, acts_reason: null })
    .where('id', '=', sessionId)
    .where('acts_as', 'is not', null)
    .executeTakeFirst()
  return changed.numUpdatedRows > 0n
}
