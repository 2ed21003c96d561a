// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Answers to creations asked with an `Idempotency-Key`, so that asking again creates nothing again. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.idempotency_keys (
      actor text not null,
      key text not null,
      request_hash text not null,
      response jsonb,
      created_at timestamptz not null,
      primary key (actor, key)
    )`.execute(db)
  await sql`create index idempotency_keys_created on public.idempotency_keys (created_at)`.execute(db)
}
