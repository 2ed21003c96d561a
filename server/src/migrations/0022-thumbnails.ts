// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Pictures made small once, and files that those who handle an entry put beside it. */
export async function up(db: Db): Promise<void> {
  // By content: the same photo in two entries is made small once. Anything here may be made again.
  await sql`
    create table public.thumbnails (
      sha256 text not null,
      side integer not null,
      bytes bytea,
      made_at timestamptz not null,
      primary key (sha256, side)
    )`.execute(db)
  await sql`alter table public.attachments add column shared text
    constraint attachments_shared check (shared in ('handlers', 'everyone'))`.execute(db)
}
