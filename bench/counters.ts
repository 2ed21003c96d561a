// SPDX-License-Identifier: MIT
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Actor, system } from '@guichet/engine'
import { sql } from 'kysely'
import { keepTallies, openDashboard } from '../server/src/modules/dashboards/index.ts'
import { installSolution } from '../server/src/modules/definitions/index.ts'
import { createEntry } from '../server/src/modules/entries/index.ts'
import { openPlatform } from '../server/src/open-platform.ts'
import { readConfig } from '../server/src/platform/config/config.ts'
import { actingAs, type Context } from '../server/src/platform/context.ts'
import { createLifetime } from '../server/src/platform/lifetime.ts'
import { silentLog } from '../server/src/platform/log.ts'
import { countedSolution } from './counted-solution.ts'
import { rate, timed } from './measure.ts'
import { prepare } from './prepare.ts'

/*
 * node bench/counters.ts 1000000: what a supervisor's dashboard costs at so many requests, and what keeping its numbers
 * costs to filing.
 */

const count = Number(process.argv[2] ?? 1_000_000)
const dashboard = { solution: 'bench', dashboard: 'overview' }
/** Its numbers without its lists. */
const numbers = { solution: 'bench', dashboard: 'numbers' }
const dataDir = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
chmodSync(dataDir, 0o755)
const lifetime = createLifetime(silentLog)

const say = (name: string, value: string) => process.stdout.write(`| ${name} | ${value} |\n`)
const ms = ({ median, p99 }: { median: number; p99: number }) => `${median.toFixed(1)} ms (${p99.toFixed(1)})`

function holding(context: Context, role: string, organisations: readonly string[]): Context {
  const actor: Actor = {
    kind: 'person',
    personId: context.ids.next(),
    name: 'Ada Lovelace',
    email: 'ada@bench.example',
    locale: 'fr',
    roles: organisations.map((organisation) => ({ role, organisation })),
  }
  return actingAs(context, actor)
}

try {
  const { unit } = await prepare(dataDir, count)
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: 'silent' })
  const { platform } = await openPlatform(config, silentLog, lifetime, { handles: false })
  const context = actingAs(platform, system)
  await installSolution(context, countedSolution, 'bench')
  // A desk answers: of what is older than three months, one in fifty is still open.
  await sql`
    update data.bench_request set state = 'accepted' where state not in ('accepted', 'refused')
      and created_at < '2026-08-01' and abs(hashtext(id::text)) % 50 <> 0`.execute(platform.db)
  await sql`
    update data.bench_request set due_on = (created_at + interval '21 days')::date,
      closed_at = case when state in ('accepted', 'refused')
        then created_at + (abs(hashtext(id::text)) % 30) * interval '1 day' end`.execute(platform.db)
  await sql`vacuum analyze data.bench_request`.execute(platform.db)

  const supervisor = holding(context, 'bench.supervisor', [unit])
  const agent = holding(context, 'bench.agent', [unit])
  const file = () =>
    createEntry(context, {
      collection: 'bench.request',
      values: { subject: 'Lampadaire éteint', email: 'elise@bench.example', unit, dueOn: '2026-12-12' },
      owner: null,
    })

  say('requests', String(count))
  say(
    'dashboard of a supervisor, before its numbers are counted',
    ms(await timed(2, () => openDashboard(supervisor, dashboard))),
  )
  await rate(16, 3, file)
  const before = await rate(16, 10, file)
  const from = performance.now()
  await keepTallies(platform)
  say('counting everything the first time', `${((performance.now() - from) / 1000).toFixed(1)} s`)
  say('dashboard of a supervisor', ms(await timed(60, () => openDashboard(supervisor, dashboard))))
  say('its numbers alone', ms(await timed(60, () => openDashboard(supervisor, numbers))))
  say('dashboard of an agent of one unit', ms(await timed(10, () => openDashboard(agent, dashboard))))
  await rate(16, 3, file)
  const after = await rate(16, 10, file)
  await sql`alter table data.bench_request disable trigger tally_changes`.execute(platform.db)
  const without = await rate(16, 10, file)
  await sql`alter table data.bench_request enable trigger tally_changes`.execute(platform.db)
  say('filing, 16 at once, nothing kept', `${before.toFixed(0)}/s, again ${without.toFixed(0)}/s`)
  say('filing, 16 at once, numbers kept', `${after.toFixed(0)}/s`)
  const { rows } = await sql<{ cells: number; deltas: number }>`
    select (select count(*) from tally.cells) as cells, (select count(*) from tally.deltas) as deltas
  `.execute(platform.db)
  say('cells, changes not folded yet', `${rows[0]?.cells}, ${rows[0]?.deltas}`)
  say(
    'dashboard of a supervisor, changes not folded',
    ms(await timed(30, () => openDashboard(supervisor, dashboard))),
  )
} finally {
  await lifetime.end()
  rmSync(dataDir, { recursive: true, force: true })
}
