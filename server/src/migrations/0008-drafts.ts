// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Requests being written, before they are filed. */
export async function up(db: Db): Promise<void> {
  // `answers` holds the values that were accepted, `raw` what was typed on the pages where something is wrong.
  await sql`
    create table public.drafts (
      id uuid primary key,
      visitor_hash text,
      owner_id uuid references public.entries,
      solution text not null,
      procedure text not null,
      release_id uuid not null references public.releases,
      answers jsonb not null,
      raw jsonb not null,
      done_pages text[] not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      expires_at timestamptz not null,
      filed_at timestamptz,
      filed_entry_id uuid references public.entries,
      filed_number text,
      constraint drafts_somebody check (num_nonnulls(visitor_hash, owner_id) >= 1)
    )`.execute(db)
  await sql`create index drafts_visitor on public.drafts (visitor_hash) where visitor_hash is not null`.execute(
    db,
  )
  await sql`create index drafts_owner on public.drafts (owner_id) where owner_id is not null`.execute(db)
  await sql`create index drafts_expiry on public.drafts (expires_at)`.execute(db)
  await sql`alter table public.attachments add constraint attachments_draft foreign key (draft_id) references public.drafts`.execute(
    db,
  )
}
