// SPDX-License-Identifier: MIT
import { type ChildProcess, spawn } from 'node:child_process'
import { closeSync, openSync, statSync } from 'node:fs'
import { setTimeout as delay } from 'node:timers/promises'
import type { Log } from '../log.ts'
import { StartError } from '../start-error.ts'
import { findBinaries, type Binaries } from './binaries.ts'
import { createCluster } from './cluster.ts'
import { connectTo, databaseUrl, ensureDatabase, takeOwnership, type Owner } from './ownership.ts'
import { preparePlace, type Place } from './place.ts'
import { findPostmaster, stopPostmaster } from './postmaster.ts'
import { reasonInLog } from './reason.ts'
import { serverArguments } from './settings.ts'
import { databaseUser, type SystemUser } from './system-user.ts'

export type EmbeddedPostgres = {
  /** Address of the database `name`, for the `pg` driver: a Unix socket that only this account may enter. */
  url: (name?: string) => string
  /** The postmaster's process, for monitoring. */
  pid: () => number | undefined
  /** Writes everything and stops. Ends the connections that are left. */
  stop: () => Promise<void>
}

export type LaunchOptions = {
  /** The data folder (`DATA_DIR`); the cluster lives in it or, when PostgreSQL cannot, in a place derived from it. */
  dataDir: string
  log: Log
  /** False for tests: nothing is flushed to the disk. */
  durable?: boolean
  /** How long another owner of the same data is given to leave, before it is refused. */
  patienceMs?: number
}

/**
 * Starts the PostgreSQL that comes with the platform on the data of `dataDir`, and keeps it running: one that
 * dies is started again.
 *
 * After a crash of ours, the orphan it left is stopped first. Data that another living process owns is refused
 * (`postgres-in-use`), as the two would stop each other's server. Fails with `StartError`, whose reason is read
 * from the server's log.
 */
export async function startPostgres(options: LaunchOptions): Promise<EmbeddedPostgres> {
  const server = await EmbeddedServer.prepare(options)
  await server.start()
  return {
    url: (name = 'guichet') => databaseUrl(server.place, name),
    pid: () => server.pid,
    stop: () => server.stop(),
  }
}

/** The life of the one server: started, watched, started again, stopped. */
class EmbeddedServer {
  readonly place: Place
  readonly #binaries: Binaries
  readonly #user: SystemUser | undefined
  readonly #options: Required<LaunchOptions>
  #process: ChildProcess | undefined
  #owner: Owner | undefined
  #stopping = false

  static async prepare(options: LaunchOptions): Promise<EmbeddedServer> {
    const user = databaseUser()
    const place = preparePlace(options.dataDir, user)
    const binaries = findBinaries(place, user)
    const full = { durable: true, patienceMs: 15_000, ...options }
    await createCluster(place, binaries, user, full.durable)
    return new EmbeddedServer(place, binaries, user, full)
  }

  constructor(
    place: Place,
    binaries: Binaries,
    user: SystemUser | undefined,
    options: Required<LaunchOptions>,
  ) {
    this.place = place
    this.#binaries = binaries
    this.#user = user
    this.#options = options
  }

  get pid(): number | undefined {
    return this.#process?.pid
  }

  async start(): Promise<void> {
    await this.#removeOrphan()
    await this.#launch()
    this.#owner = await takeOwnership(this.place, { patienceMs: 2_000 })
    await ensureDatabase(this.place, 'guichet')
  }

  async stop(): Promise<void> {
    this.#stopping = true
    await this.#owner?.release()
    const pid = this.pid ?? findPostmaster(this.place.cluster)
    if (pid !== undefined) await stopPostmaster(pid)
  }

  /** A postmaster that is there already belongs to a living Guichet (which keeps it) or to a dead one. */
  async #removeOrphan(): Promise<void> {
    const orphan = findPostmaster(this.place.cluster)
    if (orphan === undefined) return
    const owner = await takeOwnership(this.place, { patienceMs: this.#options.patienceMs, fromOrphan: true })
    this.#options.log.warn({ pid: orphan }, 'stopping the database that an interrupted run left behind')
    await owner.release()
    await stopPostmaster(orphan)
  }

  /** Starts the program, again for up to 5 s when what the last one left (shared memory, lock file) is still held. */
  async #launch(): Promise<void> {
    const deadline = performance.now() + 5_000
    for (;;) {
      const startOfLog = sizeOf(this.place.logFile)
      const child = this.#spawn()
      if (await this.#answers(child)) return this.#watch(child)
      const { text, mayPass } = reasonInLog(this.place.logFile, startOfLog)
      if (!mayPass || performance.now() > deadline) {
        throw new StartError('postgres-failed', { log: this.place.logFile, reason: text })
      }
      await delay(200)
    }
  }

  #spawn(): ChildProcess {
    const output = openSync(this.place.logFile, 'a')
    const args = serverArguments(this.place.cluster, this.place.socketFolder, this.#options.durable)
    // Its own process group: Ctrl-C reaches us alone, who stop it last. Our environment is not its business.
    const child = spawn(this.#binaries.postgres, args, {
      ...this.#user,
      cwd: this.place.cluster,
      detached: true,
      env: { PATH: '/usr/bin:/bin', LC_ALL: 'C' },
      stdio: ['ignore', output, output],
    })
    closeSync(output)
    child.unref()
    this.#process = child
    return child
  }

  /** True once the server accepts a connection, false when the program ended before. */
  async #answers(child: ChildProcess): Promise<boolean> {
    child.once('error', (error) =>
      this.#options.log.error({ err: error }, 'the database program did not start'),
    )
    while (isRunning(child)) {
      const client = await connectTo(this.place, 'postgres').catch(() => undefined)
      if (client) {
        await client.end()
        return true
      }
      await delay(25)
    }
    return false
  }

  #watch(child: ChildProcess): void {
    child.once('exit', (code, signal) => {
      this.#process = undefined
      if (this.#stopping) return
      this.#options.log.error({ code, signal }, 'the database ended by itself; starting it again')
      void this.#startAgain()
    })
  }

  async #startAgain(): Promise<void> {
    for (let attempt = 1; !this.#stopping; attempt++) {
      try {
        await this.start()
        return
      } catch (error) {
        this.#options.log.error({ err: error, attempt }, 'the database could not be started again')
        await delay(Math.min(30_000, 500 * 2 ** attempt))
      }
    }
  }
}

function isRunning(child: ChildProcess): boolean {
  return child.pid !== undefined && child.exitCode === null && child.signalCode === null
}

function sizeOf(file: string): number {
  return statSync(file, { throwIfNoEntry: false })?.size ?? 0
}
