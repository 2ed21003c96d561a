// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { installSolution } from '../definitions/index.ts'
import { changeEntry, deleteEntry, loadEntry, takeTransition } from '../entries/index.ts'
import { countedClub, overview } from './dashboards.fixture.ts'
import { type DashboardView, keepTallies, openDashboard, recountTallies } from './index.ts'

let tenant: TestTenant
/** Sees everything: counted from the tallies. */
let secretary: Context
/** Sees the same under a condition: counted from the entries, as they are. */
let auditor: Context
let teams: readonly string[]

beforeAll(async () => {
  tenant = await aTenant({ solutions: [countedClub] })
  const office = await tenant.organisation('Bureau')
  teams = [await tenant.organisation('Les Renards'), await tenant.organisation('Les Loups')]
  secretary = tenant.as(await tenant.person('Nadia Benaïssa', { secretary: office }))
  auditor = tenant.as(await tenant.person('Marcel Brunet', { auditor: office }))
})
beforeEach(() => keepTallies(tenant.platform))
afterAll(() => tenant.close())

const numbers = async (context: Context) =>
  numbersOf(await openDashboard(context, { solution: 'club', dashboard: 'overview' }))
/** What both see alike: drafts and the acts offered in a list are the secretary's. */
const numbersOf = ({ widgets }: DashboardView) =>
  widgets.filter(({ kind }) => kind !== 'drafts' && kind !== 'list')

async function expectTrue(): Promise<void> {
  expect(await numbers(secretary)).toEqual(await numbers(auditor))
}

async function kept(): Promise<{ counted: number; changes: number }> {
  const { rows } = await sql<{ counted: number; changes: number }>`
    select (select count(*) from tally.kinds where counted_at is not null) as counted,
      (select count(*) from tally.deltas) as changes`.execute(tenant.platform.db)
  return rows[0] ?? { counted: 0, changes: 0 }
}

type Act =
  | { kind: 'file'; level: string | null; team: number | null; due: number | null }
  | { kind: 'move'; at: number; transition: string }
  | { kind: 'change'; at: number; level: string | null; team: number | null; due: number | null }
  | { kind: 'delete' | 'undelete'; at: number }
  | { kind: 'fold' }
  | { kind: 'wait'; hours: number }

const values = {
  level: fc.constantFrom('beginner', 'expert', null),
  team: fc.constantFrom(0, 1, null),
  due: fc.option(fc.integer({ min: -3, max: 3 }), { nil: null }),
}
const at = fc.nat(20)
const anAct: fc.Arbitrary<Act> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ kind: fc.constant('file' as const), ...values }) },
  {
    weight: 4,
    arbitrary: fc.record({
      kind: fc.constant('move' as const),
      at,
      transition: fc.constantFrom('ask_more', 'complete', 'send_to_team', 'refuse', 'reopen'),
    }),
  },
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('change' as const), at, ...values }) },
  { weight: 1, arbitrary: fc.record({ kind: fc.constantFrom('delete' as const, 'undelete' as const), at }) },
  { weight: 1, arbitrary: fc.constant({ kind: 'fold' as const }) },
  {
    weight: 1,
    arbitrary: fc.record({ kind: fc.constant('wait' as const), hours: fc.integer({ min: 1, max: 60 }) }),
  },
)

const valuesOf = ({
  level,
  team,
  due,
}: {
  level: string | null
  team: number | null
  due: number | null
}) => ({
  level,
  team: team === null ? null : (teams[team] ?? null),
  dueOn:
    due === null
      ? null
      : new Date(tenant.clock.now().getTime() + due * 86_400_000).toISOString().slice(0, 10),
})

/** Does it when it may be done; what is refused changes nothing, which is to be counted too. */
async function perform(act: Act, ids: string[]): Promise<void> {
  switch (act.kind) {
    case 'file':
      ids.push(await tenant.entry('club.licence', { playerName: 'Élise Courrière', ...valuesOf(act) }))
      return
    case 'fold':
      return keepTallies(tenant.platform)
    case 'wait':
      return tenant.clock.advance(act.hours * 3_600_000)
    default:
  }
  const id = ids[act.at % Math.max(ids.length, 1)]
  const entry = id && (await loadEntry(tenant.platform.db, tenant.system, id))
  if (act.kind === 'undelete' && id) {
    await sql`update data.club_licence set deleted_at = null where id = ${id}`.execute(tenant.platform.db)
    await sql`update public.entries set deleted_at = null where id = ${id}`.execute(tenant.platform.db)
  }
  if (!entry) return
  const { version } = entry
  if (act.kind === 'move')
    await takeTransition(tenant.system, {
      id: entry.id,
      version,
      key: act.transition,
      reason: 'Il manque une pièce.',
      answers: act.transition === 'complete' ? { motive: 'La voici.' } : { team: teams[0] },
    }).catch(() => {})
  if (act.kind === 'change')
    await changeEntry(tenant.system, { id: entry.id, version, values: valuesOf(act) })
  if (act.kind === 'delete') await deleteEntry(tenant.system, { id: entry.id, version })
}

