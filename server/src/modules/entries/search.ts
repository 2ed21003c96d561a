// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import { type RawBuilder, sql } from 'kysely'
import { registryNames } from './load-entry.ts'

/** Matches looked at most: a word that half of the entries have is no search. The newest count. */
const mostMatches = 5_000

/**
 * Rows found by words (French stems, accents folded; the last word may be unfinished) or by number, whole or its
 * figures alone. Nothing to look for: no row is left out.
 */
export function searchCondition(text: string, collection: CollectionRef): RawBuilder<unknown>[] {
  const words =
    text
      .normalize('NFC')
      .match(/[\p{L}\p{N}-]+/gu)
      ?.slice(0, 12) ?? []
  if (words.length === 0) return []
  const { solution, collection: name } = registryNames(collection)
  const whole = words.join(' ')
  const last = words.at(-1)?.replace(/-+$/, '') ?? ''
  const french = sql`plainto_tsquery('public.french_folded', ${whole})`
  const exact = sql`plainto_tsquery('simple', ${whole.toLowerCase()})`
  // Not of a number: it begins like every other one.
  const mayBeBegun = words.length === 1 && last.length >= 2 && !/\p{N}/u.test(last)
  const begun = mayBeBegun ? [sql`to_tsquery('simple', public.fold(${`'${last}':*`}))`] : []
  // Typed without accents, or in another number or gender: see the migration that makes `search_stems`.
  const stems = sql`plainto_tsquery('simple', public.search_stems(${whole}))`
  const query = sql.join([french, stems, exact, ...begun], sql` || `)
  return [
    sql`d.id in (
      select e.id from public.entries as e
      where e.search @@ (${query}) and e.solution = ${solution} and e.collection = ${name} and e.deleted_at is null
      order by e.created_at desc limit ${mostMatches}
    )`,
  ]
}
