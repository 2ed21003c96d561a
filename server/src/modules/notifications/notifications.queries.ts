// SPDX-License-Identifier: MIT
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { NotificationsTables } from './notifications.tables.ts'

export type NotificationRow = Selectable<NotificationsTables['notifications']>

/** Writes notifications; one whose key is known was written before. */
export async function insertNotifications(
  tx: Tx,
  rows: readonly Insertable<NotificationsTables['notifications']>[],
): Promise<void> {
  if (rows.length === 0) return
  await tx
    .withTables<NotificationsTables>()
    .insertInto('notifications')
    .values(rows)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .execute()
}

/** Those of one person, newest first, before the notification `after`. */
export async function notificationsOf(
  db: Db,
  personId: string,
  filter: { unread: boolean; after?: string | undefined; limit: number },
): Promise<NotificationRow[]> {
  let query = db
    .withTables<NotificationsTables>()
    .selectFrom('notifications')
    .selectAll()
    .where('person_id', '=', personId)
    .orderBy('id', 'desc')
    .limit(filter.limit)
  if (filter.unread) query = query.where('read_at', 'is', null)
  if (filter.after) query = query.where('id', '<', filter.after)
  return query.execute()
}

/** How many the person has not read, counted no further than `atMost`. */
export async function countUnread(db: Db, personId: string, atMost: number): Promise<number> {
  const rows = await db
    .withTables<NotificationsTables>()
    .selectFrom('notifications')
    .select('id')
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
    .limit(atMost)
    .execute()
  return rows.length
}

/** Marks as read those of the person among `ids`, or all of them. */
export async function setRead(db: Db, personId: string, now: Date, ids?: readonly string[]): Promise<void> {
  let query = db
    .withTables<NotificationsTables>()
    .updateTable('notifications')
    .set({ read_at: now })
    .where('person_id', '=', personId)
    .where('read_at', 'is', null)
  if (ids) query = query.where('id', '=', sql<string>`any(${ids}::uuid[])`)
  await query.execute()
}
