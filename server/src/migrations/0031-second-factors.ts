// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/**
 * Second factors (codes of an application, recovery codes, passkeys), devices that need none for a while, what a
 * session proved, who acts for whom, and the log of each account.
 */
export async function up(db: Db): Promise<void> {
  // `strong`: a second factor was proven. `proven_at`: when the person last proved who they are.
  // `acts_*`: the account as which an administrator acts for a while.
  await sql`
    alter table public.sessions
      add column method text,
      add column strong boolean not null default false,
      add column network text,
      add column device text,
      add column proven_at timestamptz,
      add column last_used_at timestamptz,
      add column acts_as uuid references public.accounts on delete set null,
      add column acts_until timestamptz,
      add column acts_reason text`.execute(db)

  // Keys made until now were made by the operator, who vouches for them.
  await sql`alter table public.keys add column strong boolean not null default true`.execute(db)
  await sql`alter table public.keys alter column strong drop default`.execute(db)

  // `last_step`: the thirty seconds of the last code accepted, so that none serves twice.
  await sql`
    create table public.code_apps (
      account_id uuid primary key references public.accounts on delete cascade,
      secret bytea not null,
      confirmed_at timestamptz,
      last_step bigint,
      created_at timestamptz not null
    )`.execute(db)

  await sql`
    create table public.recovery_codes (
      account_id uuid not null references public.accounts on delete cascade,
      hash bytea not null,
      created_at timestamptz not null,
      used_at timestamptz,
      primary key (account_id, hash)
    )`.execute(db)

  await sql`
    create table public.passkeys (
      id uuid primary key,
      account_id uuid not null references public.accounts on delete cascade,
      credential_id text not null,
      public_key bytea not null,
      counter bigint not null,
      transports text[] not null,
      name text not null,
      created_at timestamptz not null,
      last_used_at timestamptz,
      constraint passkeys_credential unique (credential_id)
    )`.execute(db)
  await sql`create index passkeys_account on public.passkeys (account_id)`.execute(db)

  await sql`
    create table public.remembered_devices (
      id uuid primary key,
      account_id uuid not null references public.accounts on delete cascade,
      hash bytea not null,
      device text not null,
      network text not null,
      created_at timestamptz not null,
      last_used_at timestamptz not null,
      expires_at timestamptz not null,
      constraint remembered_devices_hash unique (hash)
    )`.execute(db)
  await sql`create index remembered_devices_account on public.remembered_devices (account_id)`.execute(db)
  await sql`create index remembered_devices_expiry on public.remembered_devices (expires_at)`.execute(db)

  // Without an account: a try at a mailbox that has none. Which mailbox is not kept.
  await sql`
    create table public.account_log (
      id bigint generated always as identity primary key,
      account_id uuid references public.accounts on delete cascade,
      at timestamptz not null,
      kind text not null,
      method text,
      network text,
      device text,
      detail jsonb
    )`.execute(db)
  await sql`create index account_log_account on public.account_log (account_id, id desc)`.execute(db)
  await sql`create index account_log_at on public.account_log (at)`.execute(db)
}
