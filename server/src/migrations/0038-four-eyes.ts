// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Memberships that wait for a second administrator; and the journal without entries, which rights are read from. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.pending_memberships (
      id uuid primary key,
      person_id uuid not null references public.entries,
      role text not null,
      organisation_id uuid not null references public.entries,
      starts_on date,
      ends_on date,
      asked_by uuid not null,
      asked_by_name text not null,
      asked_at timestamptz not null,
      expires_at timestamptz not null,
      state text not null check (state in ('pending', 'confirmed', 'refused'))
    )`.execute(db)
  await sql`
    create index pending_memberships_open on public.pending_memberships (expires_at) where state = 'pending'`.execute(
    db,
  )
  await sql`create index events_of_body on public.events (id) where entry_id is null`.execute(db)
}
