// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Legal clocks, the receipts given, and the last day before silence decides in every typed table. */
export async function up(db: Db): Promise<void> {
  await sql`
    create table public.clocks (
      entry_id uuid primary key references public.entries,
      state text not null,
      due_on date,
      -- the next day on which time alone changes something
      look_on date,
      -- what those who handle the entry were last told: '2027-01-21:5', 'expired:2027-01-21'
      told text,
      updated_at timestamptz not null
    )`.execute(db)
  await sql`create index clocks_look on public.clocks (look_on) where look_on is not null`.execute(db)
  await sql`
    create table public.receipts (
      entry_id uuid not null references public.entries,
      kind text not null,
      issued_at timestamptz not null,
      -- as it was given, whatever the procedure or the body become; json: its lists keep their order
      content json not null,
      primary key (entry_id, kind)
    )`.execute(db)
  // Publication adds it to new tables; those that were made before get it here.
  await sql`
    do $$
    declare made record;
    begin
      for made in select table_name from information_schema.columns
        where table_schema = 'data' and column_name = 'deleted_at'
      loop
        execute format('alter table data.%I add column if not exists legal_due_on date', made.table_name);
      end loop;
    end $$`.execute(db)
}
