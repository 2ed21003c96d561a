// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { AccountsTables } from './accounts.tables.ts'

export type Attempt = { key: Buffer; count: number; windowEndsAt: Date }

/**
 * Adds one to each counter, or starts it anew when its window is over, and tells what it has become. One statement,
 * keys in order: tries made together wait for one another and never deadlock.
 */
export async function takeAttempts(
  db: Db | Tx,
  attempts: readonly Pick<Attempt, 'key' | 'windowEndsAt'>[],
  now: Date,
): Promise<Attempt[]> {
  const rows = attempts.toSorted((a, b) => Buffer.compare(a.key, b.key))
  return db
    .withTables<AccountsTables>()
    .insertInto('attempts')
    .values(rows.map(({ key, windowEndsAt }) => ({ key, count: 1, window_ends_at: windowEndsAt })))
    .onConflict((conflict) =>
      conflict.column('key').doUpdateSet({
        count: sql<number>`case when attempts.window_ends_at <= ${now} then 1 else attempts.count + 1 end`,
        window_ends_at: sql<Date>`case when attempts.window_ends_at <= ${now}
          then excluded.window_ends_at else attempts.window_ends_at end`,
      }),
    )
    .returning(['key', 'count', 'window_ends_at as windowEndsAt'])
    .execute()
}

export async function giveBackAttempt(db: Db, key: Buffer): Promise<void> {
  await db
    .withTables<AccountsTables>()
    .updateTable('attempts')
    .set({ count: sql<number>`greatest(count - 1, 0)` })
    .where('key', '=', key)
    .execute()
}

export async function forgetAttempts(db: Db, keys: readonly Buffer[]): Promise<void> {
  if (keys.length === 0) return
  await db.withTables<AccountsTables>().deleteFrom('attempts').where('key', 'in', keys).execute()
}
