// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Drafts resumed from a mail on another device, and what was proposed in them. */
export async function up(db: Db): Promise<void> {
  await sql`alter table public.drafts add column suggested jsonb not null default '{}'`.execute(db)
  await sql`
    create table public.draft_links (
      id uuid primary key,
      draft_id uuid not null references public.drafts on delete cascade,
      token_hash bytea not null,
      email text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null,
      constraint draft_links_token unique (token_hash)
    )`.execute(db)
  await sql`create index draft_links_draft on public.draft_links (draft_id, created_at)`.execute(db)
  await sql`create index draft_links_email on public.draft_links (email, created_at)`.execute(db)
  // The browsers that opened such a link, besides the one where the draft was started.
  await sql`
    create table public.draft_holders (
      draft_id uuid not null references public.drafts on delete cascade,
      visitor_hash text not null,
      primary key (visitor_hash, draft_id)
    )`.execute(db)
  await sql`create index draft_holders_draft on public.draft_holders (draft_id)`.execute(db)
}
