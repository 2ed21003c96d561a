// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Views that people keep under a name, and how each likes to work. */
export async function up(db: Db): Promise<void> {
  // `role`: for all who hold it (`solution.role`); null: for its author alone.
  await sql`
    create table public.saved_views (
      id uuid primary key,
      person_id uuid not null references public.entries,
      solution text not null,
      view text not null,
      role text,
      title text not null,
      asked jsonb not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      deleted_at timestamptz
    )`.execute(db)
  await sql`create index saved_views_person on public.saved_views (person_id)`.execute(db)
  await sql`create index saved_views_role on public.saved_views (role) where role is not null`.execute(db)

  await sql`
    create table public.preferences (
      person_id uuid not null references public.entries,
      key text not null,
      value jsonb not null,
      primary key (person_id, key)
    )`.execute(db)
}
