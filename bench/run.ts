// SPDX-License-Identifier: MIT
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { cpus, tmpdir, totalmem } from 'node:os'
import { join } from 'node:path'
import { createClient, rate, type Timing, timed } from './measure.ts'
import { prepare } from './prepare.ts'
import { startServer } from './server-process.ts'

const requests = '/api/v1/entries/bench/request'
const port = 3987

type Page = { entries: { id: string }[]; next: string | null }

/** One column of the table of docs/performance.md: an installation of `count` requests. */
async function measure(count: number): Promise<Record<string, string>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'guichet-bench-'))
  // The account that runs PostgreSQL in root's place passes through it.
  chmodSync(dataDir, 0o755)
  try {
    const { key, unit } = await prepare(dataDir, count)
    await (await startServer(dataDir, port)).stop()
    const server = await startServer(dataDir, port)
    const client = createClient(port, key)
    const list = `${requests}?state=at_unit&limit=50`
    const first = (await client.get(list)) as Page
    if (first.entries.length !== 50) throw new Error(`the page holds ${first.entries.length} entries`)
    const ids = first.entries.map(({ id }) => id)
    const file = () =>
      client.post(requests, { values: { subject: 'Lampadaire éteint', email: 'elise@bench.example', unit } })

    // Measured as a server that has worked for a while: Node compiles what it has run often.
    await timed(400, () => client.get(list))
    await timed(400, (turn) => client.get(`${requests}/${ids[turn % ids.length]}`))

    const rows: Record<string, string> = {
      'page of 50, in one state, oldest first': shown(await timed(200, () => client.get(list))),
      'the page after it': shown(await timed(200, () => client.get(`${list}&after=${first.next}`))),
      'page of 50, newest first': shown(await timed(200, () => client.get(`${list}&sort=-createdAt`))),
      'one entry': shown(await timed(500, (turn) => client.get(`${requests}/${ids[turn % ids.length]}`))),
      'search by two words': shown(
        await timed(50, (turn) => client.get(`${requests}?q=lampadaire+${turn + 1}`)),
      ),
      'search by number': shown(
        await timed(50, (turn) => client.get(`${requests}?q=REQ-2026-${String(turn + 1).padStart(7, '0')}`)),
      ),
      'filing, one client': `${(await rateOnceWarm(1, file)).toFixed(0)}/s`,
      'filing, 16 clients': `${(await rateOnceWarm(16, file)).toFixed(0)}/s`,
      start: `${(server.startMs / 1000).toFixed(1)} s`,
      'memory of the server, after all that': `${server.memoryMb().toFixed(0)} MB`,
    }
    client.close()
    await server.stop()
    return rows
  } finally {
    rmSync(dataDir, { recursive: true, force: true })
  }
}

async function rateOnceWarm(clients: number, act: () => Promise<unknown>): Promise<number> {
  await rate(clients, 10, act)
  return rate(clients, 12, act)
}

const shown = ({ median, p99 }: Timing) => `${median.toFixed(1)} ms (${p99.toFixed(1)})`

const counts = process.argv.slice(2).map(Number)
const columns = new Map<number, Record<string, string>>()
for (const count of counts.length > 0 ? counts : [10_000, 100_000, 1_000_000])
  columns.set(count, await measure(count))

const header = [...columns.keys()].map((count) => count.toLocaleString('en-GB').replaceAll(',', ' '))
const lines = Object.keys([...columns.values()][0] ?? {}).map((name) =>
  [name, ...[...columns.values()].map((rows) => rows[name] ?? '')].join(' | '),
)
process.stdout.write(
  `${cpus().length} × ${cpus()[0]?.model ?? 'processor'}, ${(totalmem() / 2 ** 30).toFixed(0)} GB, ` +
    `Node ${process.version}\n\n| ${['requests', ...header].join(' | ')} |\n|${' --- |'.repeat(header.length + 1)}\n` +
    `${lines.map((line) => `| ${line} |`).join('\n')}\n`,
)
