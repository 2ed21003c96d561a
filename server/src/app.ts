// SPDX-License-Identifier: MIT
import { join } from 'node:path'
import { sql } from 'kysely'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config/config.ts'
import { openDatabase } from './platform/db/database.ts'
import { prepareDatabase } from './platform/db/prepare.ts'
import { listen } from './platform/http/listen.ts'
import { createHttpServer } from './platform/http/server.ts'
import { uuidV7Ids } from './platform/ids.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import type { Lifetime } from './platform/lifetime.ts'
import type { Log } from './platform/log.ts'
import { provideDatabase } from './platform/postgres/provide-database.ts'
import { folderPlace } from './platform/storage/folder-place.ts'
import { s3Place } from './platform/storage/s3-place.ts'
import { createStorage } from './platform/storage/storage.ts'

export type RunningApp = { readonly address: string }

/** Starts everything, in order; what was started is in `lifetime`, also when a later part fails. */
export async function startApp(config: Config, log: Log, lifetime: Lifetime): Promise<RunningApp> {
  const clock = systemClock
  const provided = await provideDatabase({ ...config, log })
  lifetime.add('database server', provided.stop)
  const database = openDatabase(provided.url, { max: config.databaseConnections, log })
  lifetime.add('database', database.close)
  const applied = await prepareDatabase(database)
  if (applied.length > 0) log.info({ applied }, 'database migrated')

  const place = config.s3 ? s3Place(config.s3) : folderPlace(join(config.dataDir, 'blobs', 'kept'))
  const storage = await createStorage(place, join(config.dataDir, 'blobs', 'incoming'), clock)

  const jobs = createJobs({ url: provided.url, log })
  lifetime.add('jobs', () => jobs.stop())

  const http = await createHttpServer({
    ...config,
    log,
    ids: uuidV7Ids(clock),
    checks: {
      database: () => sql`select 1`.execute(database.db),
      storage: () => storage.check(),
      jobs: () => jobs.counts(),
    },
  })
  lifetime.add('http', () => http.close())
  await jobs.start()
  return { address: await listen(http, config) }
}
