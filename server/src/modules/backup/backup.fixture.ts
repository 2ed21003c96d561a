// SPDX-License-Identifier: MIT
import { randomBytes } from 'node:crypto'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { inject } from 'vitest'
import { migrations } from '../../migrations/index.ts'
import { createCache } from '../../platform/cache.ts'
import { systemClock } from '../../platform/clock.ts'
import type { Platform } from '../../platform/context.ts'
import { type Database, openDatabase } from '../../platform/db/database.ts'
import { createJobs, type Jobs } from '../../platform/jobs/jobs.ts'
import { silentLog } from '../../platform/log.ts'
import { folderPlace } from '../../platform/storage/folder-place.ts'
import { createStorage } from '../../platform/storage/storage.ts'
import { createDatabaseFrom, dropDatabase, inDatabase } from '../../testing/admin.ts'
import type { EmptyPlace } from './index.ts'

/** A database where nothing was ever made and a folder without files, in which a backup may be restored. */
export type Elsewhere = {
  readonly place: EmptyPlace
  readonly database: Database
  /** The same platform, once there is something here: with its own database, files, queue and memory. */
  platformLike(original: Platform): Platform
  close(): Promise<void>
}

export async function elsewhere(secretKey: string): Promise<Elsewhere> {
  const adminUrl = inject('adminUrl')
  const name = `test_${process.pid}_${randomBytes(6).toString('hex')}`
  await createDatabaseFrom(adminUrl, name, 'template0')
  const url = inDatabase(adminUrl, name)
  const database = openDatabase(url)
  const folder = mkdtempSync(join(tmpdir(), 'guichet-elsewhere-'))
  const storage = await createStorage(folderPlace(join(folder, 'blobs')), join(folder, 'spool'), systemClock)
  const opened: Jobs[] = []
  const openJobs = async () => {
    const jobs = createJobs({ url, log: silentLog, handles: false })
    await jobs.start()
    opened.push(jobs)
    return jobs
  }
  return {
    place: { url, storage, secretKey, now: new Date('2026-11-22T08:00:00Z'), migrations, openJobs },
    database,
    platformLike: (original) => {
      const [jobs] = opened
      if (!jobs) throw new Error('nothing was restored here yet')
      return { ...original, db: database.db, storage, jobs, cache: createCache() }
    },
    close: async () => {
      for (const jobs of opened) await jobs.stop()
      await database.close()
      await dropDatabase(adminUrl, name)
      rmSync(folder, { recursive: true, force: true })
    },
  }
}
