// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/**
 * Counts that are kept as entries change. In a schema of their own: they are made from the entries, so that a backup
 * leaves them out and a restored installation counts again.
 */
export async function up(db: Db): Promise<void> {
  await sql`create schema if not exists tally`.execute(db)
  // `relation` is the typed table that was counted: of a table made anew, nothing is counted yet.
  await sql`
    create table tally.kinds (
      id integer primary key generated always as identity,
      collection text not null,
      definition text not null,
      relation oid,
      counted_at timestamptz,
      constraint kinds_definition unique (collection, definition)
    )`.execute(db)
  await sql`
    create table tally.cells (
      tally integer not null,
      day date not null,
      key text not null,
      n bigint not null,
      primary key (tally, day, key)
    )`.execute(db)
  // Written by every change, without waiting for one another; folded into the cells by a job.
  await sql`
    create table tally.deltas (
      tally integer not null,
      day date not null,
      key text not null,
      n integer not null
    )`.execute(db)
  await sql`
    create index drafts_pending on public.drafts (solution, procedure, created_at)
      where filed_at is null`.execute(db)
}
