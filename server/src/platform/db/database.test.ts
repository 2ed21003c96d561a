// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/test-database.ts'
import type { Database, Db } from './database.ts'

let database: Database
beforeAll(async () => (database = await createTestDatabase()))
afterAll(() => database.close())

async function one<T>(query: ReturnType<typeof sql<T>>): Promise<T | undefined> {
  return (await query.execute(database.db)).rows[0]
}

describe('what comes out of the database', () => {
  it('is a number for a bigint, a calendar day for a date, an instant for a timestamp and text for a decimal', async () => {
    const row = await one(
      sql`select 9007199254740991::int8 as n, date '2026-03-02' as d, timestamptz '2026-03-02 10:00+02' as t, 1.50::numeric as m`,
    )
    expect(row).toEqual({
      n: 9007199254740991,
      d: '2026-03-02',
      t: new Date('2026-03-02T08:00:00Z'),
      m: '1.50',
    })
  })

  it('is never a rounded number', async () => {
    await expect(one(sql`select 9007199254740993::int8 as n`)).rejects.toThrow('9007199254740993')
  })
})

describe('folded text', () => {
  it('loses its accents, its ligatures and its capitals', async () => {
    expect(await one(sql`select public.fold('Été À Ñandú ŒUVRE') as folded`)).toEqual({
      folded: 'ete a nandu oeuvre',
    })
  })

  it('can be indexed', async () => {
    await sql`create table folded_word (word text)`.execute(database.db)
    await expect(
      sql`create index on folded_word (public.fold(word))`.execute(database.db),
    ).resolves.toBeDefined()
  })
})

describe('French search', () => {
  it.each([
    ['écoles', 'Une ECOLE'],
    ['preferees', 'Les préférées'],
    ['déchèterie', 'Horaires de la decheterie'],
  ])('finds %j in %j', async (asked, text) => {
    const row = await one(
      sql`select to_tsvector('public.french_folded', ${text}) @@ plainto_tsquery('public.french_folded', ${asked}) as found`,
    )
    expect(row).toEqual({ found: true })
  })

  it('orders as a reader does, É beside E', async () => {
    const { rows } = await sql<{ w: string }>`
      select w from (values ('Zoé'), ('Étienne'), ('Eric'), ('eva')) as v(w) order by w collate public.french
    `.execute(database.db)
    expect(rows.map((row) => row.w)).toEqual(['Eric', 'Étienne', 'eva', 'Zoé'])
  })
})

async function answerOf(db: Db): Promise<unknown> {
  return sql<{ n: number }>`select 1 as n`.execute(db).then(({ rows }) => rows[0]?.n, String)
}

describe('a database that goes and comes back', () => {
  it('answers again although every connection was cut', async () => {
    const other = await createTestDatabase({ max: 2 })
    await Promise.all([sql`select 1`.execute(other.db), sql`select 1`.execute(other.db)])
    await sql`select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and pid <> pg_backend_pid()`.execute(
      other.db,
    )
    await sql`select pg_terminate_backend(pg_backend_pid())`.execute(other.db).catch(() => {})
    await expect.poll(() => answerOf(other.db)).toBe(1)
    await other.close()
  })
})
