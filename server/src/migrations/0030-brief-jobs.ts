// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/**
 * Jobs that come with every request and take milliseconds. Rows live for a moment: what they leave behind is swept by
 * their number, not by their share of a table that is nearly always empty.
 */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.brief_jobs (
      id bigint generated always as identity primary key,
      queue text not null,
      data jsonb not null
    ) with (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 5000,
      autovacuum_analyze_scale_factor = 0, autovacuum_analyze_threshold = 100000)`.execute(db)
  await sql`create index brief_jobs_queue on public.brief_jobs (queue, id)`.execute(db)
}
