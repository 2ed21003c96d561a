// SPDX-License-Identifier: MIT
import type { Job as BossJob, JobResult } from 'pg-boss'
import type { Log } from '../log.ts'

/** One job, as its handler sees it. */
export type Job<Data extends object = object> = {
  readonly id: string
  readonly data: Data
  /** 0 the first time. */
  readonly attempt: number
  /** Aborted when the job has lasted too long or the process stops. */
  readonly signal: AbortSignal
}

export type Handler<Data extends object> = (job: Job<Data>) => Promise<unknown>

/** Thrown by a handler when no new try can succeed: the job is parked at once. */
export class PermanentFailure extends Error {
  override name = 'PermanentFailure'
}

/** What a queue hands out. */
export type Fetched<Data> = Pick<BossJob<Data>, 'id' | 'name' | 'data' | 'retryCount' | 'signal'>

/** Handles the jobs of one fetch side by side; each succeeds or fails by itself. */
export function runBatch<Data extends object>(
  jobs: readonly Fetched<Data>[],
  handler: Handler<Data>,
  log: Log,
): Promise<JobResult[]> {
  return Promise.all(jobs.map((job) => runOne(job, handler, log)))
}

async function runOne<Data extends object>(
  job: Fetched<Data>,
  handler: Handler<Data>,
  log: Log,
): Promise<JobResult> {
  const { id, name, data, retryCount, signal } = job
  const started = performance.now()
  try {
    await handler({ id, data, attempt: retryCount, signal })
    log.debug({ queue: name, job: id, ms: Math.round(performance.now() - started) }, 'job done')
    return { id, status: 'completed' }
  } catch (error) {
    const isPermanent = error instanceof PermanentFailure
    log.warn(
      { queue: name, job: id, attempt: retryCount, err: error },
      isPermanent ? 'job parked' : 'job failed',
    )
    return { id, status: isPermanent ? 'deadletter' : 'failed', output: describe(error) }
  }
}

function describe(error: unknown): object {
  return error instanceof Error ? { name: error.name, message: error.message } : { message: String(error) }
}
