// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import { expect } from 'vitest'
import type { Db } from '../platform/db/database.ts'
import type { FaultyMailServer } from './faults.testing.ts'

type Filed = { readonly id: string; readonly email: string; readonly mails: number; readonly sent: number }

/**
 * Waits until nothing is left to do, then holds that every acknowledged filing is there once, that no other is, and
 * that each has its receipt exactly once: one mail in the outbox, which left, under one `Message-ID`.
 */
export async function expectEachReceiptOnce(
  db: Db,
  acknowledged: ReadonlyMap<string, string>,
  { taken }: FaultyMailServer,
): Promise<void> {
  await expect
    .poll(
      async () => {
        await letTheClaimsOfTheDeadRunOut(db)
        return (await filedNow(db)).filter(({ sent }) => sent === 0).length
      },
      { timeout: 120_000, interval: 1_000 },
    )
    .toBe(0)
  const filed = await filedNow(db)
  expect(new Map(filed.map(({ email, id }) => [email, id]))).toEqual(acknowledged)
  expect(filed).toHaveLength(acknowledged.size)
  expect(filed.filter(({ mails, sent }) => mails !== 1 || sent !== 1)).toEqual([])
  const told = [...taken.values()].map(({ to }) => to)
  expect(told.toSorted((a, b) => a.localeCompare(b))).toEqual(
    [...acknowledged.keys()].toSorted((a, b) => a.localeCompare(b)),
  )
  const left = await sql`select * from public.runs where status <> 'done'`.execute(db)
  expect(left.rows).toEqual([])
}

async function filedNow(db: Db): Promise<Filed[]> {
  const { rows } = await sql<Filed>`
    select l.id, l.player_email as email, count(m.id)::int as mails,
      count(m.id) filter (where m.state = 'sent')::int as sent
    from data.club_licence l left join public.mails m on m.entry_id = l.id group by l.id, l.player_email
  `.execute(db)
  return rows
}

/** What two minutes do: a mail that a dead process was sending may be sent by another one. */
async function letTheClaimsOfTheDeadRunOut(db: Db): Promise<void> {
  await sql`
    with dead as (
      update public.mails set claimed_until = now()
      where state = 'sending' and claimed_until < now() + interval '105 seconds' returning id
    )
    update jobs.job set start_after = now() from dead
    where name = 'mails.deliver' and state = 'created' and data ->> 'mailId' = dead.id::text
  `.execute(db)
}
