// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** What is exchanged on an entry: files received, messages of the thread, notes and who they are for. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.messages (
      id uuid primary key,
      entry_id uuid not null references public.entries,
      author_kind text not null,
      author_id text,
      author_name text,
      from_applicant boolean not null,
      asks boolean not null,
      body text not null,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index messages_entry on public.messages (entry_id, id)`.execute(db)

  await sql`
    create table public.notes (
      id uuid primary key,
      entry_id uuid not null references public.entries,
      audience text not null,
      tone text not null check (tone in ('information', 'positive', 'negative')),
      body text not null,
      author_kind text not null,
      author_id text,
      author_name text,
      created_at timestamptz not null
    )`.execute(db)
  await sql`create index notes_entry on public.notes (entry_id, id)`.execute(db)

  // A file belongs to a draft until it is filed, then to an entry: one of its fields, or one message of its thread.
  await sql`
    create table public.attachments (
      id uuid primary key,
      sha256 text not null,
      name text not null,
      media_type text not null,
      kind text not null,
      size bigint not null check (size > 0),
      entry_id uuid references public.entries,
      draft_id uuid,
      field text,
      message_id uuid references public.messages,
      uploaded_by text not null,
      created_at timestamptz not null,
      removed_at timestamptz,
      constraint attachments_home check (num_nonnulls(entry_id, draft_id) = 1)
    )`.execute(db)
  await sql`create index attachments_entry on public.attachments (entry_id) where entry_id is not null`.execute(
    db,
  )
  await sql`create index attachments_draft on public.attachments (draft_id) where draft_id is not null`.execute(
    db,
  )
  await sql`create index attachments_message on public.attachments (message_id) where message_id is not null`.execute(
    db,
  )
  await sql`create index attachments_content on public.attachments (sha256)`.execute(db)
}
