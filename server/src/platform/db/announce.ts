// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Pool } from 'pg'
import type { Cache } from '../cache.ts'
import type { Log } from '../log.ts'
import type { Tx } from './database.ts'

const channel = 'guichet_cache'
const retryMs = 2_000

/** Tells every process, when the transaction commits, to forget a remembered value. */
export async function announceForget(tx: Tx, key: string): Promise<void> {
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
  let release: (() => void) | undefined
  let timer: NodeJS.Timeout | undefined

  async function listen(): Promise<void> {
    if (stopped) return
    const client = await pool.connect()
    release = () => client.release(true)
    client.on('notification', ({ payload }) => payload && cache.forget(payload))
    client.once('error', (error) => {
      log.warn({ err: error }, 'announcements are not heard for a moment')
      release?.()
      release = undefined
      again()
    })
    await client.query(`listen ${channel}`)
    cache.forgetAll()
  }

  function again(): void {
    if (stopped) return
    timer = setTimeout(() => listen().catch(again), retryMs)
  }

  listen().catch(again)
  return async () => {
    stopped = true
    clearTimeout(timer)
    release?.()
  }
}
