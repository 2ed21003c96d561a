// SPDX-License-Identifier: MIT
import { Migrator, type Migration } from 'kysely/migration'
import type { Db } from './database.ts'

/** Migrations by name; the names sort in the order of application. */
export type Migrations = Readonly<Record<string, Migration>>

/**
 * Brings the database to the newest of `migrations` and returns the names of those applied now.
 *
 * All in one transaction under an advisory lock: two processes that start together do it once, and a failure
 * leaves the database as it was. A database that knows a migration this code does not is refused by name:
 * going back to an older version on newer data would lose some.
 */
export async function migrate(db: Db, migrations: Migrations): Promise<string[]> {
  const migrator = new Migrator({
    db,
    provider: { getMigrations: async () => ({ ...migrations }) },
    migrationTableName: 'migration',
    migrationLockTableName: 'migration_lock',
  })
  const { error, results = [] } = await migrator.migrateToLatest()
  const failed = results.find((result) => result.status === 'Error')
  if (failed) throw new Error(`migration ${failed.migrationName} failed`, { cause: error })
  if (error) throw error
  return results.map((result) => result.migrationName)
}
