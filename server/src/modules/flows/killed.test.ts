// SPDX-License-Identifier: MIT
import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as delay } from 'node:timers/promises'
import { compare } from '@guichet/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createOutgoing } from '../../platform/outgoing/outgoing.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, testTenant, type TestTenant } from '../../testing/tenant.ts'
import { aLicence, created, moved, publishFlows } from './flows.fixture.ts'
import type { WorkerOrder } from './worker.testing.ts'

const kills = 8
const filedEachTime = 4
const claimMs = 150_000

let tenant: TestTenant
let outside: Server
let worker: ChildProcess | undefined
const folder = mkdtempSync(join(tmpdir(), 'guichet-killed-'))
/** Keys under which the outside was called, with how often. */
const called = new Map<string, number>()

beforeAll(async () => {
  tenant = await aTenant()
  outside = createServer((request, response) => {
    const key = String(request.headers['idempotency-key'])
    called.set(key, (called.get(key) ?? 0) + 1)
    setTimeout(() => response.writeHead(200, { 'content-type': 'application/json' }).end('{"ok":true}'), 10)
  })
  outside.listen(0, '127.0.0.1')
  await once(outside, 'listening')
})
afterAll(async () => {
  worker?.kill('SIGKILL')
  outside.close()
  await tenant.close()
  rmSync(folder, { recursive: true, force: true })
})

function outsideHost(): string {
  return `127.0.0.1:${(outside.address() as AddressInfo).port}`
}

/** A number that grows whenever a worker has done something. */
async function progress(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select (select count(*) from public.run_steps) + (select count(*) from public.mail_attempts)
      + (select count(*) from public.run_steps where status = 'done')
      + (select count(*) from public.mails where state = 'sent') as n
  `.execute(tenant.platform.db)
  return rows[0]?.n ?? 0
}

/** Starts a worker, kills it a random moment after it has begun to do something: no handler of its own runs. */
async function workAndDie(round: number): Promise<void> {
  const ahead = round * claimMs
  const order: WorkerOrder = { url: tenant.url, folder, outside: outsideHost(), tenant: testTenant, ahead }
  const script = join(import.meta.dirname, 'worker.testing.ts')
  const before = await progress()
  const child = spawn(process.execPath, [script, JSON.stringify(order)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  worker = child
  const died = once(child, 'exit').then(() => Promise.reject(new Error('the worker did not start')))
  await Promise.race([once(child.stdout, 'data'), died])
  died.catch(() => {})
  const giveUpAt = Date.now() + 10_000
  while ((await progress()) === before && Date.now() < giveUpAt) await delay(2)
  await delay(Math.random() ** 2 * 1_500)
  const gone = once(child, 'exit')
  child.kill('SIGKILL')
  await gone
}

/** What the job queue does by itself some ten seconds after a worker has died: its jobs are to be done again. */
async function giveBackJobsOfTheDead(): Promise<void> {
  await sql`
    update jobs.job set state = 'created', start_after = created_on where state in ('active', 'retry')
  `.execute(tenant.platform.db)
}

it('does everything once, however often its worker is killed', { timeout: 400_000 }, async () => {
  const add = (key: string) =>
    ({ kind: 'change-entry', key, set: { fee: { expression: 'entry.fee + 1' } } }) as const
  await publishFlows(tenant, {
    begin: {
      on: created,
      steps: [
        { kind: 'notify', key: 'receipt', to: { kind: 'applicant' }, mail: 'receipt', link: 'player' },
        add('first'),
        {
          kind: 'create-task',
          key: 'check',
          task: 'check',
          label: { fr: 'Vérifier', en: 'Check' },
          assignee: { kind: 'role', role: 'secretary' },
        },
        {
          kind: 'condition',
          key: 'paid',
          when: compare('fee', 'eq', 1),
          // oxlint-disable-next-line unicorn/no-thenable -- a branch of a step, an array that nobody awaits
          then: [
            { kind: 'call-http', key: 'call', method: 'POST', url: `http://${outsideHost()}/` },
            add('second'),
          ],
        },
        { kind: 'move-entry', key: 'ask', transition: 'ask_more', reason: { fr: 'Photo', en: 'Photo' } },
      ],
    },
    then: {
      on: moved('ask_more'),
      steps: [add('third'), { kind: 'notify', key: 'asked', to: { kind: 'applicant' }, mail: 'refused' }],
    },
  })

  let filed = 0
  for (let round = 0; round < kills; round += 1) {
    for (let at = 0; at < filedEachTime; at += 1, filed += 1) await aLicence(tenant, { fee: 0 })
    await workAndDie(round)
    await giveBackJobsOfTheDead()
  }
  tenant.clock.advance(Date.now() - tenant.clock.now().getTime() + (kills + 1) * claimMs)
  await finish()

  const { db } = tenant.platform
  const count = async (query: ReturnType<typeof sql<{ n: number }>>) => (await query.execute(db)).rows[0]?.n
  expect(await count(sql`select count(*) as n from public.runs where status = 'done'`)).toBe(2 * filed)
  expect(await count(sql`select count(*) as n from public.runs where status <> 'done'`)).toBe(0)
  expect(await count(sql`select count(*) as n from public.mails where state = 'sent'`)).toBe(2 * filed)
  expect(await count(sql`select count(*) as n from public.mails`)).toBe(2 * filed)
  expect(await count(sql`select count(*) as n from public.access_links`)).toBe(filed)
  expect(await count(sql`select count(*) as n from public.tasks`)).toBe(filed)
  expect(await count(sql`select count(*) as n from public.events where kind = 'entry.changed'`)).toBe(
    3 * filed,
  )
  expect(
    await count(sql`select count(*) as n from data.club_licence where fee = 3 and state = 'incomplete'`),
  ).toBe(filed)
  // The outside is reached at least once, and knows a repetition by its key.
  const sent = new Set(readFileSync(join(folder, 'sent'), 'utf8').trim().split('\n').concat(sentHere))
  expect(sent.size).toBe(2 * filed)
  expect(called.size).toBe(filed)
})

const sentHere: string[] = []

/** Finishes what the dead have left, by hand. */
async function finish(): Promise<void> {
  const transport = {
    send: async ({ messageId }: { messageId: string }) => {
      sentHere.push(messageId)
      return {}
    },
    check: async () => {},
    close: async () => {},
  }
  await settle(tenant.platform, { transport, outgoing: createOutgoing({ allow: [outsideHost()] }) })
}
