// SPDX-License-Identifier: MIT
import { migrations } from '../../migrations/index.ts'
import { createJobs } from '../jobs/jobs.ts'
import { silentLog } from '../log.ts'
import type { Database } from './database.ts'
import { migrate } from './migrate.ts'

/**
 * Makes the database ready for this version of the code: our tables and those of the job queue.
 * Returns the names of the migrations applied now.
 */
export async function prepareDatabase({ db, url }: Database): Promise<string[]> {
  const applied = await migrate(db, migrations)
  const jobs = createJobs({ url, log: silentLog, handles: false })
  await jobs.start()
  await jobs.stop()
  return applied
}
