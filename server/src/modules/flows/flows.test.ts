// SPDX-License-Identifier: MIT
import { compare, not } from '@guichet/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { changeEntry, deleteEntry, entryHistory, getEntry, takeTransition } from '../entries/index.ts'
import { listNotifications, listMails, viewMail } from '../notifications/index.ts'
import { listTasks } from '../tasks/index.ts'
import { aLicence, created, moved, type PlainFlow, publishFlows } from './flows.fixture.ts'
import { dispatchEvents, listRuns } from './index.ts'

let tenant: TestTenant
beforeAll(async () => (tenant = await aTenant()))
afterAll(() => tenant.close())

const second = 1_000
const day = 24 * 3_600 * second

async function change(id: string, values: Readonly<Record<string, unknown>>): Promise<void> {
  const { version } = await getEntry(tenant.platform.db, tenant.system, id)
  await changeEntry(tenant.system, { id, version, values })
}

async function take(
  id: string,
  key: string,
  more: { reason?: string; answers?: Record<string, unknown> } = {},
) {
  const { version } = await getEntry(tenant.platform.db, tenant.system, id)
  await takeTransition(tenant.system, { id, version, key, ...more })
}

/** The mails about an entry, newest first. */
async function mailsAbout(entryId: string) {
  return (await listMails(tenant.system, { entryId })).rows
}

async function valueOf(id: string, field: string): Promise<unknown> {
  return (await getEntry(tenant.platform.db, tenant.system, id)).values[field]
}

const tellPlayer = {
  kind: 'notify',
  key: 'tell',
  to: { kind: 'applicant' },
  mail: 'receipt',
  link: 'player',
} as const

describe('an event that triggers a flow', () => {
  it('starts one run, however often it is dispatched', async () => {
    await publishFlows(tenant, { receipt: { on: created, steps: [tellPlayer] } })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    const [run] = await listRuns(tenant.system, licence)
    await Promise.all([1, 2, 3].map(() => dispatchEvents(tenant.platform, [], [run?.eventId ?? 0])))
    await settle(tenant.platform)
    expect(await listRuns(tenant.system, licence)).toMatchObject([
      { status: 'done', steps: [{ key: 'tell', status: 'done' }] },
    ])
    expect(await mailsAbout(licence)).toMatchObject([{ to: { email: 'lila@plassans.example' } }])
  })

  it('is dispatched with many others, each to its own mail with its own link', async () => {
    await publishFlows(tenant, { receipt: { on: created, steps: [tellPlayer] } })
    const licences: string[] = []
    for (let at = 0; at < 12; at += 1) {
      licences.push(await aLicence(tenant, { playerEmail: `player${at}@plassans.example` }))
    }
    await settle(tenant.platform)
    const rows = (await Promise.all(licences.map(mailsAbout))).flat()
    expect(new Set(rows.map(({ to }) => to.email)).size).toBe(12)
    const mails = await Promise.all(rows.map(({ id }) => viewMail(tenant.system, id)))
    expect(new Set(mails.map(({ text }) => /\/lien\/[\w-]+/.exec(text)?.[0])).size).toBe(12)
  })

  it('starts nothing when the entry does not satisfy the flow', async () => {
    const when = compare('level', 'eq', 'expert')
    await publishFlows(tenant, { experts: { on: created, when, steps: [tellPlayer] } })
    const beginner = await aLicence(tenant, { level: 'beginner' })
    const expert = await aLicence(tenant, { level: 'expert' })
    await settle(tenant.platform)
    expect(await listRuns(tenant.system, beginner)).toEqual([])
    expect(await listRuns(tenant.system, expert)).toHaveLength(1)
  })

  it('starts nothing for another transition, another field or a deleted entry', async () => {
    const steps: PlainFlow['steps'] = [tellPlayer]
    await publishFlows(tenant, {
      refusal: { on: moved('refuse'), steps },
      fee: { on: { kind: 'entry-changed', collection: 'licence', fields: ['fee'] }, steps },
      creation: { on: created, steps },
    })
    const licence = await aLicence(tenant)
    await change(licence, { motive: 'Pour jouer.' })
    await take(licence, 'ask_more', { reason: 'Photo illisible.' })
    const { version } = await getEntry(tenant.platform.db, tenant.system, licence)
    await deleteEntry(tenant.system, { id: licence, version })
    await settle(tenant.platform)
    expect(await mailsAbout(licence)).toEqual([])
  })
})

