// SPDX-License-Identifier: MIT
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { rmSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { openDatabase } from '../platform/db/database.ts'
import {
  aDatabaseServer,
  aFolder,
  aMailServer,
  environment,
  type FaultyDatabase,
  type FaultyMailServer,
} from './faults.testing.ts'
import { filingClients } from './filing-clients.testing.ts'
import { expectEachReceiptOnce } from './receipts.testing.ts'

const kills = 3
const dataDir = aFolder('server')
let database: FaultyDatabase
let mail: FaultyMailServer
let server: ChildProcess | undefined
let address = 'http://127.0.0.1:9'

beforeAll(async () => {
  database = await aDatabaseServer()
  mail = await aMailServer()
}, 120_000)
afterAll(async () => {
  server?.kill('SIGKILL')
  await database.remove()
  await mail.down()
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

async function startServer(): Promise<ChildProcess> {
  const { PATH, NODE_COMPILE_CACHE } = process.env
  const env = { ...environment(database, mail, dataDir), PATH, NODE_COMPILE_CACHE }
  const child = spawn(process.execPath, [join(import.meta.dirname, 'server.testing.ts')], {
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  server = child
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the server did not start')))
  died.catch(() => {})
  const [line] = (await Promise.race([once(child.stdout, 'data'), died])) as [Buffer]
  address = line.toString().trim()
  return child
}

it(
  'loses no request that was acknowledged, and sends each receipt once, however often it is killed',
  {
    timeout: 240_000,
  },
  async () => {
    const clients = filingClients(() => address, 6)
    for (let round = 0; round < kills; round += 1) {
      const victim = await startServer()
      const before = clients.acknowledged.size
      await expect.poll(() => clients.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(before)
      // Anywhere in the life of a request: being written, its flow running, its mail leaving.
      await delay(Math.random() * 1_000)
      const gone = once(victim, 'exit')
      victim.kill('SIGKILL')
      await gone
    }
    const killedAfter = clients.acknowledged.size
    await startServer()
    await clients.stop()

    expect(killedAfter).toBeGreaterThan(kills)
    const { db, close } = openDatabase(database.url)
    await expectEachReceiptOnce(db, clients.acknowledged, mail).finally(close)
  },
)
