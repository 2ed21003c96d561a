// SPDX-License-Identifier: MIT
import { any, compare, not } from '@guichet/engine'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Context } from '../../platform/context.ts'
import { aTenant, type TestTenant } from '../../testing/tenant.ts'
import { countEntries, listEntries, type ListQuery, takeTransition } from './index.ts'

const collection = 'club.licence'
let club: TestTenant
let secretary: Context
let coach: Context
let foxes: string
let ids: string[]

/** Twelve licences, one a minute; fees 100, 200, none, 100, 200, none… */
beforeAll(async () => {
  club = await aTenant()
  secretary = club.as(await club.person('Nadia Benaïssa', { secretary: await club.organisation('Bureau') }))
  foxes = await club.organisation('Les Renards')
  coach = club.as(await club.person('Julien Mouret', { coach: foxes }))
  ids = []
  for (const [at, name] of names.entries()) {
    club.clock.advance(60_000)
    const fee = [100, 200, null][at % 3] ?? null
    const values = { playerName: name, playerEmail: 'a@b.example', fee, health: at === 0 ? 'asthme' : null }
    ids.push(await club.entry(collection, values))
  }
})
afterAll(() => club.close())

const names = [
  'Élise Courrière',
  'Zoé Ünal',
  'Éric Aubert',
  'Erwan Le Goff',
  'Ana Ruiz',
  'Œdipe Mer',
  'Bruno Cœur',
  'Fatou Diarra',
  'Hugo Petit',
  'Inès Roux',
  'Jean Dupont',
  'Karim Ouali',
]

async function everyPage(query: Omit<ListQuery, 'collection'>): Promise<string[]> {
  const seen: string[] = []
  let after: string | undefined
  for (;;) {
    const page = await listEntries(secretary, { collection, limit: 5, ...query, ...(after && { after }) })
    seen.push(...page.rows.map(({ id }) => id))
    if (page.next === null) return seen
    after = page.next
  }
}

describe('pages', () => {
  it('go through every entry once, oldest first', async () => {
    expect(await everyPage({})).toEqual(ids)
  })

  it('go newest first when asked', async () => {
    expect(await everyPage({ sort: '-createdAt' })).toEqual(ids.toReversed())
  })

  it.each(['fee', '-fee'])('go once through entries with empty values, last, sorted by %s', async (sort) => {
    const seen = await everyPage({ sort })
    expect(seen.toSorted()).toEqual(ids.toSorted())
    expect(new Set(seen.slice(-4))).toEqual(new Set([2, 5, 8, 11].map((at) => ids[at])))
  })

  it('come back to where they came from', async () => {
    const first = await listEntries(secretary, { collection, limit: 5 })
    const second = await listEntries(secretary, { collection, limit: 5, after: first.next ?? '' })
    const back = await listEntries(secretary, {
      collection,
      limit: 5,
      after: second.previous ?? '',
      backwards: true,
    })
    expect(back.rows).toEqual(first.rows)
    expect([first.previous, back.previous]).toEqual([null, null])
    expect(back.next).not.toBeNull()
  })

  it('sort names in the order of the French dictionary', async () => {
    const { rows } = await listEntries(secretary, { collection, sort: 'playerName' })
    const sorted = rows.map(({ values }) => values['playerName'])
    expect(sorted.slice(2, 5)).toEqual(['Élise Courrière', 'Éric Aubert', 'Erwan Le Goff'])
  })

  it.each([
    ['a cursor that is not ours', { after: 'x' }, 'malformed-request'],
    ['a sort that is no field', { sort: 'colour' }, 'unknown-field'],
    ['a sort on what has no order', { sort: 'children' }, 'unknown-field'],
    [
      'a filter on what does not exist',
      { filters: [{ field: 'colour', op: 'eq', value: 'red' }] },
      'unknown-field',
    ],
  ] as const)('refuse %s', async (_, query, code) => {
    await expect(listEntries(secretary, { collection, ...query })).rejects.toMatchObject({ code })
  })
})

describe('filters', () => {
  it('compare the fields of the collection', async () => {
    const filters = [{ field: 'fee', op: 'gte', value: 200 }] as const
    const { rows } = await listEntries(secretary, { collection, filters })
    expect(rows.map(({ id }) => id)).toEqual([1, 4, 7, 10].map((at) => ids[at]))
  })

  it('count no more than is worth counting', async () => {
    expect(await countEntries(secretary, { collection })).toEqual({ count: 12, capped: false })
    expect(await countEntries(secretary, { collection }, 10)).toEqual({ count: 10, capped: true })
  })

  it('treat a field as empty where the actor may not read it: a mask that can be probed is no mask', async () => {
    for (const id of ids.slice(0, 3)) {
      await takeTransition(secretary, { id, version: 1, key: 'send_to_team', answers: { team: foxes } })
    }
    const probe = compare('health', 'eq', 'asthme')
    expect((await listEntries(coach, { collection })).rows).toHaveLength(3)
    expect((await listEntries(coach, { collection, where: probe })).rows).toEqual([])
    expect((await listEntries(coach, { collection, where: not(probe) })).rows).toHaveLength(3)
    expect((await countEntries(coach, { collection, where: any(probe) })).count).toBe(0)
    expect((await listEntries(coach, { collection, sort: 'health' })).rows.map(({ id }) => id)).toEqual(
      ids.slice(0, 3),
    )
    expect((await listEntries(secretary, { collection, where: probe })).rows).toHaveLength(1)
  })

  it('show of each row only what may be read of it', async () => {
    const [row] = (await listEntries(coach, { collection })).rows
    expect(Object.keys(row?.values ?? {}).toSorted()).toEqual([
      'fee',
      'level',
      'motive',
      'playerName',
      'team',
    ])
  })
})

describe('search', () => {
  const found = async (search: string) =>
    (await listEntries(secretary, { collection, search, limit: 200 })).rows.map(
      ({ values }) => values['playerName'],
    )

  it.each([
    ['a word without its accents', 'elise', 'Élise Courrière'],
    ['the beginning of a word', 'dup', 'Jean Dupont'],
    ['two words in any order', 'petit hugo', 'Hugo Petit'],
    ['a ligature', 'coeur', 'Bruno Cœur'],
  ])('finds by %s', async (_, search, name) => {
    expect(await found(search)).toEqual([name])
  })

  it('finds by number, whole or its figures alone', async () => {
    const [row] = (await listEntries(secretary, { collection })).rows
    expect(await found(row?.number ?? '')).toEqual(['Élise Courrière'])
    expect(await found(String(Number(row?.number?.slice(-5))))).toContain('Élise Courrière')
  })

  it('finds nothing by what a field with restricted readers says', async () => {
    expect(await found('asthme')).toEqual([])
  })

  it('is not troubled by signs', async () => {
    expect(await found(`'); drop table entries; -- & | ! <-> :*`)).toEqual([])
    expect(await found('   ')).toHaveLength(12)
  })
})