describe('a condition', () => {
  it('takes its branch, and goes on after it', async () => {
    const say = (key: string, motive: string) => ({ kind: 'change-entry', key, set: { motive } }) as const
    await publishFlows(tenant, {
      sort: {
        on: created,
        steps: [
          {
            kind: 'condition',
            key: 'level',
            when: compare('level', 'eq', 'expert'),
            // oxlint-disable-next-line unicorn/no-thenable -- a branch of a step, an array that nobody awaits
            then: [say('expert', 'expert')],
            otherwise: [say('other', 'beginner')],
          },
          { kind: 'change-entry', key: 'fee', set: { fee: { expression: 'size(entry.motive)' } } },
        ],
      },
    })
    const expert = await aLicence(tenant, { level: 'expert' })
    const beginner = await aLicence(tenant)
    await settle(tenant.platform)
    expect([await valueOf(expert, 'motive'), await valueOf(expert, 'fee')]).toEqual(['expert', 6])
    expect([await valueOf(beginner, 'motive'), await valueOf(beginner, 'fee')]).toEqual(['beginner', 8])
  })
})

describe('telling people', () => {
  it('gives the reason of the transition, and a link that works', async () => {
    await publishFlows(tenant, {
      refusal: { on: moved('refuse'), steps: [{ ...tellPlayer, mail: 'refused', link: undefined }] },
    })
    const licence = await aLicence(tenant)
    await take(licence, 'refuse', { reason: 'Le **certificat** manque.' })
    await settle(tenant.platform)
    const [mail] = await mailsAbout(licence)
    const { text } = await viewMail(tenant.system, mail?.id ?? '')
    expect(text).toContain('Le **certificat** manque.')
  })

  it('reaches whoever holds the role, by mail and in the application', async () => {
    await publishFlows(tenant, {
      office: {
        on: created,
        steps: [{ kind: 'notify', key: 'tell', to: { kind: 'role', role: 'secretary' }, mail: 'to-team' }],
      },
    })
    const office = await tenant.organisation('Bureau')
    const paul = await tenant.person('Paul Ardent', { secretary: office })
    const rosa = await tenant.person('Rosa Ximénez', { secretary: office })
    const coach = await tenant.person('Ines Coach', { coach: office })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    const rows = await mailsAbout(licence)
    expect(new Set(rows.map(({ to }) => to.email))).toEqual(new Set([paul.email, rosa.email]))
    expect(await listNotifications(tenant.as(rosa))).toMatchObject({
      rows: [{ title: { fr: 'Une licence à traiter', en: 'A licence to handle' }, read: false }],
    })
    expect(await listNotifications(tenant.as(coach))).toMatchObject({ rows: [] })
  })

  it('reaches the body at the end of a path', async () => {
    await publishFlows(tenant, {
      team: {
        on: moved('send_to_team'),
        steps: [{ kind: 'notify', key: 'tell', to: { kind: 'path', path: 'team.captain' }, mail: 'to-team' }],
      },
    })
    const captain = await tenant.person('Sol Capitaine')
    const team = await tenant.organisation('Les Bleues', { captain: captain.personId })
    const licence = await aLicence(tenant)
    await take(licence, 'send_to_team', { answers: { team } })
    await settle(tenant.platform)
    expect(await mailsAbout(licence)).toMatchObject([{ to: { email: captain.email } }])
  })

  it('goes on when there is nobody to tell', async () => {
    await publishFlows(tenant, {
      team: {
        on: created,
        steps: [
          { kind: 'notify', key: 'tell', to: { kind: 'path', path: 'team' }, mail: 'to-team' },
          { kind: 'change-entry', key: 'after', set: { motive: { expression: 'string(steps.tell.told)' } } },
        ],
      },
    })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    expect(await valueOf(licence, 'motive')).toBe('0')
    expect(await mailsAbout(licence)).toEqual([])
  })
})

describe('waiting', () => {
  it('goes on when its time has passed, not before', async () => {
    await publishFlows(tenant, {
      reminder: { on: created, steps: [{ kind: 'wait', key: 'week', for: { days: 7 } }, tellPlayer] },
    })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    tenant.clock.advance(6 * day)
    await settle(tenant.platform)
    expect(await listRuns(tenant.system, licence)).toMatchObject([{ status: 'waiting' }])
    expect(await mailsAbout(licence)).toEqual([])
    tenant.clock.advance(1 * day)
    await settle(tenant.platform)
    expect(await mailsAbout(licence)).toHaveLength(1)
  })

  it('goes on at the fact that makes its condition true, and says so', async () => {
    await publishFlows(tenant, {
      paid: {
        on: created,
        steps: [
          { kind: 'wait-until', key: 'paid', when: compare('fee', 'filled'), atMost: { days: 30 } },
          {
            kind: 'change-entry',
            key: 'say',
            set: { motive: { expression: 'steps.paid.holds ? "payé" : "relancé"' } },
          },
        ],
      },
    })
    const prompt = await aLicence(tenant)
    const late = await aLicence(tenant)
    await settle(tenant.platform)
    await change(prompt, { level: 'expert' })
    await settle(tenant.platform)
    expect(await listRuns(tenant.system, prompt)).toMatchObject([{ status: 'waiting' }])
    await change(prompt, { fee: 4_000 })
    await settle(tenant.platform)
    expect(await valueOf(prompt, 'motive')).toBe('payé')
    tenant.clock.advance(30 * day)
    await settle(tenant.platform)
    expect(await valueOf(late, 'motive')).toBe('relancé')
  })

  it('ends with the entry', async () => {
    await publishFlows(tenant, {
      wait: { on: created, steps: [{ kind: 'wait', key: 'day', for: { days: 1 } }, tellPlayer] },
    })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    await deleteEntry(tenant.system, { id: licence, version: 1 })
    tenant.clock.advance(2 * day)
    await settle(tenant.platform)
    expect(await mailsAbout(licence)).toEqual([])
    const { rows } = await sql`select status from public.runs where entry_id = ${licence}`.execute(
      tenant.platform.db,
    )
    expect(rows).toEqual([{ status: 'done' }])
  })
})

