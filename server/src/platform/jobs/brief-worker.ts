// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../db/database.ts'
import { type BriefJob, deleteBriefJobs, holdBriefJobs } from './brief-jobs.ts'

export type BriefWork = {
  readonly db: Db
  readonly queue: string
  /** Most jobs handled together. */
  readonly batchSize: number
  readonly pollingSeconds: number
  /** Handles the jobs; returns those that failed. */
  readonly handle: (jobs: readonly BriefJob[]) => Promise<readonly BriefJob[]>
  /** Hands a job that failed to the queue that tries again, in the transaction that takes it out of this one. */
  readonly handOver: (tx: Tx, job: BriefJob) => Promise<void>
  readonly warn: (error: unknown) => void
}

export type BriefWorker = {
  /** Looks now rather than at the next time. */
  wake(): void
  /** Takes no more jobs, and waits for those it has. */
  stop(): Promise<void>
}

/**
 * Begins to work through a queue of brief jobs. The jobs of a batch are held by a transaction that lasts as long as
 * their work and then deletes them: whose process dies is taken up by another one at once, and a job costs one
 * insertion and one deletion.
 */
export function startBriefWorker(work: BriefWork): BriefWorker {
  const stopping = new AbortController()
  let isWoken = false
  let endPause: (() => void) | undefined

  function pause(): Promise<void> {
    if (isWoken || stopping.signal.aborted) return Promise.resolve()
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, work.pollingSeconds * 1_000)
      endPause = () => {
        clearTimeout(timer)
        resolve()
      }
    })
  }

  async function run(): Promise<void> {
    while (!stopping.signal.aborted) {
      isWoken = false
      const taken = await takeBatch(work).catch((error: unknown) => {
        work.warn(error)
        return 0
      })
      if (taken < work.batchSize) await pause()
    }
  }

  const running = run()
  return {
    wake: () => {
      isWoken = true
      endPause?.()
    },
    stop: async () => {
      stopping.abort()
      endPause?.()
      await running
    },
  }
}

/** Returns how many jobs were taken. */
async function takeBatch(work: BriefWork): Promise<number> {
  return work.db.transaction().execute(async (tx) => {
    const jobs = await holdBriefJobs(tx, work.queue, work.batchSize)
    if (jobs.length === 0) return 0
    for (const failed of await work.handle(jobs)) await work.handOver(tx, failed)
    await deleteBriefJobs(
      tx,
      jobs.map(({ id }) => id),
    )
    return jobs.length
  })
}
