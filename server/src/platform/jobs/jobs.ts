// SPDX-License-Identifier: MIT
import { once } from 'node:events'
import { fromKysely, PgBoss, type Job as BossJob } from 'pg-boss'
import { type Database, type Db, openDatabase, type Tx } from '../db/database.ts'
import type { Log } from '../log.ts'
import { insertBriefJobs } from './brief-jobs.ts'
import { type BriefWorker, startBriefWorker } from './brief-worker.ts'
import { parkedQueue, queueOptions, type QueueSettings } from './queue-settings.ts'
import { runBatch, type Handler } from './run-batch.ts'

export type { Job } from './run-batch.ts'
export { PermanentFailure } from './run-batch.ts'

export type SendOptions = {
  /** Not before that instant, or that many seconds from now. */
  startAfter?: Date | number
  /** While a job with this key waits in the queue (which must be `exclusive`), another one is not added. */
  singletonKey?: string
}

export type WorkOptions = QueueSettings & {
  /** Jobs handled at the same time by this process; 1 unless told. */
  concurrency?: number
  /** How often an idle worker looks, in seconds. Jobs sent by this process are looked at almost at once. */
  pollingSeconds?: number
  /**
   * For work that takes milliseconds, touches this database only, and comes with every request: jobs without a date
   * go through a light table. One that fails there is tried again like any other.
   */
  brief?: boolean
}

/** A job that failed for good: kept until somebody sends it again or drops it. */
export type ParkedJob = {
  readonly id: string
  readonly queue: string
  readonly data: unknown
  readonly error: unknown
  readonly createdAt: Date
  readonly parkedAt: Date
}

/** How many jobs a queue holds now. */
export type QueueCounts = { readonly queue: string; readonly waiting: number; readonly active: number }

/**
 * Work to do after the commit. At least once: a handler may be given a job again (its process was killed, its answer
 * was lost) and must notice that it is done.
 */
export type Jobs = {
  /** Queues a job inside the caller's transaction: rolled back, it was never queued. Returns its id, if it has one. */
  send(tx: Tx | Db, queue: string, data: object, options?: SendOptions): Promise<string | null>
  /** The same for many, in one statement. */
  sendMany(tx: Tx | Db, queue: string, data: readonly object[]): Promise<void>
  /** Declares who handles the jobs of `queue`. Before `start`, or at any time after. */
  work<Data extends object>(queue: string, options: WorkOptions, handler: Handler<Data>): Promise<void>
  /** Sends a job at the times of a cron expression, in UTC, once however many processes there are. */
  schedule(queue: string, cron: string): Promise<void>
  start(): Promise<void>
  /** Takes no more jobs and gives the running ones ten seconds; those that are cut run again elsewhere. */
  stop(): Promise<void>
  listParked(): Promise<ParkedJob[]>
  /** Sends parked jobs back to the queue they come from. Returns how many. */
  sendAgain(ids: readonly string[]): Promise<number>
  counts(): Promise<QueueCounts[]>
}

export type JobsOptions = {
  url: string
  log: Log
  /** False for a process that only sends (a command line): nothing is handled, scheduled or supervised. */
  handles?: boolean
}

/** Under which a process that handles jobs, a server, is seen by the others in `pg_stat_activity`. */
export const serverName = 'guichet-jobs'

/** The schema of the job tables, beside ours. */
const schema = 'jobs'

/** Opens the job queue kept in the database at `url`. Loses its connection and finds it again without help. */
export function createJobs({ url, log, handles = true }: JobsOptions): Jobs {
  return new PgBossJobs(url, log, handles)
}

const countQuery = `
  select queue, count(*) filter (where state < 'active')::int as waiting,
    count(*) filter (where state = 'active')::int as active
  from (
    select name as queue, state from ${schema}.job where state < 'completed'
    union all select queue, 'created' from public.brief_jobs
  ) as left_to_do group by queue order by queue`

/** How long running jobs are waited for when the process stops. */
const stopMs = 10_000

/** When a brief job that failed is tried again, as any other job from then on. */
const secondTrySeconds = 5

