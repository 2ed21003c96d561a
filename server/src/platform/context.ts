// SPDX-License-Identifier: MIT
import type { Actor } from '@guichet/engine'
import type { AddressService } from './addresses/address-service.ts'
import type { Cache } from './cache.ts'
import type { Clock } from './clock.ts'
import type { Db } from './db/database.ts'
import type { Ids } from './ids.ts'
import type { Jobs } from './jobs/jobs.ts'
import type { Log } from './log.ts'
import type { Outgoing } from './outgoing/outgoing.ts'
import type { BlobStorage } from './storage/storage.ts'
import type { Tenant } from './tenant.ts'

/** What a tenant's services stand on, the same for all its requests. */
export type Platform = {
  readonly db: Db
  readonly storage: BlobStorage
  readonly jobs: Jobs
  readonly clock: Clock
  readonly ids: Ids
  readonly log: Log
  readonly cache: Cache
  /** As it is now: a getter on a running platform. A context keeps the tenant of the moment it was made. */
  readonly tenant: Tenant
  /** Reads the settings of the tenant again, when they have been changed here. */
  refreshTenant(): Promise<void>
  /** Key material of this installation, for keyed digests. Never logged. */
  readonly secretKey: string
  /** The one it replaces, while what it sealed is moved: see `sealed.ts`. */
  readonly formerSecretKey?: string | undefined
  /** Requests to addresses that come from configuration; without it, none that is private may be reached. */
  readonly outgoing?: Outgoing
  /** Where addresses are looked for, when the installation names a service. */
  readonly addressService?: AddressService
  /** Files of the pictures shipped with solutions, by `solution/name`. */
  readonly pictures?: ReadonlyMap<string, string>
}

/** All that a use case receives: the tenant's platform and who acts. Nothing is global. */
export type Context = Platform & { readonly actor: Actor }

/** The same platform, acting as somebody else. */
export function actingAs(context: Platform, actor: Actor): Context {
  return { ...context, actor }
}
