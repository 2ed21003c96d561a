// SPDX-License-Identifier: MIT
import { type Accounts, openAccounts } from './modules/accounts/index.ts'
import { openTenant } from './modules/settings/index.ts'
import { banService } from './platform/addresses/ban-service.ts'
import { createCache } from './platform/cache.ts'
import { systemClock } from './platform/clock.ts'
import type { Config } from './platform/config/config.ts'
import { keptSecretKey } from './platform/config/secret-key.ts'
import type { Platform } from './platform/context.ts'
import { listenForForgets } from './platform/db/announce.ts'
import { type Database, openDatabase } from './platform/db/database.ts'
import { prepareDatabase } from './platform/db/prepare.ts'
import { uuidV7Ids } from './platform/ids.ts'
import { createJobs } from './platform/jobs/jobs.ts'
import type { Lifetime } from './platform/lifetime.ts'
import type { Log } from './platform/log.ts'
import { createOutgoing } from './platform/outgoing/outgoing.ts'
import { borrowDatabase, provideDatabase } from './platform/postgres/provide-database.ts'
import { openStorage } from './platform/storage/open-storage.ts'
import { sendAccountMail } from './platform-mails.ts'

export type OpenPlatform = {
  readonly platform: Platform
  readonly accounts: Accounts
  readonly database: Database
}

/**
 * Opens all that a tenant's use cases stand on: database (started when it is the embedded one, migrated), files,
 * queue, settings. What was opened is in `lifetime`, also when a later part fails.
 *
 * `handles: false` for a command, which queues work and leaves it to the server, whose database it borrows.
 */
export async function openPlatform(
  config: Config,
  log: Log,
  lifetime: Lifetime,
  { handles = true, pictures }: { handles?: boolean; pictures?: ReadonlyMap<string, string> } = {},
): Promise<OpenPlatform> {
  const clock = systemClock
  const provided = await (handles ? provideDatabase : borrowDatabase)({ ...config, log })
  lifetime.add('database server', provided.stop)
  const database = openDatabase(provided.url, { max: config.databaseConnections, log })
  lifetime.add('database', database.close)
  const applied = await prepareDatabase(database)
  if (applied.length > 0) log.info({ applied }, 'database migrated')

  const cache = createCache()
  if (handles) lifetime.add('announcements', listenForForgets(database.pool, cache, log))
  const storage = await openStorage(config, clock)
  const jobs = createJobs({ url: provided.url, log, handles })
  lifetime.add('jobs', () => jobs.stop())
  await jobs.start()

  const tenant = await openTenant({ db: database.db, cache, log }, config)
  const platform: Platform = {
    db: database.db,
    storage,
    jobs,
    clock,
    ids: uuidV7Ids(clock),
    log,
    cache,
    get tenant() {
      return tenant.current()
    },
    refreshTenant: tenant.refresh,
    secretKey: config.secretKey ?? (await keptSecretKey(config.dataDir)),
    formerSecretKey: config.formerSecretKey,
    outgoing: createOutgoing({ allow: config.privateHosts }),
    ...addressServiceOf(config, clock),
    ...(pictures && { pictures }),
  }
  return { platform, database, accounts: accountsOf(platform, config) }
}

/** The service of addresses that the operator names, with a deadline that somebody who types does not notice. */
function addressServiceOf(
  { addressUrl, privateHosts }: Config,
  clock: Platform['clock'],
): Pick<Platform, 'addressService'> {
  if (addressUrl === undefined) return {}
  const outgoing = createOutgoing({ allow: privateHosts, timeoutMs: 2_000 })
  return { addressService: banService({ url: addressUrl, outgoing, clock }) }
}

/** The accounts of a tenant, which write to people in the name of its body. */
export function accountsOf(platform: Platform, { sessionHours }: Pick<Config, 'sessionHours'>): Accounts {
  return openAccounts(platform, { sessionHours, sendMail: sendAccountMail(platform) })
}
