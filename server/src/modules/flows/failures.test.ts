// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import {
  createOutgoing,
  OutgoingError,
  type OutgoingAnswer,
  type OutgoingRequest,
} from '../../platform/outgoing/outgoing.ts'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { getEntry } from '../entries/index.ts'
import { listMails } from '../notifications/index.ts'
import { aLicence, created, publishFlows } from './flows.fixture.ts'
import { listParkedRuns, listRuns, replayRun, resumeRun, takeUpRuns } from './index.ts'

let tenant: TestTenant
let admin: Context
let secretary: Context

beforeAll(async () => {
  tenant = await aTenant()
  const office = await tenant.organisation('Bureau')
  admin = tenant.as(await tenant.person('Ada Ministre', { administrator: office }))
  secretary = tenant.as(await tenant.person('Paul Ardent', { secretary: office }))
})
afterAll(() => tenant.close())

/** The service that flows call: remembers what it is asked, answers as it is told to. */
const service = {
  requests: [] as OutgoingRequest[],
  answers: [] as (OutgoingAnswer | OutgoingError)[],
  outgoing: async (request: OutgoingRequest): Promise<OutgoingAnswer> => {
    service.requests.push(request)
    const answer = service.answers.shift() ?? json(200, {})
    if (answer instanceof OutgoingError) throw answer
    return answer
  },
}
beforeEach(() => {
  service.requests = []
  service.answers = []
})

function json(status: number, body: unknown): OutgoingAnswer {
  return { status, contentType: 'application/json; charset=utf-8', body: JSON.stringify(body) }
}

const tell = {
  kind: 'notify',
  key: 'tell',
  to: { kind: 'applicant' },
  mail: 'receipt',
  link: 'player',
} as const
const grant = { kind: 'move-entry', key: 'grant', transition: 'grant' } as const
const call = {
  kind: 'call-http',
  key: 'call',
  method: 'POST',
  url: 'https://federation.example/players/{{ entry.playerName }}',
  headers: { Authorization: 'Bearer x', Host: 'elsewhere.example' },
  body: { expression: '{"level": entry.level, "fee": entry.fee}' },
} as const

async function runOf(licence: string) {
  const [run] = await listRuns(tenant.system, licence)
  if (!run) throw new Error('no run')
  return run
}

async function valueOf(id: string, field: string): Promise<unknown> {
  return (await getEntry(tenant.platform.db, tenant.system, id)).values[field]
}

describe('a step that is refused', () => {
  it('parks its run with a sentence; the steps before it remain, and the others of the batch go on', async () => {
    await publishFlows(tenant, { grant: { on: created, steps: [tell, grant] } })
    const unpaid = await aLicence(tenant)
    const paid = await aLicence(tenant, { fee: 4_000 })
    await settle(tenant.platform)
    expect(await runOf(paid)).toMatchObject({ status: 'done', error: null })
    expect(await runOf(unpaid)).toMatchObject({
      status: 'parked',
      error: {
        code: 'transition-refused',
        text: 'L’action n’est plus possible dans l’état actuel de la fiche.',
      },
      steps: [
        { key: 'tell', status: 'done' },
        { key: 'grant', status: 'failed' },
      ],
    })
    expect((await listMails(tenant.system, { entryId: unpaid })).rows).toHaveLength(1)
    expect((await listMails(tenant.system, { entryId: paid })).rows).toHaveLength(1)
  })

  it('goes on from where it stands once somebody has seen to it and takes it up again', async () => {
    await publishFlows(tenant, { grant: { on: created, steps: [tell, grant] } })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    await sql`update data.club_licence set fee = 100 where id = ${licence}`.execute(tenant.platform.db)
    await resumeRun(admin, (await runOf(licence)).id)
    await settle(tenant.platform)
    expect(await runOf(licence)).toMatchObject({ status: 'done', error: null })
    expect((await listMails(tenant.system, { entryId: licence })).rows).toHaveLength(1)
  })

  it('is parked at once when its expression cannot be computed', async () => {
    const set = { fee: { expression: 'entry.fee / 0' } }
    await publishFlows(tenant, {
      faulty: { on: created, steps: [{ kind: 'change-entry', key: 'set', set }] },
    })
    const licence = await aLicence(tenant, { fee: 100 })
    await settle(tenant.platform)
    expect(await runOf(licence)).toMatchObject({ status: 'parked', error: { code: 'expression-faulty' } })
  })
})

