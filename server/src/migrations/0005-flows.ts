// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Runs of flows with each of their steps, and the tasks they ask of people. */
export async function up(db: Db): Promise<void> {
  // `step` is the step to perform next, or the one that waits. One run per event and flow: dispatching an event
  // twice starts nothing twice. A replay is a further run of the same event, asked for by a person.
  await sql`
    create table public.runs (
      id uuid primary key,
      solution text not null,
      flow text not null,
      release_id uuid not null references public.releases,
      entry_id uuid not null references public.entries,
      event_id bigint not null references public.events,
      replay integer not null default 0,
      depth integer not null default 0,
      status text not null,
      step text,
      attempt integer not null default 0,
      wake_at timestamptz,
      watches boolean not null default false,
      error jsonb,
      started_at timestamptz not null,
      updated_at timestamptz not null,
      finished_at timestamptz,
      constraint runs_status check (status in ('running', 'waiting', 'calling', 'failed', 'parked', 'done')),
      constraint runs_once unique (event_id, flow, replay)
    )`.execute(db)
  await sql`create index runs_entry on public.runs (entry_id, id)`.execute(db)
  await sql`create index runs_watching on public.runs (entry_id) where watches`.execute(db)
  await sql`create index runs_due on public.runs (wake_at) where status in ('running', 'waiting', 'calling', 'failed')`.execute(
    db,
  )
  await sql`create index runs_parked on public.runs (id) where status = 'parked'`.execute(db)

  await sql`
    create table public.run_steps (
      run_id uuid not null references public.runs,
      step text not null,
      status text not null,
      attempt integer not null default 1,
      started_at timestamptz not null,
      finished_at timestamptz,
      output jsonb,
      primary key (run_id, step),
      constraint run_steps_status check (status in ('waiting', 'calling', 'failed', 'done'))
    )`.execute(db)

  // The collection is repeated from the entry so that a list knows the rights to apply without a join.
  await sql`
    create table public.tasks (
      id uuid primary key,
      entry_id uuid not null references public.entries,
      collection text not null,
      task text not null,
      label jsonb not null,
      assignee_kind text not null,
      assignee_id uuid,
      assignee_role text,
      assignee_email text,
      transition text,
      due_at timestamptz,
      created_at timestamptz not null,
      done_at timestamptz,
      cancelled_at timestamptz,
      run_id uuid references public.runs,
      step text,
      constraint tasks_assignee check (assignee_kind in ('person', 'organisation', 'role', 'mailbox')),
      constraint tasks_once unique (run_id, step)
    )`.execute(db)
  await sql`create index tasks_open_entry on public.tasks (entry_id) where done_at is null and cancelled_at is null`.execute(
    db,
  )
  await sql`
    create index tasks_open_assignee on public.tasks (assignee_id, coalesce(due_at, 'infinity'::timestamptz), id)
    where done_at is null and cancelled_at is null and assignee_id is not null`.execute(db)
  await sql`
    create index tasks_open_role on public.tasks (assignee_role, coalesce(due_at, 'infinity'::timestamptz), id)
    where done_at is null and cancelled_at is null and assignee_role is not null`.execute(db)
}
