// SPDX-License-Identifier: MIT
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'

type PendingTables = {
  pending_memberships: {
    id: string
    person_id: string
    /** `solution.role` */
    role: string
    organisation_id: string
    starts_on: string | null
    ends_on: string | null
    asked_by: string
    asked_by_name: string
    asked_at: Date
    expires_at: Date
    state: 'pending' | 'confirmed' | 'refused'
  }
}
export type PendingRow = Selectable<PendingTables['pending_memberships']>

export async function insertPending(
  tx: Tx,
  row: Insertable<PendingTables['pending_memberships']>,
): Promise<void> {
  await tx.withTables<PendingTables>().insertInto('pending_memberships').values(row).execute()
}

/** Those that may still be decided, of everybody or of one person, oldest first. */
export async function openPending(db: Db | Tx, now: Date, personId?: string): Promise<PendingRow[]> {
  const query = db
    .withTables<PendingTables>()
    .selectFrom('pending_memberships')
    .selectAll()
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .orderBy('asked_at')
    .limit(200)
  return (personId === undefined ? query : query.where('person_id', '=', personId)).execute()
}

export async function lockPending(tx: Tx, id: string, now: Date): Promise<PendingRow | undefined> {
  return tx
    .withTables<PendingTables>()
    .selectFrom('pending_memberships')
    .selectAll()
    .where('id', '=', sql<string>`${id}::uuid`)
    .where('state', '=', 'pending')
    .where('expires_at', '>', now)
    .forUpdate()
    .executeTakeFirst()
}

export async function closePending(tx: Tx, id: string, state: 'confirmed' | 'refused'): Promise<void> {
  await tx
    .withTables<PendingTables>()
    .updateTable('pending_memberships')
    .set({ state })
    .where('id', '=', id)
    .execute()
}
