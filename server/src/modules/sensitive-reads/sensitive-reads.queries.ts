// SPDX-License-Identifier: MIT
import { type Generated, type Insertable, type Selectable, sql } from 'kysely'
import type { Db } from '../../platform/db/database.ts'

export type SensitiveReadsTables = {
  sensitive_reads: {
    id: Generated<number>
    at: Date
    entry_id: string
    collection: string
    fields: string[]
    way: string
    actor_kind: string
    actor_id: string | null
    actor_name: string | null
  }
}
export type ReadRow = Selectable<SensitiveReadsTables['sensitive_reads']>

export async function insertReads(
  db: Db,
  rows: readonly Insertable<SensitiveReadsTables['sensitive_reads']>[],
): Promise<void> {
  await db.withTables<SensitiveReadsTables>().insertInto('sensitive_reads').values(rows).execute()
}

/** The reads of an entry, newest first, before the read `before`. */
export async function readsOfEntry(
  db: Db,
  entryId: string,
  { limit, before }: { limit: number; before: number | undefined },
): Promise<ReadRow[]> {
  const query = db
    .withTables<SensitiveReadsTables>()
    .selectFrom('sensitive_reads')
    .selectAll()
    .where('entry_id', '=', entryId)
    .orderBy('id', 'desc')
    .limit(limit)
  return (before === undefined ? query : query.where('id', '<', before)).execute()
}

/** Deletes the oldest reads made before that time, a few at a time; returns how many. */
export async function deleteReadsBefore(db: Db, before: Date, limit: number): Promise<number> {
  const { numAffectedRows } = await sql`
    delete from public.sensitive_reads where id in (
      select id from public.sensitive_reads where at < ${before} order by at limit ${limit}
    )`.execute(db)
  return Number(numAffectedRows ?? 0)
}
