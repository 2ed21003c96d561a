// SPDX-License-Identifier: MIT
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import type { Log } from '../log.ts'
import { StartError } from '../start-error.ts'
import { databaseUser } from './system-user.ts'
import { startPostgres } from './launcher.ts'
import { connectTo, databaseUrl } from './ownership.ts'
import { preparePlace } from './place.ts'
import { findPostmaster } from './postmaster.ts'

/** A database that is there, and how to let go of it. */
export type ProvidedDatabase = { readonly url: string; readonly stop: () => Promise<void> }

export type DatabaseNeeds = { databaseUrl: string | undefined; dataDir: string; log: Log }

/** The database of a server: the one configured, once it answers, or the embedded one, which is then ours to run. */
export async function provideDatabase({
  databaseUrl: configured,
  dataDir,
  log,
}: DatabaseNeeds): Promise<ProvidedDatabase> {
  if (configured !== undefined) return awaitServer(configured)
  const postgres = await startPostgres({ dataDir, log })
  return { url: postgres.url(), stop: postgres.stop }
}

/**
 * The database of a command: the embedded one that a running server has started is used beside it and left running;
 * otherwise as for a server.
 */
export async function borrowDatabase(needs: DatabaseNeeds): Promise<ProvidedDatabase> {
  const running = needs.databaseUrl === undefined ? await runningServer(needs.dataDir) : undefined
  return running ?? provideDatabase(needs)
}

async function runningServer(dataDir: string): Promise<ProvidedDatabase | undefined> {
  const place = preparePlace(dataDir, databaseUser())
  if (findPostmaster(place.cluster) === undefined) return undefined
  const client = await connectTo(place, 'guichet').catch(() => undefined)
  if (!client) return undefined
  await client.end()
  return { url: databaseUrl(place, 'guichet'), stop: async () => {} }
}

/** A server that starts together with us gets half a minute. */
async function awaitServer(url: string, patienceMs = 30_000): Promise<ProvidedDatabase> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const failure = await failureOf(url)
    if (failure === undefined) return { url, stop: async () => {} }
    if (performance.now() > deadline || !mayPass(failure)) {
      throw new StartError('database-unreachable', { reason: failure.message }, failure)
    }
    await delay(500)
  }
}

async function failureOf(url: string): Promise<Error | undefined> {
  const client = new Client({ connectionString: url, connectionTimeoutMillis: 5_000 })
  client.on('error', () => {})
  try {
    await client.connect()
    return undefined
  } catch (error) {
    return error instanceof Error ? error : new Error(String(error))
  } finally {
    await client.end().catch(() => {})
  }
}

/** A wrong password or an unknown database will still be wrong in half a minute. */
function mayPass(failure: Error): boolean {
  const { code } = failure as { code?: unknown }
  return typeof code !== 'string' || !/^(28|3D)/.test(code)
}
