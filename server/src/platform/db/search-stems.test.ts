// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { createTestDatabase } from '../../testing/test-database.ts'
import type { Database } from './database.ts'

let database: Database
beforeAll(async () => (database = await createTestDatabase()))
afterAll(() => database.close())

it('leaves words on the stems that entries were written with before it was made quicker', async () => {
  const letters = fc.constantFrom('a', 'b', 'e', 'é', 's', 'x', 'œ', 'ç', '1', '_', '-', '’', ' ', 'E')
  const texts = fc.sample(fc.array(letters, { maxLength: 30 }), 2_000).map((text) => text.join(''))
  const { rows } = await sql<{ text: string; stems: string; before: string }>`
    select text, public.search_stems(text) as stems,
      regexp_replace(public.fold(text), '([a-z]{3,}?)(e{0,2}s?|x)\\M', '\\1', 'g') as before
    from unnest(${['Demandes préférées', 'les choix', ...texts]}::text[]) as text
  `.execute(database.db)
  expect(rows.filter(({ stems, before }) => stems !== before)).toEqual([])
  expect(rows.slice(0, 2).map(({ stems }) => stems)).toEqual(['demand prefer', 'les choi'])
})