describe('acting on the entry', () => {
  it('is told in the history as the flow that did it', async () => {
    await publishFlows(tenant, {
      urgent: {
        on: created,
        when: not(compare('level', 'filled')),
        steps: [{ kind: 'change-entry', key: 'set', set: { level: 'beginner' } }],
      },
    })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    const history = await entryHistory(tenant.system, licence)
    expect(history.find(({ kind }) => kind === 'entry.changed')?.actor).toMatchObject({
      kind: 'system',
      name: 'Automatisme urgent',
    })
  })

  it('moves it, which may start another flow', async () => {
    await publishFlows(tenant, {
      send: {
        on: created,
        steps: [
          { kind: 'move-entry', key: 'ask', transition: 'ask_more', reason: { fr: 'Photo ?', en: 'Photo?' } },
        ],
      },
      tell: { on: moved('ask_more'), steps: [{ ...tellPlayer, mail: 'refused', link: undefined }] },
    })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    const [mail] = await mailsAbout(licence)
    expect((await getEntry(tenant.platform.db, tenant.system, licence)).state).toBe('incomplete')
    expect((await viewMail(tenant.system, mail?.id ?? '')).text).toMatch(/Photo\s\?/)
  })

  it('gives its number at the step that says so, and not on creation', async () => {
    await publishFlows(tenant, {
      number: { on: moved('ask_more'), steps: [{ kind: 'set-number', key: 'number' }] },
    })
    const licence = await aLicence(tenant)
    expect((await getEntry(tenant.platform.db, tenant.system, licence)).number).toBeNull()
    await take(licence, 'ask_more', { reason: 'Photo' })
    await settle(tenant.platform)
    expect((await getEntry(tenant.platform.db, tenant.system, licence)).number).toMatch(/^LIC-2026-\d{5}$/)
  })
})

describe('tasks of a flow', () => {
  const checkTask = {
    kind: 'create-task',
    key: 'check',
    task: 'check',
    label: { fr: 'Vérifier', en: 'Check' },
    assignee: { kind: 'role', role: 'secretary' },
    transition: 'refuse',
    dueIn: { days: 3 },
  } as const

  it('are done by the transition they ask for, which another flow hears of', async () => {
    await publishFlows(tenant, {
      check: { on: created, steps: [checkTask] },
      done: {
        on: { kind: 'task-done', collection: 'licence', task: 'check' },
        steps: [{ ...tellPlayer, link: undefined }],
      },
    })
    const paul = await tenant.person('Paul Ardent', { secretary: await tenant.organisation('Bureau') })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    expect(await listTasks(tenant.as(paul))).toMatchObject({
      rows: [{ label: 'Vérifier', entryId: licence }],
    })
    await take(licence, 'refuse', { reason: 'Non.' })
    await settle(tenant.platform)
    expect(await listTasks(tenant.as(paul))).toMatchObject({ rows: [] })
    expect(await mailsAbout(licence)).toHaveLength(1)
  })

  it('are cancelled by another step', async () => {
    await publishFlows(tenant, {
      check: { on: created, steps: [checkTask] },
      close: { on: moved('ask_more'), steps: [{ kind: 'close-tasks', key: 'close', task: 'check' }] },
    })
    const paul = await tenant.person('Paul Ardent', { secretary: await tenant.organisation('Bureau') })
    const licence = await aLicence(tenant)
    await settle(tenant.platform)
    await take(licence, 'ask_more', { reason: 'Photo ?' })
    await settle(tenant.platform)
    expect(await listTasks(tenant.as(paul))).toMatchObject({ rows: [] })
  })
})
