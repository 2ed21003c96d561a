// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** What every table rests on: the schema of the collections, folded text, French search and French order. */
export async function up(db: Db): Promise<void> {
  await sql`create schema if not exists data`.execute(db)
  const unaccent = sql.id(await extension(db, 'unaccent'))
  await extension(db, 'pg_trgm')
  await optionalExtension(db, 'btree_gin')

  // The same steps as the engine's `fold`, which conditions in memory use: a test holds the two together. The
  // collation is named because `lower` follows that of the server otherwise, and does nothing to É in some.
  await sql`
    create function public.fold(value text) returns text
    language sql immutable strict parallel safe
    return replace(replace(replace(
      lower(regexp_replace(normalize(value, nfd), '[\\u0300-\\u036f]', '', 'g') collate "und-x-icu"),
      'œ', 'oe'), 'æ', 'ae'), 'ς', 'σ')
  `.execute(db)

  await sql`create text search configuration public.french_folded (copy = pg_catalog.french)`.execute(db)
  await sql`
    alter text search configuration public.french_folded
    alter mapping for hword, hword_part, word with ${unaccent}.unaccent, pg_catalog.french_stem
  `.execute(db)

  // For what people read in order: É beside E, whatever the collation the server was made with.
  await sql`create collation public.french (provider = icu, locale = 'fr')`.execute(db)
}

/** Makes sure the extension is there and returns the schema it lives in, which a hosted server may choose. */
async function extension(db: Db, name: string): Promise<string> {
  await sql`create extension if not exists ${sql.id(name)}`.execute(db)
  const found = await sql<{ schema: string }>`
    select nspname as schema from pg_extension join pg_namespace n on n.oid = extnamespace where extname = ${name}
  `.execute(db)
  return found.rows[0]?.schema ?? 'public'
}

async function optionalExtension(db: Db, name: string): Promise<void> {
  const { rows } = await sql`select 1 from pg_available_extensions where name = ${name}`.execute(db)
  if (rows.length > 0) await extension(db, name)
}
