// SPDX-License-Identifier: MIT
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { SMTPServer } from 'smtp-server'
import type { Environment } from '../platform/config/config.ts'
import { silentLog } from '../platform/log.ts'
import { type EmbeddedPostgres, startPostgres } from '../platform/postgres/launcher.ts'

/** A database server of the test's own, to be stopped and killed. */
export type FaultyDatabase = {
  readonly url: string
  start(): Promise<void>
  stop(): Promise<void>
  /** kill -9 of the server; it is started again by whoever watches it. */
  kill(): void
  remove(): Promise<void>
}

export async function aDatabaseServer(): Promise<FaultyDatabase> {
  const dataDir = aFolder('database')
  // The account that runs PostgreSQL in root's place passes through it.
  chmodSync(dataDir, 0o755)
  let server: EmbeddedPostgres | undefined
  const start = async () => {
    server = await startPostgres({ dataDir, log: silentLog })
  }
  const stop = async () => {
    await server?.stop()
    server = undefined
  }
  await start()
  return {
    url: server?.url() ?? '',
    start,
    stop,
    kill: () => {
      const pid = server?.pid()
      if (pid === undefined) throw new Error('there is no database server to kill')
      process.kill(pid, 'SIGKILL')
    },
    remove: async () => {
      await stop()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}

/** A mail server that can be down; it remembers how often it took each message, by its `Message-ID`. */
export type FaultyMailServer = {
  readonly url: string
  readonly taken: ReadonlyMap<string, { readonly to: string; readonly times: number }>
  up(): Promise<void>
  down(): Promise<void>
}

export async function aMailServer(): Promise<FaultyMailServer> {
  const taken = new Map<string, { to: string; times: number }>()
  let server: SMTPServer | undefined
  let port = 0
  const up = async () => {
    server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      closeTimeout: 100,
      onData: (stream, { envelope }, done) => {
        text(stream).then((raw) => {
          const id = /^message-id: (\S+)/im.exec(raw)?.[1] ?? ''
          const to = envelope.rcptTo[0]?.address ?? ''
          taken.set(id, { to, times: (taken.get(id)?.times ?? 0) + 1 })
          done()
          // Its sender was killed before the end: it took nothing.
        }, done)
      },
    })
    // Clients that are killed break their connections.
    server.on('error', () => {})
    const listening = server.listen(port, '127.0.0.1')
    await new Promise((ready) => listening.once('listening', ready))
    const address = listening.address()
    port = typeof address === 'object' && address ? address.port : 0
  }
  await up()
  return {
    url: `smtp://127.0.0.1:${port}`,
    taken,
    up,
    down: () => new Promise((closed) => (server ? server.close(closed) : closed())),
  }
}

/** The configuration of a server on these. */
export function environment(database: { url: string }, mail: { url: string }, dataDir: string): Environment {
  return {
    PORT: '0',
    HOST: '127.0.0.1',
    PUBLIC_URL: 'http://localhost:3000',
    DATA_DIR: dataDir,
    DATABASE_URL: database.url,
    SMTP_URL: mail.url,
    REQUESTS_PER_MINUTE: '1000000',
    LOG_LEVEL: 'silent',
  }
}

export function aFolder(name: string): string {
  return mkdtempSync(join(tmpdir(), `guichet-faults-${name}-`))
}
