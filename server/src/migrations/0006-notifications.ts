// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** The outbox with the log of its attempts, and what people are told in the application. */
export async function up(db: Db): Promise<void> {
  // `key` makes queuing idempotent: a step of a run that is performed again finds its mail already there.
  await sql`
    create table public.mails (
      id uuid primary key,
      key text,
      to_email text not null,
      to_name text,
      subject text not null,
      html text not null,
      text text not null,
      template text,
      entry_id uuid references public.entries,
      collection text,
      state text not null,
      attempts integer not null default 0,
      tries integer not null default 0,
      last_error jsonb,
      next_attempt_at timestamptz,
      claimed_until timestamptz,
      message_id text not null,
      provider_id text,
      created_at timestamptz not null,
      sent_at timestamptz,
      copy_of uuid references public.mails,
      constraint mails_state check (state in ('queued', 'sending', 'sent', 'kept', 'failed', 'parked')),
      constraint mails_once unique (key),
      constraint mails_message_id unique (message_id)
    )`.execute(db)
  // Texts go out of the row, compressed: a list reads short rows, and a new state does not copy the text.
  await sql`alter table public.mails set (toast_tuple_target = 256)`.execute(db)
  await sql`create index mails_entry on public.mails (entry_id, id)`.execute(db)
  await sql`create index mails_state on public.mails (state, id)`.execute(db)
  await sql`
    create index mails_due on public.mails (next_attempt_at) where state in ('queued', 'sending', 'failed')`.execute(
    db,
  )

  await sql`
    create table public.mail_attempts (
      mail_id uuid not null references public.mails,
      number integer not null,
      started_at timestamptz not null,
      finished_at timestamptz,
      outcome text,
      error jsonb,
      primary key (mail_id, number)
    )`.execute(db)

  await sql`
    create table public.notifications (
      id uuid primary key,
      key text not null,
      person_id uuid not null references public.entries,
      entry_id uuid references public.entries,
      collection text,
      title jsonb not null,
      created_at timestamptz not null,
      read_at timestamptz,
      constraint notifications_once unique (key)
    )`.execute(db)
  await sql`create index notifications_person on public.notifications (person_id, id)`.execute(db)
  await sql`create index notifications_unread on public.notifications (person_id) where read_at is null`.execute(
    db,
  )
}
