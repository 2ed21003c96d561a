// SPDX-License-Identifier: MIT
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { silentLog } from '../server/src/platform/log.ts'
import { startPostgres } from '../server/src/platform/postgres/launcher.ts'
import { connectTo } from '../server/src/platform/postgres/ownership.ts'
import { preparePlace } from '../server/src/platform/postgres/place.ts'
import { databaseUser } from '../server/src/platform/postgres/system-user.ts'
import { cpuMsOf, cpuMsOfChildren } from './cpu-time.ts'
import { createClient } from './measure.ts'
import { prepare } from './prepare.ts'
import { startServer } from './server-process.ts'

/*
 * node bench/costs.ts 10000: what a request costs whatever else the machine does: statements, processor time of Node
 * and of PostgreSQL. What follows from a filing (its flow, its mail, its clock) is counted with it.
 */

const count = Number(process.argv[2] ?? 10_000)
const port = 3989
const requests = '/api/v1/entries/bench/request'
const dataDir = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
chmodSync(dataDir, 0o755)

type Cost = { readonly statements: number; readonly nodeMs: number; readonly postgresMs: number }

const connectHere = () => connectTo(preparePlace(dataDir, databaseUser()), 'guichet')
type Client = Awaited<ReturnType<typeof connectHere>>

/** PostgreSQL counts statements from its next start on. */
async function countStatements(): Promise<void> {
  const postgres = await startPostgres({ dataDir, log: silentLog })
  const client = await connectHere()
  await client.query('create extension if not exists pg_stat_statements')
  await client.query(`alter system set shared_preload_libraries = 'pg_stat_statements'`)
  await client.end()
  await postgres.stop()
}

try {
  const { key, unit } = await prepare(dataDir, count)
  await countStatements()
  const server = await startServer(dataDir, port)
  const database = await connectHere()
  const client = createClient(port, key)

  async function counters(): Promise<Cost & { at: number }> {
    const { rows } = await database.query<{ calls: number; postmaster: number }>(`
      select coalesce(sum(calls), 0)::int as calls,
        split_part(pg_read_file('postmaster.pid'), E'\\n', 1)::int as postmaster
      from pg_stat_statements where query not like '%pg_stat_statements%'`)
    const { calls = 0, postmaster = 0 } = rows[0] ?? {}
    return {
      at: performance.now(),
      statements: calls,
      nodeMs: cpuMsOf(server.pid),
      postgresMs: cpuMsOfChildren(postmaster),
    }
  }

  /** What the server costs a second when nobody asks: looks for work, keeps counters. */
  async function whenIdle(): Promise<Cost> {
    const before = await counters()
    await pause(6_000)
    const after = await counters()
    return shareOf(before, after, (after.at - before.at) / 1_000)
  }

  /** The same `clients` at once, `times` in all, until no work is left. */
  async function costOf(idle: Cost, times: number, clients: number, act: (turn: number) => Promise<unknown>) {
    const before = await counters()
    let turn = 0
    const ask = async () => {
      while (turn < times) await act((turn += 1))
    }
    await Promise.all(Array.from({ length: clients }, ask))
    await allDone()
    const after = await counters()
    const seconds = (after.at - before.at) / 1_000
    const cost = shareOf(before, after, times)
    return {
      statements: cost.statements - (idle.statements * seconds) / times,
      nodeMs: cost.nodeMs - (idle.nodeMs * seconds) / times,
      postgresMs: cost.postgresMs - (idle.postgresMs * seconds) / times,
    }
  }

  async function allDone(): Promise<void> {
    for (;;) {
      const { rows } = await database.query(`
        select 1 from public.brief_jobs union all
        select 1 from jobs.job where state < 'completed' and start_after <= now() limit 1`)
      if (rows.length === 0) return
      await pause(50)
    }
  }

  const list = `${requests}?state=at_unit&limit=50`
  const { entries } = (await client.get(list)) as { entries: { id: string }[] }
  const page = () => client.get(list)
  const one = (turn: number) => client.get(`${requests}/${entries[turn % entries.length]?.id}`)
  const file = (collection: string) => () =>
    client.post(`/api/v1/entries/bench/${collection}`, {
      values: { subject: 'Lampadaire éteint', email: 'elise@bench.example', unit },
    })
  // Node compiles what it has run often.
  for (const act of [page, one]) for (let turn = 0; turn < 600; turn += 1) await act(turn)
  await costOf({ statements: 0, nodeMs: 0, postgresMs: 0 }, 1_500, 16, file('request'))

  const idle = await whenIdle()
  say('a second without requests', idle)
  say('page of 50', await costOf(idle, 500, 1, page))
  say('one entry', await costOf(idle, 1_000, 1, one))
  say('filing, one client', await costOf(idle, 500, 1, file('request')))
  await database.query('select pg_stat_statements_reset()')
  say('filing, 16 clients', await costOf(idle, 3_000, 16, file('request')))
  if (process.argv[3] === 'statements') await sayStatements(database, 3_000)
  client.close()
  await database.end()
  await server.stop()
} finally {
  rmSync(dataDir, { recursive: true, force: true })
}

function shareOf(before: Cost, after: Cost, times: number): Cost {
  return {
    statements: (after.statements - before.statements) / times,
    nodeMs: (after.nodeMs - before.nodeMs) / times,
    postgresMs: (after.postgresMs - before.postgresMs) / times,
  }
}

function say(name: string, { statements, nodeMs, postgresMs }: Cost): void {
  const cells = [name, statements.toFixed(1), `${nodeMs.toFixed(2)} ms`, `${postgresMs.toFixed(2)} ms`]
  process.stdout.write(`| ${cells.join(' | ')} |\n`)
}

/** The dearest statements of what was measured last. */
async function sayStatements(database: Client, times: number): Promise<void> {
  const { rows } = await database.query<{ calls: number; ms: number; query: string }>(`
    select calls::int, total_exec_time + total_plan_time as ms, regexp_replace(query, '\\s+', ' ', 'g') as query
    from pg_stat_statements where query not like '%pg_stat_statements%' order by 2 desc limit 40`)
  for (const { calls, ms, query } of rows) {
    process.stdout.write(
      `${(calls / times).toFixed(3)} × ${(ms / times).toFixed(4)} ms  ${query.slice(0, 150)}\n`,
    )
  }
}
