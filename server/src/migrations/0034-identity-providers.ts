// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/**
 * Identity providers (OpenID Connect, SAML), the identities that persons have there, sign-ins on their way, and what a
 * provider gave: sessions and memberships.
 */
export async function up(db: Db): Promise<void> {
  // `secret`: the client secret, or the private key that signs our requests; sealed.
  await sql`
    create table public.identity_providers (
      id uuid primary key,
      key text not null check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
      settings jsonb not null,
      secret bytea,
      certificate text,
      enabled boolean not null,
      version integer not null,
      created_at timestamptz not null,
      updated_at timestamptz not null,
      constraint identity_providers_key unique (key)
    )`.execute(db)

  await sql`
    create table public.linked_identities (
      id uuid primary key,
      provider_id uuid not null references public.identity_providers on delete cascade,
      account_id uuid not null references public.accounts on delete cascade,
      subject text not null,
      label text not null,
      created_at timestamptz not null,
      last_used_at timestamptz not null,
      constraint linked_identities_subject unique (provider_id, subject)
    )`.execute(db)
  await sql`create index linked_identities_account on public.linked_identities (account_id)`.execute(db)

  // A sign-in on its way, for ten minutes. `browser`: digest of the cookie of the browser that began it. `checks`: what
  // the answer must match, sealed. `proof`: an answer that came by a form of another site, sealed, waiting for the
  // browser that began.
  await sql`
    create table public.provider_attempts (
      state bytea primary key,
      provider_id uuid not null references public.identity_providers on delete cascade,
      browser bytea not null,
      account_id uuid references public.accounts on delete cascade,
      checks bytea not null,
      proof bytea,
      return_to text not null,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index provider_attempts_expiry on public.provider_attempts (expires_at)`.execute(db)

  // `sid`: the session at the provider. `hint`: what ends it there, sealed.
  await sql`
    create table public.provider_sessions (
      session_id uuid primary key references public.sessions on delete cascade,
      identity_id uuid not null references public.linked_identities on delete cascade,
      sid text,
      hint bytea not null
    )`.execute(db)
  await sql`create index provider_sessions_identity on public.provider_sessions (identity_id)`.execute(db)

  // Memberships that a provider gave, which it alone takes back.
  await sql`
    create table public.provider_memberships (
      membership_id uuid primary key references public.entries on delete cascade,
      identity_id uuid not null references public.linked_identities on delete cascade,
      ended_at timestamptz
    )`.execute(db)
  await sql`create index provider_memberships_identity on public.provider_memberships (identity_id)`.execute(
    db,
  )

  // Tokens of providers that were used: none serves twice.
  await sql`
    create table public.spent_provider_tokens (
      hash bytea primary key,
      expires_at timestamptz not null
    )`.execute(db)
  await sql`create index spent_provider_tokens_expiry on public.spent_provider_tokens (expires_at)`.execute(
    db,
  )
}
