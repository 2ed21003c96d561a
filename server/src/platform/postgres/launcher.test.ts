// SPDX-License-Identifier: MIT
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { Client } from 'pg'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { silentLog } from '../log.ts'
import { type EmbeddedPostgres, startPostgres } from './launcher.ts'
import { findPostmaster, isAlive, stopPostmaster } from './postmaster.ts'

let dataDir: string
let victims: ChildProcess[]
let servers: EmbeddedPostgres[]
beforeEach(() => {
  dataDir = mkdtempSync(join(tmpdir(), 'guichet-launcher-'))
  chmodSync(dataDir, 0o755)
  victims = []
  servers = []
})
afterEach(async () => {
  for (const server of servers) await server.stop()
  for (const victim of victims) victim.kill('SIGKILL')
  const left = findPostmaster(join(dataDir, 'postgres', 'cluster'))
  if (left !== undefined) await stopPostmaster(left)
  rmSync(dataDir, { recursive: true, force: true })
})

async function start(): Promise<EmbeddedPostgres> {
  const server = await startPostgres({ dataDir, log: silentLog })
  servers.push(server)
  return server
}

/** A Guichet in a process of its own that has stored `row`; the number of its postmaster. */
async function startVictim(row: number): Promise<{ victim: ChildProcess; postmaster: number }> {
  const script = fileURLToPath(new URL('launcher.victim.ts', import.meta.url))
  const victim = spawn(process.execPath, [script, dataDir, String(row)], {
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  victims.push(victim)
  const [line] = (await once(victim.stdout ?? victim, 'data')) as [Buffer]
  return { victim, postmaster: Number(/stored (\d+)/.exec(line.toString())?.[1]) }
}

async function rowsOf(server: EmbeddedPostgres): Promise<number[]> {
  const client = new Client({ connectionString: server.url() })
  client.on('error', () => {})
  await client.connect()
  const { rows } = await client.query<{ n: number }>('select n from kept order by n')
  await client.end()
  return rows.map((row) => row.n)
}

describe('the embedded database', { timeout: 120_000 }, () => {
  it('keeps its rows and leaves one postmaster when its Guichet is killed', async () => {
    const { victim, postmaster } = await startVictim(1)
    victim.kill('SIGKILL')
    await once(victim, 'exit')
    expect(isAlive(postmaster)).toBe(true)
    const server = await start()
    expect(await rowsOf(server)).toEqual([1])
    expect(isAlive(postmaster)).toBe(false)
    expect(server.pid()).not.toBe(postmaster)
  })

  it('keeps its rows when everything is killed at once', async () => {
    const { victim, postmaster } = await startVictim(2)
    victim.kill('SIGKILL')
    process.kill(postmaster, 'SIGKILL')
    await once(victim, 'exit')
    expect(await rowsOf(await start())).toEqual([2])
  })

  it('is started again when it dies under a living Guichet', async () => {
    const server = await start()
    const client = new Client({ connectionString: server.url() })
    client.on('error', () => {})
    await client.connect()
    await client.query('create table kept as select 3 as n')
    const first = server.pid()
    process.kill(first ?? 0, 'SIGKILL')
    await expect.poll(() => rowsOf(server).catch(() => 'away'), { timeout: 60_000 }).toEqual([3])
    expect(server.pid()).not.toBe(first)
  })

  it('refuses a second Guichet on the same data, which the first goes on using', async () => {
    const { postmaster } = await startVictim(4)
    const second = startPostgres({ dataDir, log: silentLog, patienceMs: 4_000 })
    await expect(second).rejects.toMatchObject({ code: 'postgres-in-use' })
    expect(isAlive(postmaster)).toBe(true)
  })

  it('is given to one of two that start together', async () => {
    const both = await Promise.allSettled(
      [1, 2].map(() => startPostgres({ dataDir, log: silentLog, patienceMs: 4_000 })),
    )
    const started = both.flatMap((outcome) => (outcome.status === 'fulfilled' ? [outcome.value] : []))
    expect(started).toHaveLength(1)
    expect(both.find((outcome) => outcome.status === 'rejected')).toMatchObject({
      reason: { code: 'postgres-in-use' },
    })
    servers.push(...started)
  })

  it('does not take a stranger for its postmaster when a number was given again', async () => {
    await (await start()).stop()
    const pidFile = join(dataDir, 'postgres', 'cluster', 'postmaster.pid')
    writeFileSync(pidFile, `${process.pid}\n/elsewhere\n`)
    await expect(start()).resolves.toBeDefined()
    expect(Number.parseInt(readFileSync(pidFile, 'utf8'), 10)).not.toBe(process.pid)
  })

  it('says what its log says when it cannot start', async () => {
    await (await start()).stop()
    writeFileSync(join(dataDir, 'postgres', 'cluster', 'postgresql.conf'), 'no_such_setting = 1\n')
    await expect(startPostgres({ dataDir, log: silentLog })).rejects.toThrow('no_such_setting')
  })
})