class PgBossJobs implements Jobs {
  readonly #boss: PgBoss
  readonly #url: string
  readonly #log: Log
  readonly #handles: boolean
  readonly #settings = new Map<string, QueueSettings>()
  readonly #queues = new Map<string, Promise<void>>()
  readonly #workers = new Map<string, string[]>()
  readonly #briefQueues = new Set<string>()
  readonly #briefWorkers = new Map<string, BriefWorker>()
  readonly #waking = new Set<string>()
  readonly #whenStarted: (() => Promise<void>)[] = []
  #database: Database | undefined
  readonly #stopping = new AbortController()
  #started = false
  #warnedAt = Number.NEGATIVE_INFINITY

  constructor(url: string, log: Log, handles: boolean) {
    this.#url = url
    this.#log = log
    this.#handles = handles
    this.#boss = new PgBoss({
      connectionString: url,
      application_name: handles ? serverName : 'guichet-sends',
      schema,
      max: 4,
      supervise: handles,
      schedule: handles,
      // A worker that stops breathing is noticed within these seconds after its heartbeat is due.
      superviseIntervalSeconds: 5,
      monitorIntervalSeconds: 5,
      monitorVacuum: false,
    })
    this.#boss.on('error', (error) => this.#warn(error))
    this.#boss.on('warning', (warning) => log.warn({ warning: warning.message }, 'job queue'))
  }

  async start(): Promise<void> {
    await this.#boss.start()
    this.#started = true
    await this.#boss.createQueue(parkedQueue.name, parkedQueue.options)
    await Promise.all(this.#whenStarted.splice(0).map((act) => act()))
  }

  async stop(): Promise<void> {
    if (!this.#started) return
    this.#started = false
    this.#stopping.abort()
    const patience = AbortSignal.timeout(stopMs)
    // The library looks every half second whether its workers have ended; they tell us themselves.
    const ended = Promise.all([
      ...[...this.#workers.keys()].map((queue) => this.#boss.offWork(queue, { wait: true })),
      ...[...this.#briefWorkers.values()].map((worker) => worker.stop()),
    ])
    const isCut = await Promise.race([ended.then(() => false), once(patience, 'abort').then(() => true)])
    await this.#boss.stop({ graceful: !isCut })
    // A connection that still works is waited for: the end of the process cuts it, and its jobs run again elsewhere.
    if (!isCut) await this.#database?.close()
  }

  async send(
    tx: Tx | Db,
    queue: string,
    data: object,
    { startAfter, singletonKey }: SendOptions = {},
  ): Promise<string | null> {
    if (startAfter === undefined && this.#briefQueues.has(queue)) {
      await this.sendMany(tx, queue, [data])
      return null
    }
    await this.#ensure(queue)
    const options = {
      ...(startAfter !== undefined && { startAfter }),
      ...(singletonKey !== undefined && { singletonKey }),
    }
    const id = await this.#boss.send(queue, data, { ...options, db: fromKysely(tx) })
    if (startAfter === undefined) this.#wakeSoon(queue)
    return id
  }

  async sendMany(tx: Tx | Db, queue: string, data: readonly object[]): Promise<void> {
    if (data.length === 0) return
    if (this.#briefQueues.has(queue)) {
      await insertBriefJobs(tx, queue, data)
      this.#wakeSoon(queue)
      return
    }
    await this.#ensure(queue)
    await this.#boss.insert(
      queue,
      data.map((one) => ({ data: one })),
      { db: fromKysely(tx) },
    )
    this.#wakeSoon(queue)
  }

  async work<Data extends object>(
    queue: string,
    options: WorkOptions,
    handler: Handler<Data>,
  ): Promise<void> {
    this.#settings.set(queue, options)
    if (options.brief) this.#briefQueues.add(queue)
    await this.#afterStart(() => this.#begin(queue, options, handler))
  }

  async schedule(queue: string, cron: string): Promise<void> {
    if (!this.#handles) return
    await this.#afterStart(async () => {
      await this.#ensure(queue)
      await this.#boss.schedule(queue, cron, {}, { tz: 'UTC' })
    })
  }

  async listParked(): Promise<ParkedJob[]> {
    const jobs = await this.#boss.findJobs(parkedQueue.name)
    return jobs.map((job) => ({
      id: job.id,
      queue: job.sourceName ?? '',
      data: job.data,
      error: job.sourceOutput,
      createdAt: job.sourceCreatedOn ?? job.createdOn,
      parkedAt: job.createdOn,
    }))
  }

  sendAgain(ids: readonly string[]): Promise<number> {
    return this.#boss.redrive(parkedQueue.name, { ids: [...ids] })
  }

  async counts(): Promise<QueueCounts[]> {
    // The library's own counts are a minute old.
    const { rows }: { rows: QueueCounts[] } = await this.#boss.getDb().executeSql(countQuery)
    return rows
  }

  /** Without its database, every worker complains at every look: once in ten seconds is enough for a log. */
  #warn(error: unknown): void {
    const now = performance.now()
    if (now - this.#warnedAt < 10_000) return
    this.#warnedAt = now
    this.#log.warn({ err: error }, 'the job queue cannot work')
  }

  async #afterStart(act: () => Promise<void>): Promise<void> {
    if (this.#started) await act()
    else this.#whenStarted.push(act)
  }

  async #begin<Data extends object>(
    queue: string,
    options: WorkOptions,
    handler: Handler<Data>,
  ): Promise<void> {
    await this.#ensure(queue)
    if (!this.#handles) return
    // The queue may be there since a former version, with other settings.
    const { policy: _fixed, ...changeable } = queueOptions(options)
    await this.#boss.updateQueue(queue, changeable)
    const { concurrency = 1, pollingSeconds = 2 } = options
    const settings = {
      batchSize: concurrency,
      perJobResults: true,
      pollingIntervalSeconds: pollingSeconds,
      burstWhenBatchFull: true,
    } as const
    const worker = await this.#boss.work<Data, void, typeof settings>(
      queue,
      settings,
      (jobs: BossJob<Data>[]) => runBatch(jobs, handler, this.#log),
    )
    this.#workers.set(queue, [...(this.#workers.get(queue) ?? []), worker])
    if (options.brief) this.#beginBrief(queue, { concurrency, pollingSeconds }, handler)
  }

  #beginBrief<Data extends object>(
    queue: string,
    { concurrency, pollingSeconds }: { concurrency: number; pollingSeconds: number },
    handler: Handler<Data>,
  ): void {
    this.#database ??= openDatabase(this.#url, { max: 2, log: this.#log, name: serverName })
    const worker = startBriefWorker({
      db: this.#database.db,
      queue,
      batchSize: concurrency,
      pollingSeconds,
      handle: async (jobs) => {
        const results = await runBatch(
          jobs.map(({ id, data }) => ({
            id: String(id),
            name: queue,
            data: data as Data,
            retryCount: 0,
            signal: this.#stopping.signal,
          })),
          handler,
          this.#log,
        )
        return jobs.filter((_, at) => results[at]?.status !== 'completed')
      },
      handOver: async (tx, { data }) => {
        await this.#ensure(queue)
        await this.#boss.send(queue, data, { startAfter: secondTrySeconds, db: fromKysely(tx) })
      },
      warn: (error) => this.#warn(error),
    })
    this.#briefWorkers.set(queue, worker)
  }

  /** Makes the queue once, with the settings of its worker when this process has it. */
  #ensure(queue: string): Promise<void> {
    const known = this.#queues.get(queue)
    if (known) return known
    const options = queueOptions(this.#settings.get(queue) ?? {})
    const making = this.#boss.createQueue(queue, options)
    this.#queues.set(queue, making)
    // A database that was away is asked again the next time.
    making.catch(() => this.#queues.delete(queue))
    return making
  }

  /**
   * Wakes our own workers shortly after a job was sent, once its transaction has most likely been committed; if it has
   * not, the next look finds it. PostgreSQL's NOTIFY would do it exactly, but takes a lock that lets transactions
   * commit only one after the other.
   */
  #wakeSoon(queue: string): void {
    const workers = this.#workers.get(queue)
    if (!workers || this.#waking.has(queue)) return
    this.#waking.add(queue)
    const timer = setTimeout(() => {
      this.#waking.delete(queue)
      this.#briefWorkers.get(queue)?.wake()
      if (!this.#briefQueues.has(queue)) for (const worker of workers) this.#boss.notifyWorker(worker)
    }, 25)
    timer.unref()
  }
}
