// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Requests that an agent fills in for somebody: at the counter, by telephone, from a letter. */
export async function up(db: Db): Promise<void> {
  await sql`alter table public.drafts add column filed_for jsonb`.execute(db)
}
