// SPDX-License-Identifier: MIT
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import { system } from '@guichet/engine'
import { prepareBulk, startBulk, viewBulk } from '../server/src/modules/bulk/index.ts'
import { listEntries } from '../server/src/modules/entries/index.ts'
import { actorOf } from '../server/src/modules/people/index.ts'
import { openPlatform } from '../server/src/open-platform.ts'
import { readConfig } from '../server/src/platform/config/config.ts'
import { actingAs } from '../server/src/platform/context.ts'
import { createLifetime } from '../server/src/platform/lifetime.ts'
import { silentLog } from '../server/src/platform/log.ts'
import { createClient, type Timing, timed } from './measure.ts'
import { prepare } from './prepare.ts'
import { startServer } from './server-process.ts'

/*
 * node bench/bulk.ts 10000: how long one action on 500 requests takes among so many, and what the pages that are asked
 * meanwhile take.
 */

const count = Number(process.argv[2] ?? 10_000)
const port = 3988
const chosen = 500
const list = '/api/v1/entries/bench/request?state=at_unit&limit=50'
const dataDir = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
chmodSync(dataDir, 0o755)
const lifetime = createLifetime(silentLog)

const say = (name: string, value: string) => process.stdout.write(`| ${name} | ${value} |\n`)
const ms = ({ median, p99 }: Timing) => `${median.toFixed(1)} ms (${p99.toFixed(1)})`

try {
  const { key, personId } = await prepare(dataDir, count)
  const server = await startServer(dataDir, port)
  lifetime.add('server', () => server.stop())
  const client = createClient(port, key)
  const config = readConfig({ DATA_DIR: dataDir, DEMO: 'false', LOG_LEVEL: 'silent' })
  const { platform } = await openPlatform(config, silentLog, lifetime, { handles: false })
  const actor = await actorOf(platform, personId)
  const agent = actingAs(platform, actor ?? system)

  const ids: string[] = []
  for (let after: string | undefined; ids.length < chosen;) {
    const page = await listEntries(agent, {
      collection: 'bench.request',
      states: ['submitted'],
      limit: 200,
      ...(after !== undefined && { after }),
    })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next ?? undefined
    if (after === undefined) break
  }
  const { id } = await prepareBulk(agent, {
    transition: 'transmit',
    choice: { kind: 'entries', ids: ids.slice(0, chosen) },
  })
  say('requests', String(count))
  say('a page of 50 before', ms(await timed(200, () => client.get(list))))

  const from = performance.now()
  await startBulk(agent, { id })
  const during: number[] = []
  for (;;) {
    const asked = performance.now()
    await client.get(list)
    during.push(performance.now() - asked)
    const { status, counts } = await viewBulk(agent, id)
    if (status === 'done') {
      say('one action on 500 requests', `${((performance.now() - from) / 1000).toFixed(1)} s`)
      say('done, refused', `${counts.done}, ${counts.refused}`)
      break
    }
    await pause(20)
  }
  during.sort((a, b) => a - b)
  const at = (share: number) => during[Math.floor((during.length - 1) * share)] ?? 0
  say('a page of 50 meanwhile', ms({ median: at(0.5), p99: at(0.99) }))
  client.close()
} finally {
  await lifetime.end()
  rmSync(dataDir, { recursive: true, force: true })
}
