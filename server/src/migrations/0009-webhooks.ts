// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Programs that asked to be told of events, and each telling with its attempts. */
export async function up(db: Db): Promise<void> {
  // `secret` is encrypted with the key of the installation: a stolen backup does not sign deliveries.
  await sql`
    create table public.webhooks (
      id uuid primary key,
      name text not null,
      url text not null,
      secret bytea not null,
      kinds text[] not null,
      collection text,
      owner_id uuid not null references public.entries,
      created_at timestamptz not null,
      disabled_at timestamptz
    )`.execute(db)

  await sql`
    create table public.webhook_deliveries (
      id uuid primary key,
      webhook_id uuid not null references public.webhooks,
      event_id bigint not null references public.events,
      state text not null,
      attempts integer not null default 0,
      next_attempt_at timestamptz,
      claimed_until timestamptz,
      last_status integer,
      last_error text,
      created_at timestamptz not null,
      finished_at timestamptz,
      constraint webhook_deliveries_state
        check (state in ('queued', 'sending', 'failed', 'delivered', 'withheld', 'parked')),
      constraint webhook_deliveries_once unique (webhook_id, event_id)
    )`.execute(db)
  await sql`create index webhook_deliveries_log on public.webhook_deliveries (webhook_id, id)`.execute(db)
  await sql`
    create index webhook_deliveries_due on public.webhook_deliveries (next_attempt_at)
    where state in ('queued', 'sending', 'failed')`.execute(db)
}
