// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/**
 * Accounts of persons, their sessions and credentials, the secrets sent by mail, keys of programs, and the counters
 * that slow down who guesses passwords. Accounts, credentials and sessions are better-auth's tables under our names.
 */
export async function up(db: Db): Promise<void> {
  // Made only once its mailbox is proven: an account that nobody confirmed does not exist.
  await sql`
    create table public.accounts (
      id uuid primary key,
      person_id uuid not null references public.entries,
      email text not null check (email = lower(email)),
      email_verified boolean not null check (email_verified),
      name text not null,
      image text,
      locale text not null check (locale in ('fr', 'en')),
      disabled_at timestamptz,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint accounts_email unique (email),
      constraint accounts_person unique (person_id)
    )`.execute(db)

  await sql`
    create table public.credentials (
      id uuid primary key,
      account_id uuid not null references public.accounts on delete cascade,
      provider text not null,
      subject text not null,
      password text,
      access_token text,
      refresh_token text,
      id_token text,
      access_token_expires_at timestamptz,
      refresh_token_expires_at timestamptz,
      scope text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint credentials_subject unique (provider, subject)
    )`.execute(db)
  await sql`create index credentials_account on public.credentials (account_id)`.execute(db)

  await sql`
    create table public.sessions (
      id uuid primary key,
      account_id uuid not null references public.accounts on delete cascade,
      token text not null,
      expires_at timestamptz not null,
      ip_address text,
      user_agent text,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint sessions_token unique (token)
    )`.execute(db)
  await sql`create index sessions_account on public.sessions (account_id)`.execute(db)
  await sql`create index sessions_expiry on public.sessions (expires_at)`.execute(db)

  // What somebody typed to have an account, until the mailbox's owner confirms it. Several may wait for one mailbox.
  await sql`
    create table public.registrations (
      id uuid primary key,
      email text not null,
      first_name text not null,
      last_name text not null,
      password text not null,
      locale text not null,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index registrations_expiry on public.registrations (expires_at)`.execute(db)

  // Secrets sent by mail, each for one use. The subject is an account or a registration.
  await sql`
    create table public.account_tokens (
      hash bytea primary key,
      purpose text not null,
      subject_id uuid not null,
      created_at timestamptz not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index account_tokens_subject on public.account_tokens (subject_id)`.execute(db)
  await sql`create index account_tokens_expiry on public.account_tokens (expires_at)`.execute(db)

  await sql`
    create table public.keys (
      id uuid primary key,
      account_id uuid not null references public.accounts on delete cascade,
      name text not null,
      prefix text not null,
      hash bytea not null,
      scopes text[] not null,
      created_at timestamptz not null,
      expires_at timestamptz,
      last_used_at timestamptz,
      revoked_at timestamptz,
      constraint keys_hash unique (hash)
    )`.execute(db)
  await sql`create index keys_account on public.keys (account_id)`.execute(db)

  // Keyed by a digest: neither the mailbox nor the address of who tries is kept.
  await sql`
    create table public.attempts (
      key bytea primary key,
      count integer not null,
      window_ends_at timestamptz not null
    )`.execute(db)
  await sql`create index attempts_expiry on public.attempts (window_ends_at)`.execute(db)
}
