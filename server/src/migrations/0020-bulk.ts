// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Actions on many entries at once, with what became of each. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.bulks (
      id uuid primary key,
      person_id uuid not null references public.entries,
      locale text not null,
      collection text not null,
      transition text not null,
      status text not null,
      answers jsonb not null default '{}',
      reason text,
      origin text,
      undoes uuid references public.bulks,
      created_at timestamptz not null,
      started_at timestamptz,
      finished_at timestamptz,
      constraint bulks_status check (status in ('prepared', 'running', 'done'))
    )`.execute(db)
  await sql`create index bulks_person on public.bulks (person_id, created_at)`.execute(db)
  await sql`create index bulks_created on public.bulks (created_at)`.execute(db)
  await sql`create index bulks_undoes on public.bulks (undoes) where undoes is not null`.execute(db)

  // 'aside': it could not be taken when the action was prepared; 'changed': it had moved on when its turn came.
  await sql`
    create table public.bulk_items (
      bulk_id uuid not null references public.bulks on delete cascade,
      position integer not null,
      entry_id uuid not null references public.entries,
      version integer not null,
      transition text not null,
      from_state text not null,
      to_state text,
      status text not null,
      refusal jsonb,
      done_at timestamptz,
      primary key (bulk_id, position),
      constraint bulk_items_once unique (bulk_id, entry_id),
      constraint bulk_items_status check (status in ('waiting', 'done', 'aside', 'refused', 'changed'))
    )`.execute(db)
  await sql`create index bulk_items_waiting on public.bulk_items (bulk_id, position) where status = 'waiting'`.execute(
    db,
  )
  await sql`create index bulk_items_entry on public.bulk_items (entry_id)`.execute(db)
}
