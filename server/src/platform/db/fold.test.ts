// SPDX-License-Identifier: MIT
import { fold } from '@guichet/engine'
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/test-database.ts'
import type { Database } from './database.ts'

let database: Database
beforeAll(async () => {
  database = await createTestDatabase({ max: 1 })
})
afterAll(() => database.close())

async function foldInDatabase(texts: readonly string[]): Promise<string[]> {
  const { rows } = await sql<{ folded: string }>`
    select public.fold(t.value) as folded from unnest(${texts}::text[]) with ordinality as t(value, place) order by place
  `.execute(database.db)
  return rows.map((row) => row.folded)
}

// Letters that folding treats apart, among all that Unicode has.
const odd = fc.constantFrom(
  ...Array.from('éÉœŒæÆǽßİıΣσςΑΌ ñÇø%_\\'),
  'e\u0301',
  '\u0345',
  '\u1e9e',
  'ﬁ',
  '한',
  '𝔸',
  '𐐀',
)
const character = fc.oneof(
  { weight: 2, arbitrary: odd },
  fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
)
const text = fc
  .array(character.filter(isLongKnown), { maxLength: 12 })
  .map((characters) => characters.join('').replaceAll('\0', ''))

/** Capitals that Unicode received since 2018, which the database may not know yet: Georgian, rare Latin, new scripts. */
function isLongKnown(character: string): boolean {
  return !/[\u1c80-\u1cbf\u2c2f\ua7b8-\ua7ff\u{10530}-\u{1efff}]/u.test(character)
}

describe('folding in the database', () => {
  it('gives what the engine gives, for any text', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(text, { minLength: 200, maxLength: 200 }), async (texts) => {
        expect(await foldInDatabase(texts)).toEqual(texts.map(fold))
      }),
      { numRuns: 30 },
    )
  })

  it('may be indexed', async () => {
    await sql`create table folded (name text)`.execute(database.db)
    await sql`create index on folded using gin (public.fold(name) gin_trgm_ops)`.execute(database.db)
    await sql`insert into folded values ('Élève')`.execute(database.db)
    const { rows } = await sql`select name from folded where public.fold(name) like '%eleve%'`.execute(
      database.db,
    )
    expect(rows).toEqual([{ name: 'Élève' }])
  })
})
