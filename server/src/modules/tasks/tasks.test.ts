// SPDX-License-Identifier: MIT
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { sql } from 'kysely'
import { settle } from '../../testing/settle.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { entryHistory, takeTransition } from '../entries/index.ts'
import { askTasks, type Assignee, closeTasks, listTasks, type NewTask, tasksOf } from './index.ts'

type Person = Awaited<ReturnType<TestTenant['person']>>

let tenant: TestTenant
let secretary: Person
let coach: Person
let otherCoach: Person
let team: string
let licence: string

beforeAll(async () => {
  tenant = await aTenant()
  const office = await tenant.organisation('Bureau')
  team = await tenant.organisation('Les Bleues')
  const otherTeam = await tenant.organisation('Les Rouges')
  secretary = await tenant.person('Paul Ardent', { secretary: office })
  coach = await tenant.person('Ines Coach', { coach: team })
  otherCoach = await tenant.person('Théo Rouge', { coach: otherTeam })
})
afterAll(() => tenant.close())

beforeEach(async () => {
  await sql`delete from public.tasks`.execute(tenant.platform.db)
  licence = await tenant.entry('club.licence', {
    playerName: 'Lila',
    playerEmail: 'lila@plassans.example',
    team,
  })
  await takeTransition(tenant.system, { id: licence, version: 1, key: 'ask_more', reason: 'Photo ?' })
})

function ask(assignee: Assignee, more: Partial<NewTask> = {}): Promise<string[]> {
  const entry = { id: licence, collection: 'club.licence' } as const
  const label = { fr: 'Vérifier la licence', en: 'Check the licence' }
  const task = { context: tenant.system, entry, task: 'check', label, assignee, ...more }
  return tenant.platform.db.transaction().execute(async (tx) => [...(await askTasks(tx, [task])).values()])
}

const tasksFor = async (person: Person) => (await listTasks(tenant.as(person))).rows

describe('a task', () => {
  it('is for its person, with the entry it is about', async () => {
    await ask({ kind: 'person', id: coach.personId }, { transition: 'grant' })
    expect(await tasksFor(coach)).toMatchObject([
      { label: 'Vérifier la licence', entryId: licence, entryTitle: 'Licence de Lila', transition: 'grant' },
    ])
    expect(await tasksFor(secretary)).toEqual([])
  })

  it('is for whoever holds the role, or acts for the body', async () => {
    await ask({ kind: 'role', role: 'club.secretary' })
    await ask({ kind: 'organisation', id: team })
    expect(await tasksFor(secretary)).toHaveLength(1)
    expect(await tasksFor(coach)).toHaveLength(1)
  })

  it('is shown once to who has it by several ways', async () => {
    const [id] = await ask({ kind: 'person', id: coach.personId })
    await sql`update public.tasks set assignee_role = 'club.coach' where id = ${id}`.execute(
      tenant.platform.db,
    )
    expect(await tasksFor(coach)).toHaveLength(1)
  })

  it('is not shown to who may not read its entry, though it is asked of their role', async () => {
    await ask({ kind: 'role', role: 'club.coach' })
    expect(await tasksFor(coach)).toHaveLength(1)
    expect(await tasksFor(otherCoach)).toEqual([])
  })

  it('is late after its date', async () => {
    await ask(
      { kind: 'role', role: 'club.secretary' },
      { dueAt: new Date(tenant.clock.now().getTime() + 60_000) },
    )
    expect(await tasksFor(secretary)).toMatchObject([{ overdue: false }])
    tenant.clock.advance(61_000)
    expect(await tasksFor(secretary)).toMatchObject([{ overdue: true }])
  })

  it('is asked once by one step of a run', async () => {
    await tenant.platform.db.transaction().execute(async (tx) => {
      await sql`set local session_replication_role = replica`.execute(tx)
      const entry = { id: licence, collection: 'club.licence' } as const
      const asker = { runId: tenant.platform.ids.next(), step: 'check' }
      const label = { fr: 'Vérifier', en: 'Check' }
      const task = {
        context: tenant.system,
        entry,
        task: 'check',
        label,
        assignee: { kind: 'role', role: 'club.secretary' },
        asker,
      } as const
      expect((await askTasks(tx, [task])).size).toBe(1)
      expect((await askTasks(tx, [task])).size).toBe(0)
    })
  })

  it('is done by the transition it asks for, taken by whomever, and the history tells it', async () => {
    await ask({ kind: 'role', role: 'club.secretary' }, { transition: 'complete' })
    await ask({ kind: 'role', role: 'club.secretary' }, { transition: 'refuse' })
    const answers = { motive: 'Voici la photo.' }
    await takeTransition(tenant.as(secretary), { id: licence, version: 2, key: 'complete', answers })
    await settle(tenant.platform)
    expect(await tasksFor(secretary)).toMatchObject([{ transition: 'refuse' }])
    const history = await entryHistory(tenant.system, licence)
    expect(history.filter(({ kind }) => kind === 'task.done')).toHaveLength(1)
  })

  it('is cancelled with its kind, on its entry only', async () => {
    await ask({ kind: 'role', role: 'club.secretary' })
    await ask({ kind: 'role', role: 'club.secretary' }, { task: 'call' })
    await tenant.platform.db
      .transaction()
      .execute((tx) => closeTasks(tx, [{ context: tenant.system, entryId: licence, task: 'check' }]))
    expect(await tasksFor(secretary)).toMatchObject([{ task: 'call' }])
  })
})

describe('the list of tasks', () => {
  it('shows what is due first, what has no date last, page after page', async () => {
    const inDays = (days: number) => new Date(tenant.clock.now().getTime() + days * 86_400_000)
    await ask({ kind: 'role', role: 'club.secretary' }, { task: 'undated' })
    await ask({ kind: 'person', id: secretary.personId }, { task: 'third', dueAt: inDays(3) })
    await ask({ kind: 'role', role: 'club.secretary' }, { task: 'first', dueAt: inDays(1) })
    await ask({ kind: 'role', role: 'club.secretary' }, { task: 'undated_too' })
    await ask({ kind: 'person', id: secretary.personId }, { task: 'second', dueAt: inDays(2) })
    const shown: string[] = []
    let after: string | null | undefined
    do {
      const page = await listTasks(tenant.as(secretary), { limit: 2, ...(after ? { after } : {}) })
      shown.push(...page.rows.map(({ task }) => task))
      after = page.next
    } while (after)
    expect(shown).toEqual(['first', 'second', 'third', 'undated', 'undated_too'])
  })

  it('is refused to who is not signed in, and for a cursor that is not ours', async () => {
    await expect(listTasks(tenant.nobody)).rejects.toMatchObject({ code: 'sign-in-required' })
    await expect(listTasks(tenant.as(secretary), { after: 'abc' })).rejects.toMatchObject({
      code: 'malformed-request',
    })
  })

  it('of an entry is shown to who may read it', async () => {
    await ask({ kind: 'role', role: 'club.secretary' })
    expect(await tasksOf(tenant.as(coach), licence)).toHaveLength(1)
    await expect(tasksOf(tenant.as(otherCoach), licence)).rejects.toMatchObject({ code: 'not-found' })
  })
})
