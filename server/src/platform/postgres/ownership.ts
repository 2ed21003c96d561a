// SPDX-License-Identifier: MIT
import { setTimeout as delay } from 'node:timers/promises'
import { Client } from 'pg'
import { StartError } from '../start-error.ts'
import type { Place } from './place.ts'

/** Held by the one process that may stop this server; given back by the system when that process dies. */
export type Owner = { release: () => Promise<void> }

/** Any constant will do: the lock lives in the embedded server, where nobody else takes locks by number. */
const ownershipLock = 7_105_201_318

/**
 * A server younger than this may have been started an instant ago by a process that is about to take ownership:
 * it is not yet an orphan.
 */
const youngSeconds = 3

/**
 * Becomes the owner of the running server, by a session-level advisory lock: neither a file nor a process number
 * tells as surely that the former owner is dead. Refuses with `postgres-in-use` after `patienceMs`.
 */
export async function takeOwnership(
  place: Place,
  { patienceMs, fromOrphan = false }: { patienceMs: number; fromOrphan?: boolean },
): Promise<Owner> {
  const deadline = performance.now() + patienceMs
  for (;;) {
    const client = await connectTo(place, 'postgres').catch(() => undefined)
    if (client && (await tryLock(client, fromOrphan))) return ownerBy(client)
    await client?.end()
    // A server that answers nobody is starting or stopping: it too gets the time, then is nobody's.
    if (performance.now() > deadline) {
      if (!client && fromOrphan) return { release: async () => {} }
      throw new StartError('postgres-in-use', { folder: place.folder })
    }
    await delay(100)
  }
}

async function tryLock(client: Client, fromOrphan: boolean): Promise<boolean> {
  if (fromOrphan) {
    const age = await client.query<{ seconds: number }>(
      'select extract(epoch from clock_timestamp() - pg_postmaster_start_time())::float8 as seconds',
    )
    if ((age.rows[0]?.seconds ?? 0) < youngSeconds) return false
  }
  const lock = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [
    ownershipLock,
  ])
  return lock.rows[0]?.taken === true
}

function ownerBy(client: Client): Owner {
  return { release: () => client.end().catch(() => {}) }
}

/** Connects to a database of the cluster, or rejects. */
export async function connectTo(place: Place, name: string): Promise<Client> {
  const client = new Client({ connectionString: databaseUrl(place, name), connectionTimeoutMillis: 3_000 })
  // A server that dies between two queries must not take us with it; the next query rejects.
  client.on('error', () => {})
  await client.connect()
  return client
}

export function databaseUrl(place: Place, name: string): string {
  return `postgresql://guichet@localhost:5432/${name}?host=${encodeURIComponent(place.socketFolder)}`
}

/** Makes the database `name` when it is not there. */
export async function ensureDatabase(place: Place, name: string): Promise<void> {
  const client = await connectTo(place, 'postgres')
  try {
    const found = await client.query('select 1 from pg_database where datname = $1', [name])
    if (found.rowCount === 0) await client.query(`create database ${client.escapeIdentifier(name)}`)
  } finally {
    await client.end()
  }
}
