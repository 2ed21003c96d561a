// SPDX-License-Identifier: MIT
import { Kysely, PostgresDialect, type Transaction } from 'kysely'
import { Pool } from 'pg'
import { silentLog, type Log } from '../log.ts'
import { columnTypes } from './column-types.ts'
import { prepareRepeated } from './prepared.ts'

/** The tables every module sees: none. A module adds its own with `db.withTables<ItsTables>()`. */
// eslint-disable-next-line typescript/no-empty-object-type -- an interface with members would offer tables to all
export interface BaseTables {}

export type Db = Kysely<BaseTables>
export type Tx = Transaction<BaseTables>

export type Database = { db: Db; pool: Pool; url: string; close: () => Promise<void> }

export type DatabaseOptions = {
  /** Connections kept at most; beyond, queries wait for one. */
  max?: number
  log?: Log
  /** Shown in `pg_stat_activity`. */
  name?: string
}

/** A connection keeps the plans it has made, of which some take 3 ms: those of a quiet hour are worth keeping. */
const idleTimeoutMs = 10 * 60_000

/** How long a query waits for a connection before the user is told that the database does not answer. */
const connectionTimeoutMs = 5_000

/**
 * Opens a pool on the PostgreSQL database at `url`. Connects at the first query only.
 *
 * A connection that breaks while idle is dropped and logged: the process lives on, and queries succeed again
 * as soon as the database is back. Until then they reject with the error of the driver, which
 * `postgresProblem` turns into `database-unavailable`.
 */
export function openDatabase(
  url: string,
  { max = 10, log = silentLog, name = 'guichet' }: DatabaseOptions = {},
): Database {
  const pool = new Pool({
    connectionString: url,
    max,
    connectionTimeoutMillis: connectionTimeoutMs,
    idleTimeoutMillis: idleTimeoutMs,
    keepAlive: true,
    application_name: name,
    types: columnTypes,
    // Rights make long conditions whose compilation costs more than their evaluation (measured: three times).
    options: '-c jit=off',
  })
  pool.on('error', (error) => log.warn({ err: error }, 'an idle database connection was lost'))
  // The pool only listens to idle connections: one that breaks between two queries of a transaction would
  // otherwise end the process. The next query on it rejects, which is where it is told.
  pool.on('connect', (client) => client.on('error', () => {}))
  prepareRepeated(pool)
  const db = new Kysely<BaseTables>({ dialect: new PostgresDialect({ pool }) })
  return { db, pool, url, close: () => db.destroy() }
}
