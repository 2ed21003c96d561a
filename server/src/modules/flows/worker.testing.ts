// SPDX-License-Identifier: MIT
import { appendFileSync } from 'node:fs'
import { flushCompileCache } from 'node:module'
import { join } from 'node:path'
import { createCache } from '../../platform/cache.ts'
import type { Platform } from '../../platform/context.ts'
import { openDatabase } from '../../platform/db/database.ts'
import { uuidV7Ids } from '../../platform/ids.ts'
import { createJobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import type { MailTransport } from '../../platform/mail/index.ts'
import { createOutgoing } from '../../platform/outgoing/outgoing.ts'
import { folderPlace } from '../../platform/storage/folder-place.ts'
import { createStorage } from '../../platform/storage/storage.ts'
import type { Tenant } from '../../platform/tenant.ts'
import { startNotifications } from '../notifications/index.ts'
import { startFlows } from './index.ts'

/*
 * A worker as a process of its own, to be killed: `node worker.testing.ts '{"url": …}'`. Mails that leave are lines
 * of a file, written before the answer, as a mail server takes a mail before it says so.
 */

export type WorkerOrder = {
  readonly url: string
  readonly folder: string
  /** Where the outside is; the only private address allowed. */
  readonly outside: string
  readonly tenant: Tenant
  /** Milliseconds by which its clock runs ahead, so that claims of the dead run out in a test's time. */
  readonly ahead: number
}

// Written by the test that starts it.
const order = JSON.parse(process.argv[2] ?? '') as WorkerOrder
const clock = { now: () => new Date(Date.now() + order.ahead) }
const { db } = openDatabase(order.url, { max: 4, name: 'killable-worker' })
const platform: Platform = {
  db,
  storage: await createStorage(folderPlace(join(order.folder, 'blobs')), join(order.folder, 'spool'), clock),
  jobs: createJobs({ url: order.url, log: silentLog }),
  clock,
  ids: uuidV7Ids(clock),
  log: silentLog,
  cache: createCache(),
  tenant: order.tenant,
  refreshTenant: async () => {},
  secretKey: 'a secret for tests, long enough to be one',
}

const transport: MailTransport = {
  send: async ({ messageId }) => {
    appendFileSync(join(order.folder, 'sent'), `${messageId}\n`)
    await new Promise((answered) => setTimeout(answered, 5))
    return {}
  },
  check: async () => {},
  close: async () => {},
}

await startFlows(platform, { outgoing: createOutgoing({ allow: [order.outside] }), batchSize: 2 })
await startNotifications(platform, { mail: transport })
await platform.jobs.start()
// Killed, it would not leave to the next one what Node has compiled.
flushCompileCache()
process.stdout.write('working\n')
