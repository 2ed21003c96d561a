// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Edits that wait for a circuit of approval, with what each level decided. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.change_requests (
      id uuid primary key,
      entry_id uuid not null references public.entries,
      collection text not null,
      circuit text not null,
      level integer not null,
      due_at timestamptz,
      reminded_at timestamptz,
      -- by field: the value that was there, the value proposed
      changes jsonb not null,
      state text not null check (state in ('pending', 'applied', 'rejected', 'withdrawn')),
      proposer_kind text not null,
      proposer_id text,
      proposer_name text,
      proposed_at timestamptz not null,
      version integer not null default 1
    )`.execute(db)
  await sql`create index change_requests_entry on public.change_requests (entry_id, id)`.execute(db)
  await sql`
    create index change_requests_pending on public.change_requests (collection, circuit, level, id)
      where state = 'pending'`.execute(db)
  await sql`
    create index change_requests_due on public.change_requests (due_at)
      where state = 'pending' and reminded_at is null`.execute(db)

  await sql`
    create table public.change_decisions (
      request_id uuid not null references public.change_requests,
      level integer not null,
      accepted boolean not null,
      reason text,
      actor_kind text not null,
      actor_id text,
      actor_name text,
      at timestamptz not null,
      primary key (request_id, level)
    )`.execute(db)
}
