// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db } from '../platform/db/database.ts'

/** Text messages beside the mails of the outbox, and the language in which an entry was filed. */
export async function up(db: Db): Promise<void> {
  await sql`
    alter table public.mails
      add column channel text not null default 'mail',
      add column to_phone text,
      alter column to_email drop not null,
      alter column html drop not null,
      add constraint mails_channel check (
        (channel = 'mail' and to_email is not null and html is not null)
        or (channel = 'sms' and to_phone is not null and html is null))`.execute(db)
  await sql`create index mails_template on public.mails (template, id)`.execute(db)
  await sql`alter table public.entries add column locale text`.execute(db)
}
