// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/**
 * Words without accents and without their marks of number and gender, before the French stemmer: it leaves « préférées »
 * and « preferees » on two stems, since it reads the accents. Applied to what is searched and to the search alike;
 * entries written before are found as they were.
 */
export async function up(db: Db): Promise<void> {
  await sql`
    create function public.search_stems(value text) returns text
    language sql immutable strict parallel safe
    return regexp_replace(public.fold(value), '([a-z]{3,}?)(e{0,2}s?|x)\\M', '\\1', 'g')
  `.execute(db)
}
