// SPDX-License-Identifier: MIT
import { migrations } from '../../migrations/index.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'

/**
 * Makes the database ready for this version of the code; returns the names of the migrations applied now.
 * The job queue makes its own tables when it starts.
 */
export async function prepareDatabase({ db }: Pick<Database, 'db'>): Promise<string[]> {
  return migrate(db, migrations)
}
