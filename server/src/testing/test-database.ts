// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto'
import { inject } from 'vitest'
import { type Database, openDatabase } from '../platform/db/database.ts'
import { createDatabaseFrom, dropDatabase, inDatabase } from './admin.ts'

/**
 * A database of one's own, migrated and empty: a copy of the run's template. `close` drops it.
 * One per test file is the habit (`beforeAll`); a test that breaks things takes its own.
 */
export async function createTestDatabase({ max = 10 }: { max?: number } = {}): Promise<Database> {
  const adminUrl = inject('adminUrl')
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  await createDatabaseFrom(adminUrl, name, inject('templateName'))
  const database = openDatabase(inDatabase(adminUrl, name), { max, name })
  return {
    ...database,
    close: async () => {
      await database.close()
      await dropDatabase(adminUrl, name)
    },
  }
}
