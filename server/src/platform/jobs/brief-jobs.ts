// SPDX-License-Identifier: MIT
import { sql } from 'kysely'
import type { Db, Tx } from '../db/database.ts'

/** A job that takes milliseconds and touches this database only. */
export type BriefJob = { readonly id: number; readonly data: object }

type Executor = Db | Tx

/** Adds jobs to a queue, in one light statement. */
export async function insertBriefJobs(db: Executor, queue: string, data: readonly object[]): Promise<void> {
  const texts = data.map((one) => JSON.stringify(one))
  await sql`
    insert into public.brief_jobs (queue, data) select ${queue}::text, unnest(${texts}::text[])::jsonb
  `.execute(db)
}

/** The first jobs of a queue that nobody else holds; held until the end of the transaction. */
export async function holdBriefJobs(tx: Tx, queue: string, limit: number): Promise<BriefJob[]> {
  const { rows } = await sql<BriefJob>`
    select id, data from public.brief_jobs where queue = ${queue} order by id limit ${limit}
    for update skip locked
  `.execute(tx)
  return rows
}

export async function deleteBriefJobs(tx: Tx, ids: readonly number[]): Promise<void> {
  await sql`delete from public.brief_jobs where id = any(${ids}::bigint[])`.execute(tx)
}
