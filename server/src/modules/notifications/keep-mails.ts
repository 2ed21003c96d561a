// SPDX-License-Identifier: MIT
import type { Db, Tx } from '../../platform/db/database.ts'
import type { NotificationsTables } from './notifications.tables.ts'

/** Mails that wait to be sent stay in the outbox instead: those of a demonstration are for nobody's mailbox. */
export async function keepQueuedMails(db: Db | Tx): Promise<void> {
  await db
    .withTables<NotificationsTables>()
    .updateTable('mails')
    .set({ state: 'kept' })
    .where('state', '=', 'queued')
    .execute()
}
