// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Access links: capabilities on one entry, handed by mail to someone without an account. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.access_links (
      id uuid primary key,
      token_hash bytea not null,
      purpose text not null,
      entry_id uuid not null references public.entries,
      email text not null,
      name text not null,
      made_by_kind text not null,
      made_by_id text,
      made_by_name text,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      revoked_at timestamptz,
      revoked_reason text,
      last_opened_at timestamptz,
      opened_count integer not null default 0,
      replaces uuid references public.access_links,
      constraint access_links_token unique (token_hash)
    )`.execute(db)
  await sql`create index access_links_entry on public.access_links (entry_id, purpose, created_at)`.execute(
    db,
  )
}
