// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** A body's own edits on top of its solutions: one row a version, the last in force, none ever changed. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.adjustments (
      solution text not null,
      version integer not null,
      value jsonb not null,
      changed text not null,
      restores integer,
      at timestamptz not null,
      by_name text,
      primary key (solution, version)
    )`.execute(db)
}
