// SPDX-License-Identifier: MIT
import { defineSolution, type Field, type Solution } from '@guichet/engine'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { club as clubSolution } from '../../testing/club.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { listEntries, takeTransition, viewEntry } from './index.ts'

const collection = 'club.licence'

/** The club, whose licences are to be paid and renewed by a day; its coaches do not read when they are to be paid. */
function clubWithDueDays(): Solution {
  const { licence } = clubSolution.collections
  if (!licence) throw new Error('the club has licences')
  const day: Field = { type: 'date', label: { fr: 'Avant le', en: 'Before' } }
  return defineSolution({
    ...clubSolution,
    collections: {
      ...clubSolution.collections,
      licence: {
        ...licence,
        fields: { ...licence.fields, payBy: day, renewBy: day },
        due: ['payBy', 'renewBy', 'legalDueOn'],
      },
    },
  })
}

let club: TestTenant
let secretary: Context
let coach: Context
const ids = new Map<string, string>()
const named = (name: string) => ids.get(name) ?? ''

beforeAll(async () => {
  club = await aTenant({ solutions: [clubWithDueDays()] })
  secretary = club.as(
    await club.person('Berthe Secrétaire', { secretary: await club.organisation('Bureau') }),
  )
  const foxes = await club.organisation('Les Renards')
  coach = club.as(await club.person('Julien Mouret', { coach: foxes }))
  const licences = {
    nothing: {},
    renewed: { renewBy: '2026-03-10' },
    paid: { payBy: '2026-03-05', renewBy: '2026-09-01' },
    closed: { payBy: '2026-01-01' },
    soon: { payBy: '2026-12-01', renewBy: '2026-02-01' },
    also: { renewBy: '2026-03-10' },
  }
  for (const [name, days] of Object.entries(licences)) {
    club.clock.advance(60_000)
    const id = await club.entry(collection, { playerName: name, playerEmail: 'a@b.example', ...days })
    ids.set(name, id)
    await takeTransition(secretary, { id, version: 1, key: 'send_to_team', answers: { team: foxes } })
  }
  const { version } = await viewEntry(secretary, named('closed'))
  await takeTransition(secretary, {
    id: named('closed'),
    version,
    key: 'refuse',
    answers: {},
    reason: 'Complet',
  })
})
afterAll(() => club.close())

async function everyName(who: Context, sort: string): Promise<string[]> {
  const seen: string[] = []
  let after: string | null = null
  do {
    const page: Awaited<ReturnType<typeof listEntries>> = await listEntries(who, {
      collection,
      sort,
      limit: 2,
      ...(after !== null && { after }),
    })
    seen.push(...page.rows.map(({ values }) => String(values['playerName'])))
    after = page.next
  } while (after !== null)
  return seen
}

describe('a list in the order of what is due', () => {
  it('has first what is awaited soonest by any of its days, last what is closed or awaited by none', async () => {
    const [soon, paid, renewed, also, ...others] = await everyName(secretary, 'due')
    expect([soon, paid]).toEqual(['soon', 'paid'])
    expect(new Set([renewed, also])).toEqual(new Set(['renewed', 'also']))
    expect(new Set(others)).toEqual(new Set(['closed', 'nothing']))
  })

  it('turns round, and empty ones stay last', async () => {
    const names = await everyName(secretary, '-due')
    expect(new Set(names.slice(0, 2))).toEqual(new Set(['renewed', 'also']))
    expect(names.slice(2, 4)).toEqual(['paid', 'soon'])
  })

  it('tells nothing of a day that its reader may not read', async () => {
    // Without the right to read either day, all are alike to the coach: the order is that of ids alone.
    const open = [...ids].filter(([name]) => name !== 'closed')
    const byId = open.toSorted(([, one], [, other]) => (one < other ? -1 : 1)).map(([name]) => name)
    const seen = await everyName(coach, 'due')
    expect(seen.filter((name) => name !== 'closed')).toEqual(byId)
  })

  it('is read from an index', async () => {
    const plan = await club.platform.db.connection().execute(async (db) => {
      await sql`set enable_seqscan = off`.execute(db)
      await sql`set enable_sort = off`.execute(db)
      return sql<{ 'QUERY PLAN': string }>`
        explain select d.id from data.club_licence as d where d.deleted_at is null
        order by case when d.closed_at is null then least(d.pay_by, d.renew_by, d.legal_due_on) end asc nulls last, d.id
        limit 51`.execute(db)
    })
    expect(plan.rows.map((row) => row['QUERY PLAN']).join('\n')).toContain('soonest')
  })

  it('is refused where a collection says no day', async () => {
    await expect(listEntries(secretary, { collection: 'club.team', sort: 'due' })).rejects.toMatchObject({
      code: 'unknown-field',
    })
  })
})
