// SPDX-License-Identifier: MIT
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'

/** Well under the second after which PostgreSQL looks for a deadlock and ends one of the two, whichever it is. */
const lockTimeoutMs = 300
const attempts = 60
const pauseMs = 250

/**
 * From here on the transaction waits no longer than an instant for the lock of a table. Altering tables that people
 * are writing to can meet them crosswise; the publication gives up and is done again, nobody's filing is.
 */
export async function giveWay(tx: Tx): Promise<void> {
  await sql`select set_config('lock_timeout', ${`${lockTimeoutMs}ms`}, true)`.execute(tx)
}

/** Does the work in a transaction, all of it again as long as it had to give way. */
export async function whenLocksAreFree<T>(db: Db, work: (tx: Tx) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await db.transaction().execute(work)
    } catch (error) {
      if (!gaveWay(error) || attempt === attempts) throw error
      await delay(pauseMs)
    }
  }
}

/** `lock_not_available`, or the deadlock that the other side was first to see. */
function gaveWay(error: unknown): boolean {
  const { code } = error as { code?: unknown }
  return code === '55P03' || code === '40P01'
}
