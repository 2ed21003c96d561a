// SPDX-License-Identifier: MIT
import {
  compare,
  compileCondition,
  not,
  tableName,
  type Circumstance,
  type CollectionRef,
  type Condition,
} from '@guichet/engine'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/test-database.ts'
import { aCollection, aCondition, aMask, anActor, manyRows } from './condition-to-sql.arbitraries.ts'
import {
  collections,
  createTables,
  load,
  model,
  worldOf,
  type FixtureRow,
} from './condition-to-sql.fixture.ts'
import { conditionToSql } from './condition-to-sql.ts'
import type { Database } from './database.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase({ max: 1 })
  await createTables(database.db)
})
afterAll(() => database.close())

type Answer = { readonly condition: Condition; readonly ids: readonly string[] }

/** The ids of the rows that each condition selects, all in one query. */
async function idsSelected(conditions: readonly Condition[], collection: CollectionRef, at: Circumstance) {
  const selects = conditions.map(
    (condition, place) => sql`
      select ${place}::int as place, row.id from ${sql.id('data', tableName(collection))} as row
      where row.deleted_at is null and ${conditionToSql(condition, { ...at, model, collection, alias: 'row' })}`,
  )
  const { rows } = await sql<{ place: number; id: string }>`
    ${sql.join(selects, sql` union all `)} order by place, id`.execute(database.db)
  return conditions.map((condition, place): Answer => ({
    condition,
    ids: rows.filter((row) => row.place === place).map((row) => row.id),
  }))
}

function idsThatHold(
  conditions: readonly Condition[],
  collection: CollectionRef,
  at: Circumstance,
  rows: readonly FixtureRow[],
) {
  const world = worldOf(rows)
  return conditions.map((condition) => {
    const holds = compileCondition(condition, model, collection)
    const holding = world.all(collection).filter((entry) => holds(entry, { ...at, world }))
    return { condition, ids: holding.map((entry) => entry.id).sort() } satisfies Answer
  })
}

const aCircumstance = (masked: boolean): fc.Arbitrary<Circumstance> =>
  fc.record({
    actor: anActor,
    today: fc.constantFrom('2026-03-29', '2026-03-28'),
    timeZone: fc.constantFrom('Europe/Paris', 'America/Cayenne', 'Pacific/Noumea'),
    mask: masked ? aMask : fc.constant(undefined),
  })

const questions = aCollection.chain((collection) =>
  fc.record({
    collection: fc.constant(collection),
    conditions: fc.array(aCondition(collection), { minLength: 8, maxLength: 8 }),
  }),
)

describe('a condition in SQL', () => {
  it.each([
    ['without a mask', false, 300],
    ['under a mask', true, 100],
  ])(
    'selects exactly the rows that hold in memory, %s',
    async (_, masked, numRuns) => {
      await fc.assert(
        fc.asyncProperty(
          manyRows,
          questions,
          aCircumstance(masked),
          async (rows, { collection, conditions }, at) => {
            await load(database.db, rows)
            expect(await idsSelected(conditions, collection, at)).toEqual(
              idsThatHold(conditions, collection, at, rows),
            )
          },
        ),
        { numRuns, endOnFailure: true },
      )
    },
    120_000,
  )

  it('is the boolean complement under not, nulls included', async () => {
    await fc.assert(
      fc.asyncProperty(
        manyRows,
        questions,
        aCircumstance(false),
        async (rows, { collection, conditions }, at) => {
          await load(database.db, rows)
          const everyId = worldOf(rows)
            .all(collection)
            .map((entry) => entry.id)
          const yes = await idsSelected(conditions, collection, at)
          const no = await idsSelected(conditions.map(not), collection, at)
          for (const [place, { condition, ids }] of yes.entries()) {
            const both = [...ids, ...(no[place]?.ids ?? [])].sort()
            expect({ condition, both }).toEqual({ condition, both: everyId.toSorted() })
          }
        },
      ),
      { numRuns: 30, endOnFailure: true },
    )
  }, 60_000)

  it('binds values: a text that looks like SQL is only a text', async () => {
    const at = {
      actor: { kind: 'nobody', locale: 'fr' },
      today: '2026-03-29',
      timeZone: 'Europe/Paris',
    } as const
    const hostile = compare('name', 'eq', `'; drop table data.league_team; --`)
    const query =
      sql`select ${conditionToSql(hostile, { ...at, model, collection: 'league.team', alias: 't' })}`.compile(
        database.db,
      )
    expect(query.sql).not.toContain('drop table')
    expect(query.parameters).toContain(`'; drop table data.league_team; --`)
  })

  it('refuses a path that is not of the model instead of giving it a truth value', () => {
    const at = {
      actor: { kind: 'nobody', locale: 'fr' },
      today: '2026-03-29',
      timeZone: 'Europe/Paris',
    } as const
    for (const path of ['nickname', 'name.first', 'coach.salary', 'match[score].id', 'id"; --']) {
      const scope = { ...at, model, collection: 'league.team' as const, alias: 't' }
      expect(() => conditionToSql(not(compare(path, 'eq', 'x')), scope)).toThrow(/condition/)
    }
    expect(collections).toContain('league.team')
  })
})
