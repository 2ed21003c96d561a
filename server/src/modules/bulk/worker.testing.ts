// SPDX-License-Identifier: MIT
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { createCache } from '../../platform/cache.ts'
import type { Platform } from '../../platform/context.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { uuidV7Ids } from '../../platform/ids.ts'
import { createJobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import { folderPlace } from '../../platform/storage/folder-place.ts'
import { createStorage } from '../../platform/storage/storage.ts'
import type { Tenant } from '../../platform/tenant.ts'
import { advanceBulk } from './index.ts'

/* A worker as a process of its own, to be killed in the middle of an action: `node worker.testing.ts '{"url": …}'`. */

export type WorkerOrder = {
  readonly url: string
  readonly folder: string
  readonly tenant: Tenant
  readonly bulkId: string
}

// Written by the test that starts it.
const order = JSON.parse(process.argv[2] ?? '') as WorkerOrder
const clock = { now: () => new Date() }
const { db } = openDatabase(order.url, { max: 2, name: 'killable-worker' })
const jobs = createJobs({ url: order.url, log: silentLog, handles: false })
const platform: Platform = {
  db,
  storage: await createStorage(folderPlace(join(order.folder, 'blobs')), join(order.folder, 'spool'), clock),
  jobs,
  clock,
  ids: uuidV7Ids(clock),
  log: silentLog,
  cache: createCache(),
  tenant: order.tenant,
  refreshTenant: async () => {},
  secretKey: 'a secret for tests, long enough to be one',
}
await jobs.start()
// Killed, it would not leave to the next one what Node has compiled.
flushCompileCache()
await advanceBulk(platform, order.bulkId)
process.exit(0)
