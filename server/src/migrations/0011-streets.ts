// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** The streets of the body, imported from a file: addresses are completed from them. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.streets (
      id uuid primary key,
      name text not null,
      searched text not null,
      kind text not null,
      postcode text,
      city text not null,
      citycode text,
      district text,
      lon double precision,
      lat double precision,
      numbers jsonb not null,
      constraint streets_kind check (kind in ('street', 'place'))
    )`.execute(db)
  await sql`create index streets_searched on public.streets using gin (searched gin_trgm_ops)`.execute(db)
  await sql`create index streets_city on public.streets (city)`.execute(db)
}
