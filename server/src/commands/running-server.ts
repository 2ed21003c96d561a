// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { Refused } from '../platform/cli/refused.ts'
import { openDatabase } from '../platform/db/database.ts'
import { serverName } from '../platform/jobs/jobs.ts'
import { backupMessages } from './backup-messages.ts'

/** Refuses when a server works on this database now: its queue keeps connections under its name. */
export async function requireNoServer(url: string): Promise<void> {
  const { db, close } = openDatabase(url, { max: 1, name: 'guichet-look' })
  try {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from pg_stat_activity
      where datname = current_database() and application_name = ${serverName}
    `.execute(db)
    if ((rows[0]?.count ?? 0) > 0) throw new Refused(backupMessages['server-runs'])
  } finally {
    await close()
  }
}
