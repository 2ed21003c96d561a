// SPDX-License-Identifier: MIT
import { existsSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { system } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { startApp } from '../app.ts'
import { installSolution } from '../modules/definitions/index.ts'
import { newVisitor } from '../modules/filing/index.ts'
import { openPlatform } from '../open-platform.ts'
import { type Config, readConfig } from '../platform/config/config.ts'
import { actingAs } from '../platform/context.ts'
import { createLifetime, type Lifetime } from '../platform/lifetime.ts'
import { silentLog } from '../platform/log.ts'
import { club } from '../testing/club.ts'
import {
  aDatabaseServer,
  aFolder,
  aMailServer,
  environment,
  type FaultyDatabase,
  type FaultyMailServer,
} from './faults.testing.ts'
import { file, filingClients, licences } from './filing-clients.testing.ts'
import { expectEachReceiptOnce } from './receipts.testing.ts'

const dataDir = aFolder('server')
const acknowledged = new Map<string, string>()
let database: FaultyDatabase
let mail: FaultyMailServer
let lifetime: Lifetime
let config: Config
let address: string

beforeAll(async () => {
  database = await aDatabaseServer()
  mail = await aMailServer()
  lifetime = createLifetime(silentLog)
  config = readConfig(environment(database, mail, dataDir))
  const app = await startApp(config, silentLog, lifetime, [{ solution: club }])
  address = app.address
}, 120_000)
afterAll(async () => {
  await lifetime.end()
  await database.remove()
  await mail.down()
  rmSync(dataDir, { recursive: true, force: true })
}, 60_000)

/** Does something beside the running server, as another process would. */
async function beside<T>(
  act: (platform: Awaited<ReturnType<typeof openPlatform>>['platform']) => Promise<T>,
): Promise<T> {
  const own = createLifetime(silentLog)
  const { platform } = await openPlatform(config, silentLog, own, { handles: false })
  return act(platform).finally(() => own.end())
}

async function statusOf(path: string, headers: Record<string, string> = {}): Promise<number> {
  return (await fetch(`${address}${path}`, { headers })).status
}

describe('a database that goes away under a running server', { timeout: 240_000 }, () => {
  it.each<[string, () => Promise<void>, () => Promise<void>]>([
    ['stopped', () => database.stop(), () => database.start()],
    ['killed', async () => database.kill(), async () => {}],
  ])(
    '%s, then started again, loses nothing, repeats nothing, and work goes on by itself',
    async (how, leave, comeBack) => {
      const clients = filingClients(() => address, 4, how)
      await expect.poll(() => clients.acknowledged.size, { timeout: 30_000 }).toBeGreaterThan(12)
      await leave()
      await expect.poll(() => clients.refusals.length, { timeout: 30_000 }).toBeGreaterThan(0)
      await comeBack()
      const before = clients.acknowledged.size
      await expect.poll(() => clients.acknowledged.size, { timeout: 60_000 }).toBeGreaterThan(before + 12)
      await clients.stop()

      expect(new Set(clients.refusals.map(({ status, type }) => `${status} ${type}`))).toEqual(
        new Set(['503 application/problem+json']),
      )
      for (const [email, id] of clients.acknowledged) acknowledged.set(email, id)
      await beside(({ db }) => expectEachReceiptOnce(db, acknowledged, mail))
    },
  )

  it('is told to programs, to people and to whoever watches, with what to do', async () => {
    await database.stop()
    try {
      const answer = await file(address, 'personne@plassans.example', { 'accept-language': 'fr' })
      expect(answer).toMatchObject({
        status: 503,
        body: {
          code: 'database-unavailable',
          detail: expect.stringContaining('recommencez dans une minute'),
        },
      })
      expect(await statusOf(`${licences}?limit=1`, { authorization: `Bearer gck_${'x'.repeat(43)}` })).toBe(
        503,
      )
      const health = await fetch(`${address}/health`)
      expect([health.status, await health.json()]).toMatchObject([
        503,
        { status: 'failing', checks: { database: 'failing', storage: 'ok' } },
      ])
    } finally {
      await database.start()
    }
    await expect.poll(() => statusOf('/health'), { timeout: 30_000 }).toBe(200)
  })

  it.runIf(existsSync(join(import.meta.dirname, '../../../web/build/server/index.js')))(
    'is told on a page',
    async () => {
      const draft = '/demande/0190f2c1-0000-7000-8000-000000000000/etape/player'
      await database.stop()
      try {
        const answer = await fetch(`${address}${draft}`, {
          headers: {
            accept: 'text/html',
            'accept-language': 'fr',
            cookie: `guichet.visitor=${newVisitor()}`,
          },
        })
        expect(answer.status).toBe(503)
        expect(await answer.text()).toContain('recommencez dans une minute')
      } finally {
        await database.start()
      }
      await expect.poll(() => statusOf(draft, { accept: 'text/html' }), { timeout: 30_000 }).toBe(404)
    },
  )

  it('does not keep it from hearing what another process publishes afterwards', async () => {
    await database.stop()
    await database.start()
    await expect.poll(() => statusOf('/health'), { timeout: 30_000 }).toBe(200)
    const licence = club.collections['licence']
    if (!licence) throw new Error('the club has licences')
    const nickname = { type: 'text', label: { fr: 'Surnom', en: 'Nickname' } } as const
    const grown = {
      ...club,
      collections: { ...club.collections, licence: { ...licence, fields: { ...licence.fields, nickname } } },
      grants: [
        ...club.grants,
        { who: { kind: 'everyone' }, may: ['create'], on: 'licence', fields: { write: ['nickname'] } },
      ],
    } as typeof club
    const named = () => file(address, 'surnom@plassans.example', {}, { nickname: 'Zaza' })
    expect(await named()).toMatchObject({ status: 400 })
    await beside((platform) => installSolution(actingAs(platform, system), grown, 'tests'))
    await expect.poll(async () => (await named()).status, { timeout: 15_000 }).toBe(201)
  })
})