/** The club, after a publication that adds a number to its dashboard. */
function withNewNumber(): typeof countedClub {
  const [first] = overview.widgets
  return {
    ...countedClub,
    views: {
      ...countedClub.views,
      refused: { ...countedClub.views?.['all'], where: { kind: 'compare', path: 'level', op: 'filled' } },
    },
    dashboards: {
      overview: { ...overview, widgets: [{ ...first, key: 'new', view: 'refused' }, ...overview.widgets] },
    },
  } as typeof countedClub
}

describe('numbers kept as entries change', () => {
  it('are those of the entries after any changes, folded or not', async () => {
    const ids: string[] = []
    await fc.assert(
      fc.asyncProperty(fc.array(anAct, { minLength: 1, maxLength: 8 }), async (acts) => {
        for (const act of acts) await perform(act, ids)
        await expectTrue()
      }),
      { numRuns: 30, endOnFailure: true },
    )
    expect(ids.length).toBeGreaterThan(10)
    expect((await kept()).counted).toBeGreaterThan(5)
  }, 120_000)

  it('are those of the entries after changes made at once, while they are folded and counted again', async () => {
    const ids: string[] = []
    const someone = async (from: number) => {
      const acts = fc.sample(anAct, { numRuns: 25, seed: from })
      for (const act of acts) if (act.kind !== 'wait') await perform(act, ids).catch(() => {})
    }
    const clerk = async () => {
      for (let turn = 0; turn < 6; turn += 1) await recountTallies(tenant.platform)
    }
    await Promise.all([...[1, 2, 3, 4].map(someone), clerk()])
    await keepTallies(tenant.platform)
    await expectTrue()
    expect((await kept()).changes).toBe(0)
  }, 120_000)

  it('are not moved by a change that is rolled back', async () => {
    const before = await numbers(secretary)
    await tenant.platform.db
      .transaction()
      .execute(async (tx) => {
        await sql`delete from data.club_licence`.execute(tx)
        throw new Error('changed my mind')
      })
      .catch(() => {})
    expect(await numbers(secretary)).toEqual(before)
  })

  it('count what a publication adds before it is kept, and after', async () => {
    const known = (await kept()).counted
    await installSolution(tenant.system, withNewNumber(), 'tests')
    await expectTrue()
    await keepTallies(tenant.platform)
    expect((await kept()).counted).toBeGreaterThan(known)
    await tenant.entry('club.licence', { playerName: 'Marcel Brunet', level: 'expert' })
    await expectTrue()
    await installSolution(tenant.system, countedClub, 'tests')
    await keepTallies(tenant.platform)
    expect((await kept()).counted).toBe(known)
    await expectTrue()
  })

  it('of many entries are not counted while somebody waits: new ones say so, the others stay', async () => {
    const { db } = tenant.platform
    const before = await numbers(secretary)
    // Rewritten until it is large: what an update leaves behind counts in the size.
    await sql`alter table data.club_licence add column filler text`.execute(db)
    for (let size = 0; size < 9_000_000;) {
      await sql`update data.club_licence set filler = repeat(gen_random_uuid()::text, 50)`.execute(db)
      const { rows } = await sql<{
        size: number
      }>`select pg_relation_size('data.club_licence') as size`.execute(db)
      size = rows[0]?.size ?? 0
    }
    await installSolution(tenant.system, withNewNumber(), 'tests')
    const [added, ...others] = await numbers(secretary)
    expect(added).toMatchObject({ key: 'new', kind: 'counting' })
    expect(others).toEqual(before)
    await keepTallies(tenant.platform)
    await expectTrue()
    await sql`alter table data.club_licence drop column filler`.execute(db)
    await installSolution(tenant.system, countedClub, 'tests')
    await keepTallies(tenant.platform)
  })

  it('are not those of a table that was made anew under the same name, as a restoration does', async () => {
    const { db } = tenant.platform
    await sql`create table data.copied as select * from data.club_licence limit 3`.execute(db)
    await sql`alter table data.club_licence rename to club_licence_old`.execute(db)
    await sql`alter table data.copied rename to club_licence`.execute(db)
    await expectTrue()
    await keepTallies(tenant.platform)
    await sql`update data.club_licence set state = 'granted'`.execute(db)
    await expectTrue()
  })
})
