// SPDX-License-Identifier: MIT
import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTenant, testTenant, type TestTenant } from '../../testing/tenant.ts'
import { busyClub } from '../views/views.fixture.ts'
import { takeTransition } from '../entries/index.ts'
import { advanceBulk, prepareBulk, startBulk, viewBulk } from './index.ts'
import type { WorkerOrder } from './worker.testing.ts'

const entries = 60
const kills = 3

let club: TestTenant
const folder = mkdtempSync(join(tmpdir(), 'guichet-bulk-'))
beforeAll(async () => {
  club = await aTenant({ solutions: [busyClub] })
})
afterAll(async () => {
  await club.close()
  rmSync(folder, { recursive: true, force: true })
})

const moves = async () =>
  (
    await sql<{ n: number; entries: number }>`
      select count(*)::int as n, count(distinct entry_id)::int as entries from public.events
      where kind = 'entry.moved'`.execute(club.platform.db)
  ).rows[0]

/** Starts a worker and kills it once it has moved something more. */
async function workAndDie(bulkId: string): Promise<void> {
  const order: WorkerOrder = { url: club.url, folder, tenant: testTenant, bulkId }
  const before = (await moves())?.n ?? 0
  const script = join(import.meta.dirname, 'worker.testing.ts')
  const child = spawn(process.execPath, [script, JSON.stringify(order)], { stdio: 'inherit' })
  const giveUpAt = Date.now() + 20_000
  while (((await moves())?.n ?? 0) === before && Date.now() < giveUpAt) await delay(2)
  await delay(Math.random() * 60)
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

it('does each entry once, however often its worker is killed', { timeout: 120_000 }, async () => {
  const secretary = club.as(
    await club.person('Nadia Benaïssa', { secretary: await club.organisation('Bureau') }),
  )
  const ids = []
  for (let at = 0; at < entries; at += 1) {
    ids.push(await club.entry('club.licence', { playerName: `Joueur ${at}`, level: 'beginner' }))
  }
  const { id } = await prepareBulk(secretary, { transition: 'refuse', choice: { kind: 'entries', ids } })
  await startBulk(secretary, { id, reason: 'Complet' })
  for (let round = 0; round < kills; round += 1) await workAndDie(id)
  expect((await moves())?.n).toBeGreaterThan(0)
  await advanceBulk(club.platform, id)
  expect(await moves()).toEqual({ n: entries, entries })
  expect(await viewBulk(secretary, id)).toMatchObject({
    status: 'done',
    counts: { done: entries, waiting: 0 },
  })
})

it('takes 500 entries, each about as fast as one alone', { timeout: 300_000 }, async () => {
  const secretary = club.as(await club.person('Paul Arène', { secretary: await club.organisation('Annexe') }))
  const ids: string[] = []
  for (let at = 0; at < 520; at += 1) {
    ids.push(await club.entry('club.licence', { playerName: `Joueuse ${at}`, level: 'beginner' }))
  }
  const alone = await msFor(async () => {
    for (const id of ids.slice(500)) {
      await takeTransition(secretary, { id, version: 1, key: 'refuse', reason: 'Complet' })
    }
  })
  const chosen = { kind: 'entries', ids: ids.slice(0, 500) } as const
  const { id } = await prepareBulk(secretary, { transition: 'refuse', choice: chosen })
  await startBulk(secretary, { id, reason: 'Complet' })
  const together = await msFor(() => advanceBulk(club.platform, id))
  expect((await viewBulk(secretary, id)).counts.done).toBe(500)
  // A machine that does other things is slow at both.
  expect(together / 500).toBeLessThan((3 * alone) / 20)
})

async function msFor(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now()
  await work()
  return performance.now() - began
}
