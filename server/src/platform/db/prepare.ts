// SPDX-License-Identifier: MIT
import { migrations } from '../../migrations/index.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'

/** Makes the database ready for this version of the code; returns the names of the migrations applied now. */
export async function prepareDatabase(database: Database): Promise<string[]> {
  return migrate(database.db, migrations)
}
