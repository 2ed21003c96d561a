// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Solutions and their releases, the registry of entries, and the journal of events with its seals. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.releases (
      id uuid primary key,
      solution text not null,
      number integer not null,
      -- json, not jsonb: the order of fields, pages and states is theirs
      definition json not null,
      published_at timestamptz not null,
      published_by text not null,
      constraint releases_number unique (solution, number)
    )`.execute(db)

  await sql`
    create table public.solutions (
      key text primary key,
      release_id uuid not null references public.releases,
      installed_at timestamptz not null
    )`.execute(db)

  await sql`create table public.settings (key text primary key, value jsonb not null)`.execute(db)

  await sql`
    create table public.entries (
      id uuid primary key,
      solution text not null,
      collection text not null,
      release_id uuid not null references public.releases,
      procedure text,
      number text,
      title text not null,
      state text,
      remembered_state text,
      owner_id uuid references public.entries,
      version integer not null default 1,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      state_since timestamptz not null,
      closed_at timestamptz,
      deleted_at timestamptz,
      search tsvector,
      constraint entries_number unique (number)
    )`.execute(db)
  await sql`create index entries_owner on public.entries (owner_id, created_at, id) where deleted_at is null`.execute(
    db,
  )
  await sql`create index entries_search on public.entries using gin (search) with (fastupdate = on)`.execute(
    db,
  )

  await sql`
    create table public.seals (
      id bigint generated always as identity primary key,
      sealed_at timestamptz not null,
      previous bytea,
      root bytea not null,
      hash bytea not null,
      event_ids bigint[] not null,
      leaves bytea[] not null
    )`.execute(db)

  await sql`
    create table public.events (
      id bigint generated always as identity primary key,
      at timestamptz not null,
      kind text not null,
      entry_id uuid,
      collection text,
      actor_kind text not null,
      actor_id text,
      actor_name text,
      payload jsonb not null,
      seal_id bigint references public.seals
    )`.execute(db)
  await sql`create index events_entry on public.events (entry_id, id)`.execute(db)
  await sql`create index events_unsealed on public.events (id) where seal_id is null`.execute(db)
}
