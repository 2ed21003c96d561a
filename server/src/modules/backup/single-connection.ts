// SPDX-License-Identifier: MIT
import type { PoolClient } from 'pg'
import { type Db, openDatabase } from '../../platform/db/database.ts'

/** A database reached by one connection, so that COPY runs in the transaction that kysely opened. */
export type SingleConnection = {
  readonly db: Db
  /** The driver's connection while a transaction runs. */
  client(): PoolClient
  close(): Promise<void>
}

export function openSingleConnection(url: string): SingleConnection {
  const { db, pool, close } = openDatabase(url, { max: 1, name: 'guichet-backup' })
  let current: PoolClient | undefined
  pool.on('acquire', (client) => (current = client))
  return {
    db,
    client: () => {
      if (!current) throw new Error('COPY was asked for outside a transaction')
      return current
    },
    close,
  }
}
