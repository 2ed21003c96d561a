// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Pool, PoolClient } from 'pg'
import type { Cache } from '../cache.ts'
import type { Log } from '../log.ts'
import type { Db, Tx } from './database.ts'

const channel = 'guichet_cache'
const retryMs = 2_000

/** Tells every process, when the transaction commits (at once out of one), to forget a remembered value. */
export async function announceForget(tx: Db | Tx, key: string): Promise<void> {
  await sql`select pg_notify(${channel}, ${key})`.execute(tx)
}

/**
 * Forgets what other processes announce. When the connection is lost, forgets everything at its return: announcements
 * may have been missed meanwhile.
 *
 * @returns what stops it
 */
export function listenForForgets(pool: Pool, cache: Cache, log: Log): () => Promise<void> {
  let stopped = false
  let listening: PoolClient | undefined
  let timer: NodeJS.Timeout | undefined

  /** A connection that listens is never used for anything else: it is closed, not given back. */
  function leave(): void {
    const client = listening
    listening = undefined
    client?.release(true)
  }

  async function listen(): Promise<void> {
    const client = await pool.connect()
    listening = client
    client.on('notification', ({ payload }) => payload && cache.forget(payload))
    client.on('error', (error) => {
      if (listening !== client) return
      log.warn({ err: error }, 'announcements are not heard for a moment')
      leave()
      again()
    })
    await client.query(`listen ${channel}`)
    cache.forgetAll()
    if (stopped) leave()
  }

  function again(): void {
    if (stopped) return
    timer = setTimeout(() => listen().catch(lost), retryMs)
    timer.unref()
  }

  function lost(): void {
    leave()
    again()
  }

  listen().catch(lost)
  return async () => {
    stopped = true
    clearTimeout(timer)
    leave()
  }
}
