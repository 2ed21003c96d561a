// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { createTestDatabase } from '../../testing/test-database.ts'
import { createCache } from '../cache.ts'
import { silentLog } from '../log.ts'
import { announceForget, listenForForgets } from './announce.ts'
import type { Database } from './database.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase()
})
afterAll(() => database.close())

const announce = (key: string) => database.db.transaction().execute((tx) => announceForget(tx, key))

describe('an announcement', () => {
  it('makes every process forget, once committed, also after its connection was cut', async () => {
    const cache = createCache()
    const stop = listenForForgets(database.pool, cache, silentLog)
    let loads = 0
    const value = () => cache.remember('body', async () => (loads += 1))
    const isReloaded = async () => {
      const before = loads
      await announce('body')
      await vi.waitFor(async () => {
        await value()
        expect(loads).toBeGreaterThan(before)
      })
    }
    await value()
    await isReloaded()
    await sql`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and query like 'listen %'`.execute(database.db)
    await vi.waitFor(isReloaded, { timeout: 10_000, interval: 200 })
    await stop()
  })

  it('is not made by a transaction that is rolled back', async () => {
    const cache = createCache()
    const stop = listenForForgets(database.pool, cache, silentLog)
    await new Promise((resolve) => setTimeout(resolve, 200))
    await cache.remember('body', async () => 'kept')
    await database.db
      .transaction()
      .execute(async (tx) => {
        await announceForget(tx, 'body')
        throw new Error('rolled back')
      })
      .catch(() => {})
    await announce('other')
    expect(await cache.remember('body', async () => 'loaded again')).toBe('kept')
    await stop()
  })
})
