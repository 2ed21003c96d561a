// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { fileURLToPath } from 'node:url'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/test-database.ts'
import type { Database } from '../db/database.ts'
import { silentLog } from '../log.ts'
import { insertBriefJobs } from './brief-jobs.ts'
import { createJobs, type Jobs, PermanentFailure } from './jobs.ts'

let database: Database
let jobs: Jobs
beforeEach(async () => {
  database = await createTestDatabase()
  jobs = createJobs({ url: database.url, log: silentLog })
})
afterEach(async () => {
  await jobs.stop()
  await database.close()
})

/** A worker that notes what it is given, and fails as many times as told. */
async function workerOf(queue: string, failures = 0, options = {}): Promise<unknown[]> {
  const given: unknown[] = []
  await jobs.work<{ n: number }>(queue, { pollingSeconds: 0.5, ...options }, async ({ data }) => {
    given.push(data.n)
    if (given.length <= failures) throw new Error(`failure ${given.length}`)
  })
  return given
}

describe('a job sent in a transaction', () => {
  it('is handled after the commit, with its data', async () => {
    const given = await workerOf('greet')
    await jobs.start()
    await database.db.transaction().execute((tx) => jobs.send(tx, 'greet', { n: 1 }))
    await expect.poll(() => given).toEqual([1])
  })

  it('was never queued when the transaction is rolled back', async () => {
    const given = await workerOf('greet')
    await jobs.start()
    const failing = database.db.transaction().execute(async (tx) => {
      await jobs.send(tx, 'greet', { n: 1 })
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await jobs.send(database.db, 'greet', { n: 2 })
    await expect.poll(() => given).toEqual([2])
  })

  it('waits until its time', async () => {
    const given = await workerOf('greet')
    await jobs.start()
    await jobs.send(database.db, 'greet', { n: 1 }, { startAfter: 3600 })
    await jobs.send(database.db, 'greet', { n: 2 })
    await expect.poll(() => given).toEqual([2])
    expect(await jobs.counts()).toContainEqual(expect.objectContaining({ queue: 'greet', waiting: 1 }))
  })

  it('is not added to an exclusive queue where one with the same key waits', async () => {
    await workerOf('refresh', 0, { exclusive: true })
    await jobs.start()
    const later = { startAfter: 3600, singletonKey: 'statistics' }
    expect(await jobs.send(database.db, 'refresh', { n: 1 }, later)).not.toBeNull()
    expect(await jobs.send(database.db, 'refresh', { n: 2 }, later)).toBeNull()
  })

  it('can be one of many sent together', async () => {
    const given = await workerOf('greet', 0, { concurrency: 10 })
    await jobs.start()
    await jobs.sendMany(database.db, 'greet', [{ n: 1 }, { n: 2 }, { n: 3 }])
    await expect.poll(() => new Set(given)).toEqual(new Set([1, 2, 3]))
  })

  it('waits for the process that handles it when it is sent by one that does not', async () => {
    const sender = createJobs({ url: database.url, log: silentLog, handles: false })
    await sender.start()
    await sender.send(database.db, 'greet', { n: 5 })
    await sender.stop()
    const given = await workerOf('greet')
    await jobs.start()
    await expect.poll(() => given, { timeout: 5_000 }).toEqual([5])
  })
})

describe('a brief job', () => {
  const brief = { brief: true, retryDelaySeconds: 1, concurrency: 10, pollingSeconds: 0.5 }

  it('is handled after the commit, and leaves nothing behind', async () => {
    const given = await workerOf('note', 0, brief)
    await jobs.start()
    await database.db.transaction().execute((tx) => jobs.send(tx, 'note', { n: 1 }))
    await expect.poll(() => given).toEqual([1])
    await expect.poll(() => jobs.counts()).toEqual([])
  })

  it('was never queued when the transaction is rolled back', async () => {
    const given = await workerOf('note', 0, brief)
    await jobs.start()
    const failing = database.db.transaction().execute(async (tx) => {
      await jobs.sendMany(tx, 'note', [{ n: 1 }])
      throw new Error('changed my mind')
    })
    await expect(failing).rejects.toThrow('changed my mind')
    await jobs.send(database.db, 'note', { n: 2 })
    await expect.poll(() => given).toEqual([2])
  })

  it('is tried again when it fails, and does not take the others with it', async () => {
    const tries = new Map<number, number>()
    await jobs.work<{ n: number }>('note', brief, async ({ data: { n } }) => {
      tries.set(n, (tries.get(n) ?? 0) + 1)
      if (n === 2 && tries.get(n) === 1) throw new Error('bad once')
    })
    await jobs.start()
    await jobs.sendMany(database.db, 'note', [{ n: 1 }, { n: 2 }, { n: 3 }])
    await expect.poll(() => Object.fromEntries(tries), { timeout: 15_000 }).toEqual({ 1: 1, 2: 2, 3: 1 })
  })

  it('that a dying process held is handled by another one', async () => {
    const given = await workerOf('note', 0, brief)
    const held = await database.pool.connect()
    await insertBriefJobs(database.db, 'note', [{ n: 4 }])
    await held.query('begin')
    await held.query('select from public.brief_jobs for update')
    await jobs.start()
    await jobs.send(database.db, 'note', { n: 5 })
    await expect.poll(() => given).toEqual([5])
    held.release(true)
    await expect.poll(() => given).toEqual([5, 4])
  })

  it('waits in the queue of dated jobs when it has a date', async () => {
    const given = await workerOf('note', 0, brief)
    await jobs.start()
    await jobs.send(database.db, 'note', { n: 1 }, { startAfter: 3600 })
    await jobs.send(database.db, 'note', { n: 2 })
    await expect.poll(() => given).toEqual([2])
    await expect.poll(() => jobs.counts()).toEqual([{ queue: 'note', waiting: 1, active: 0 }])
  })
})

describe('a job that fails', () => {
  it('is tried again after a pause', async () => {
    const given = await workerOf('flaky', 1, { retryDelaySeconds: 1 })
    await jobs.start()
    await jobs.send(database.db, 'flaky', { n: 7 })
    await expect.poll(() => given, { timeout: 10_000 }).toEqual([7, 7])
  })

  it('does not take the others of its batch with it', async () => {
    const done: number[] = []
    await jobs.work<{ n: number }>('mixed', { concurrency: 5, retryDelaySeconds: 60 }, async ({ data }) => {
      if (data.n === 2) throw new Error('bad one')
      done.push(data.n)
    })
    await jobs.start()
    await jobs.sendMany(database.db, 'mixed', [{ n: 1 }, { n: 2 }, { n: 3 }])
    await expect.poll(() => new Set(done)).toEqual(new Set([1, 3]))
  })

  it('is parked with its reason after its last try, and can be sent again', async () => {
    const given = await workerOf('broken', 1, { retries: 0 })
    await jobs.start()
    await jobs.send(database.db, 'broken', { n: 3 })
    await expect.poll(() => jobs.listParked(), { timeout: 5_000 }).toHaveLength(1)
    const [parked] = await jobs.listParked()
    expect(parked).toMatchObject({ queue: 'broken', data: { n: 3 }, error: { message: 'failure 1' } })
    expect(await jobs.sendAgain([parked?.id ?? ''])).toBe(1)
    await expect.poll(() => given, { timeout: 5_000 }).toEqual([3, 3])
    expect(await jobs.listParked()).toEqual([])
  })

  it('is parked at once when its handler says that no try can succeed', async () => {
    let tries = 0
    await jobs.work('hopeless', {}, async () => {
      tries++
      throw new PermanentFailure('no such mailbox')
    })
    await jobs.start()
    await jobs.send(database.db, 'hopeless', {})
    await expect
      .poll(() => jobs.listParked(), { timeout: 5_000 })
      .toMatchObject([{ error: { message: 'no such mailbox' } }])
    expect(tries).toBe(1)
  })
})

describe('faults around the queue', () => {
  it('run the job of a killed worker again', { timeout: 60_000 }, async () => {
    await jobs.start()
    await jobs.send(database.db, 'long', { n: 9 })
    const victim = spawn(
      process.execPath,
      [fileURLToPath(new URL('jobs.victim.ts', import.meta.url)), database.url],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    )
    const [line] = (await once(victim.stdout, 'data')) as [Buffer]
    expect(line.toString()).toContain('started 9')
    victim.kill('SIGKILL')
    const given = await workerOf('long')
    await expect.poll(() => given, { timeout: 50_000, interval: 500 }).toEqual([9])
  })

  it('are survived: every connection cut, work goes on', { timeout: 30_000 }, async () => {
    const given = await workerOf('greet')
    await jobs.start()
    await jobs.send(database.db, 'greet', { n: 1 })
    await expect.poll(() => given).toEqual([1])
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      database.db,
    )
    await jobs.send(database.db, 'greet', { n: 2 })
    await expect.poll(() => given, { timeout: 20_000 }).toEqual([1, 2])
  })
})
