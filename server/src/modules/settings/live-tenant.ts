// SPDX-License-Identifier: MIT
import type { Cache } from '../../platform/cache.ts'
import type { Db } from '../../platform/db/database.ts'
import type { Log } from '../../platform/log.ts'
import type { Tenant } from '../../platform/tenant.ts'
import { bodyKey, type Installation, loadTenant } from './tenant-settings.ts'

/** The tenant as it is now, whichever process changed it. */
export type LiveTenant = {
  current(): Tenant
  /** Reads it again; the process that changed it does so before it answers. */
  readonly refresh: () => Promise<void>
}

/** Reads the tenant, and again each time its settings are announced to have changed. */
export async function openTenant(
  { db, cache, log }: { readonly db: Db; readonly cache: Cache; readonly log: Log },
  installation: Installation,
): Promise<LiveTenant> {
  let tenant = await loadTenant(db, installation)
  const refresh = async () => {
    tenant = await loadTenant(db, installation)
  }
  // The former settings serve until the database answers; another announcement comes when it is back.
  cache.whenForgotten(bodyKey, () => {
    refresh().catch((error: unknown) => log.warn({ err: error }, 'settings of the body not read again'))
  })
  return { current: () => tenant, refresh }
}
