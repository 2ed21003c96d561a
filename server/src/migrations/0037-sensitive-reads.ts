// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Who read fields that are marked sensitive, entry by entry. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.sensitive_reads (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      entry_id uuid not null,
      collection text not null,
      fields text[] not null,
      way text not null,
      actor_kind text not null,
      actor_id text,
      actor_name text
    )`.execute(db)
  await sql`create index sensitive_reads_entry on public.sensitive_reads (entry_id, id)`.execute(db)
  await sql`create index sensitive_reads_at on public.sensitive_reads (at)`.execute(db)
}