describe('flows that start one another in a circle', () => {
  it('are stopped after twenty rounds, with a sentence', async () => {
    await publishFlows(tenant, {
      circle: {
        on: { kind: 'entry-changed', collection: 'licence' },
        steps: [{ kind: 'change-entry', key: 'more', set: { fee: { expression: 'entry.fee + 1' } } }],
      },
      begin: { on: created, steps: [{ kind: 'change-entry', key: 'first', set: { fee: 1 } }] },
    })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    expect(await valueOf(licence, 'fee')).toBe(21)
    expect(await runOf(licence)).toMatchObject({
      status: 'parked',
      error: { code: 'too-deep', text: expect.stringContaining('20') as string },
    })
  })
})

describe('calling the outside', () => {
  it('sends what the step says, and gives the answer to the steps that follow', async () => {
    await publishFlows(tenant, {
      call: {
        on: created,
        steps: [
          call,
          { kind: 'change-entry', key: 'keep', set: { motive: { expression: 'steps.call.body.number' } } },
        ],
      },
    })
    service.answers = [json(201, { number: 'FED-7' })]
    const licence = await aLicence(tenant, { playerName: 'Lila / Ben?', level: 'expert', fee: 100 })
    await settle(tenant.platform, service)
    const run = await runOf(licence)
    expect(service.requests).toEqual([
      {
        method: 'POST',
        url: 'https://federation.example/players/Lila%20%2F%20Ben%3F',
        headers: {
          'content-type': 'application/json',
          authorization: 'Bearer x',
          'idempotency-key': `${run.id}:call`,
        },
        body: '{"level":"expert","fee":100}',
      },
    ])
    expect(run.status).toBe('done')
    expect(await valueOf(licence, 'motive')).toBe('FED-7')
  })

  it('tries again after 15 seconds, then a minute, under the same key', async () => {
    await publishFlows(tenant, { call: { on: created, steps: [call] } })
    service.answers = [json(503, {}), new OutgoingError('timed-out'), json(200, {})]
    const licence = await aLicence(tenant)
    await settle(tenant.platform, service)
    expect(await runOf(licence)).toMatchObject({ status: 'failed', error: { code: 'answer-refused' } })
    tenant.clock.advance(14_000)
    await settle(tenant.platform, service)
    expect(service.requests).toHaveLength(1)
    tenant.clock.advance(1_000)
    await settle(tenant.platform, service)
    expect(await runOf(licence)).toMatchObject({ status: 'failed', error: { code: 'timed-out' } })
    tenant.clock.advance(60_000)
    await settle(tenant.platform, service)
    expect(await runOf(licence)).toMatchObject({ status: 'done', steps: [{ key: 'call', attempt: 3 }] })
    expect(new Set(service.requests.map(({ headers }) => headers?.['idempotency-key'])).size).toBe(1)
  })

  it('is parked after eight attempts, and listed to whoever enters the studio', async () => {
    await publishFlows(tenant, { call: { on: created, steps: [call] } })
    service.answers = Array.from({ length: 20 }, () => json(500, {}))
    const licence = await aLicence(tenant)
    for (let attempt = 0; attempt < 10; attempt += 1) {
      await settle(tenant.platform, service)
      tenant.clock.advance(7 * 3_600_000)
    }
    expect(service.requests).toHaveLength(8)
    expect(await runOf(licence)).toMatchObject({ status: 'parked' })
    const { rows } = await listParkedRuns(admin)
    expect(rows.map(({ entryId }) => entryId)).toContain(licence)
  })

  it.each([
    ['an answer that says the request is wrong', json(422, {}), 'answer-refused'],
    ['an address of a private network', new OutgoingError('address-refused'), 'address-refused'],
  ])('is not tried again after %s', async (_, answer, code) => {
    await publishFlows(tenant, { call: { on: created, steps: [call] } })
    service.answers = [answer]
    const licence = await aLicence(tenant)
    await settle(tenant.platform, service)
    expect(await runOf(licence)).toMatchObject({ status: 'parked', error: { code } })
  })

  it('never reaches this machine, whatever the flow says', async () => {
    await publishFlows(tenant, { call: { on: created, steps: [{ ...call, url: 'http://localhost:1/' }] } })
    const licence = await aLicence(tenant)
    await settle(tenant.platform, { outgoing: createOutgoing() })
    expect(await runOf(licence)).toMatchObject({ status: 'parked', error: { code: 'address-refused' } })
  })

  it('is made once at a time, and again when whoever made it has died', async () => {
    await publishFlows(tenant, { call: { on: created, steps: [call] } })
    const licence = await aLicence(tenant)
    const called = Promise.withResolvers<void>()
    const answered = Promise.withResolvers<void>()
    const slow = async (request: OutgoingRequest): Promise<OutgoingAnswer> => {
      called.resolve()
      await answered.promise
      return service.outgoing(request)
    }
    const first = settle(tenant.platform, { outgoing: slow })
    await called.promise
    const { id } = await runOf(licence)
    await takeUpRuns(tenant.platform, service.outgoing, [id])
    expect(service.requests).toEqual([])
    tenant.clock.advance(61_000)
    await takeUpRuns(tenant.platform, service.outgoing, [id])
    expect(await runOf(licence)).toMatchObject({ status: 'done' })
    answered.resolve()
    await first
    expect(service.requests).toHaveLength(2)
    expect(await runOf(licence)).toMatchObject({ status: 'done', steps: [{ key: 'call', attempt: 2 }] })
  })
})

