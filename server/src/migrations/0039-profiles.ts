// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/**
 * Under which profile a session acts: « personal », or the id of one of the bodies in which the person holds roles.
 * Null: under all their roles. The account remembers the last one chosen, to propose it.
 */
export async function up(db: Db): Promise<void> {
  await sql`alter table public.sessions add column profile text`.execute(db)
  await sql`alter table public.accounts add column last_profile text`.execute(db)
}
