// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Finds the links that a mailbox was sent: the list of what its holder has. */
export async function up(db: Db): Promise<void> {
  await sql`
    create index access_links_mailbox on public.access_links (lower(email), purpose)
      where revoked_at is null`.execute(db)
}