describe('replaying a run', () => {
  it('does all of it again for the same event, beside the first', async () => {
    await publishFlows(tenant, { receipt: { on: created, steps: [tell] } })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    await replayRun(admin, (await runOf(licence)).id)
    await settle(tenant.platform)
    const runs = await listRuns(tenant.system, licence)
    expect(runs.map(({ replay, status }) => [replay, status])).toEqual([
      [1, 'done'],
      [0, 'done'],
    ])
    expect((await listMails(tenant.system, { entryId: licence })).rows).toHaveLength(2)
  })

  it('is refused while the run goes on, and resuming once it is over', async () => {
    await publishFlows(tenant, {
      wait: { on: created, steps: [{ kind: 'wait', key: 'day', for: { days: 1 } }] },
    })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    const { id } = await runOf(licence)
    await expect(replayRun(admin, id)).rejects.toMatchObject({ code: 'not-found' })
    await expect(resumeRun(admin, id)).rejects.toMatchObject({ code: 'not-found' })
  })
})

describe('runs', () => {
  it('are shown under the right to the history, in the language of the reader', async () => {
    await publishFlows(tenant, { grant: { on: created, steps: [grant] } })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    const english = { ...secretary, actor: { ...secretary.actor, locale: 'en' as const } }
    expect(await listRuns(english, licence)).toMatchObject([
      {
        flow: { title: 'Flow grant' },
        error: { text: 'The action is no longer possible in the present state of the entry.' },
      },
    ])
    const captain = await tenant.person('Sol Capitaine')
    const team = await tenant.organisation('Les Bleues', { captain: captain.personId })
    const theirs = await aLicence(tenant, { team })
    await expect(listRuns(tenant.as(captain), theirs)).rejects.toMatchObject({ code: 'not-found' })
    await expect(listRuns(tenant.nobody, licence)).rejects.toMatchObject({ code: 'not-found' })
  })

  it.each<[string, () => Context, string]>([
    ['nobody', () => tenant.nobody, 'sign-in-required'],
    ['a secretary', () => secretary, 'not-allowed'],
  ])('are neither listed, resumed nor replayed by %s', async (_, who, code) => {
    const id = tenant.platform.ids.next()
    await expect(listParkedRuns(who())).rejects.toMatchObject({ code })
    await expect(resumeRun(who(), id)).rejects.toMatchObject({ code })
    await expect(replayRun(who(), id)).rejects.toMatchObject({ code })
  })

  it.each(['not an id', '0190f2c1-0000-7000-8000-000000000000'])(
    'that do not exist are not found: %s',
    async (id) => {
      await expect(resumeRun(admin, id)).rejects.toMatchObject({ code: 'not-found' })
      await expect(replayRun(admin, id)).rejects.toMatchObject({ code: 'not-found' })
    },
  )
})
