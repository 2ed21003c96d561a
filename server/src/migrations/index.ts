// SPDX-License-Identifier: MIT
import type { Migrations } from '../platform/db/migrate.ts'
import * as schemas from './0001-schemas.ts'
import * as registry from './0002-registry.ts'

/**
 * Every migration, in order of application. A module adds its file (`00NN-what-it-makes.ts`, which exports
 * `up`) and one line here; a migration that was released is never changed.
 */
export const migrations: Migrations = {
  '0001-schemas': schemas,
  '0002-registry': registry,
}
