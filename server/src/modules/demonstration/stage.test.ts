// SPDX-License-Identifier: MIT
import { compare, not } from '@guichet/engine'
import { sql } from 'kysely'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { actingAs } from '../../platform/context.ts'
import { createEntry, getEntry, takeTransition } from '../entries/index.ts'
import { created, publishFlows } from '../flows/flows.fixture.ts'
import { listMails } from '../notifications/index.ts'
import { createStage, type Stage } from './stage.ts'

let tenant: TestTenant
let stage: Stage
beforeEach(async () => {
  tenant = await aTenant()
  await publishFlows(tenant, {
    reminder: {
      on: created,
      steps: [
        {
          kind: 'wait-until',
          key: 'answered',
          when: not(compare('state', 'eq', 'asked')),
          atMost: { days: 7 },
        },
        {
          kind: 'condition',
          key: 'late',
          when: compare('state', 'eq', 'asked'),
          // oxlint-disable-next-line unicorn/no-thenable -- a branch of a step, an array that nobody awaits
          then: [
            { kind: 'notify', key: 'remind', to: { kind: 'applicant' }, mail: 'receipt' },
            { kind: 'wait', key: 'again', for: { days: 7 } },
            { kind: 'notify', key: 'remind_again', to: { kind: 'applicant' }, mail: 'receipt' },
          ],
        },
      ],
    },
  })
  stage = createStage(tenant.platform)
})
afterEach(() => tenant.close())

/** Noon, that many days before the present of the tenant. */
function daysAgo(days: number): Date {
  return new Date(tenant.clock.now().getTime() - days * 86_400_000)
}

async function fileThen(days: number): Promise<string> {
  await stage.passUntil(daysAgo(days))
  const { id } = await createEntry(actingAs(stage.platform, tenant.system.actor), {
    collection: 'club.licence',
    values: { playerName: 'Lila', playerEmail: 'lila@plassans.example' },
    required: 'none',
    owner: null,
  })
  await stage.settle()
  return id
}

async function remindedAt(entryId: string): Promise<Date[]> {
  return (await listMails(tenant.system, { entryId })).rows.map(({ createdAt }) => createdAt).toReversed()
}

async function waitingInTheRealQueue(): Promise<number> {
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from jobs.job where name = 'flows.advance' and state = 'created'
  `.execute(tenant.platform.db)
  return rows[0]?.n ?? 0
}

describe('a wait that began in the past', () => {
  it('ends on the stage at its own time, and so do those that follow it', async () => {
    const licence = await fileThen(20)
    await stage.passUntil(tenant.clock.now())
    expect(await remindedAt(licence)).toEqual([daysAgo(13), daysAgo(6)])
    expect(await waitingInTheRealQueue()).toBe(0)
  })

  it('reminds of nothing when what it waited for was done in time', async () => {
    const answered = await fileThen(20)
    const late = await fileThen(18)
    await stage.passUntil(daysAgo(15))
    const asSystem = actingAs(stage.platform, tenant.system.actor)
    const { version } = await getEntry(tenant.platform.db, asSystem, answered)
    await takeTransition(asSystem, { id: answered, version, key: 'refuse', reason: 'Complet' })
    await stage.settle()
    await stage.passUntil(daysAgo(10))
    expect(await remindedAt(answered)).toEqual([])
    expect(await remindedAt(late)).toEqual([daysAgo(11)])
  })

  it('is left to the real queue when it ends after the present, and ends there', async () => {
    const licence = await fileThen(3)
    await stage.passUntil(tenant.clock.now())
    await settle(tenant.platform)
    expect(await remindedAt(licence)).toEqual([])
    tenant.clock.advance(4 * 86_400_000)
    await settle(tenant.platform)
    expect(await remindedAt(licence)).toEqual([tenant.clock.now()])
  })
})
