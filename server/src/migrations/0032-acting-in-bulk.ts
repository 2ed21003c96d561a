// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/**
 * As what an action on many entries was asked: the roles that the session served, the profile chosen, who acted for
 * whom. The worker does no more than that. Absent for what was asked before: all the roles of the person.
 */
export async function up(db: Db): Promise<void> {
  await sql`alter table public.bulks add column standing jsonb`.execute(db)
}
