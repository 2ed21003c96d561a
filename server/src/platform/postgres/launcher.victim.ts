// SPDX-License-Identifier: MIT
import { Client } from 'pg'
import { silentLog } from '../log.ts'
import { startPostgres } from './launcher.ts'

/** A Guichet for `launcher.test.ts` to kill: it stores a row, says so, and lives on. */
const [dataDir = '', row = '1'] = process.argv.slice(2)
const postgres = await startPostgres({ dataDir, log: silentLog })
const client = new Client({ connectionString: postgres.url() })
client.on('error', () => {})
await client.connect()
await client.query('create table if not exists kept (n int)')
await client.query('insert into kept values ($1)', [row])
process.stdout.write(`stored ${postgres.pid()}\n`)
setInterval(() => {}, 60_000)
