// SPDX-License-Identifier: MIT
import type { CollectionRef, LocalizedText } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { problem } from '../../platform/http/problems.ts'
import { isUuid } from '../entries/index.ts'
import { countUnread, insertNotifications, notificationsOf, setRead } from './notifications.queries.ts'

/** What a person is told in the application. Its words are those of the day it was told. */
export type Notification = {
  readonly id: string
  readonly title: LocalizedText
  readonly entryId: string | null
  readonly collection: CollectionRef | null
  readonly createdAt: Date
  readonly read: boolean
}

export type NewNotification = {
  /** Telling again under the same key does nothing. */
  readonly key: string
  readonly personId: string
  readonly title: LocalizedText
  readonly entry?: { readonly id: string; readonly collection: CollectionRef }
}

/** Beyond, an interface shows « 99+ ». */
const countedAtMost = 100

/** Tells people in the application, in the caller's transaction. */
export async function tellPeople(
  tx: Tx,
  context: Context,
  notifications: readonly NewNotification[],
): Promise<void> {
  const at = context.clock.now()
  await insertNotifications(
    tx,
    notifications.map(({ key, personId, title, entry }) => ({
      id: context.ids.next(),
      key,
      person_id: personId,
      entry_id: entry?.id ?? null,
      collection: entry?.collection ?? null,
      title: JSON.stringify(title),
      created_at: at,
    })),
  )
}

/**
 * The notifications of the acting person, newest first.
 *
 * @throws Problem `sign-in-required` when nobody is signed in
 */
export async function listNotifications(
  context: Context,
  query: { unread?: boolean; after?: string; limit?: number } = {},
): Promise<{ rows: Notification[]; next: string | null }> {
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200)
  const after = query.after !== undefined && isUuid(query.after) ? query.after : undefined
  const rows = await notificationsOf(context.db, personOf(context), {
    unread: query.unread === true,
    after,
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  return {
    rows: page.map((row) => ({
      id: row.id,
      title: row.title,
      entryId: row.entry_id,
      // Written by `tellPeople`, which takes a collection reference.
      collection: row.collection as CollectionRef | null,
      createdAt: row.created_at,
      read: row.read_at !== null,
    })),
    next: rows.length > limit ? (page.at(-1)?.id ?? null) : null,
  }
}

/** How many notifications the acting person has not read, 100 at most; none for who has no account. */
export async function unreadNotifications(context: Context): Promise<number> {
  if (context.actor.kind !== 'person') return 0
  return countUnread(context.db, context.actor.personId, countedAtMost)
}

/** Marks notifications of the acting person as read: those named, or all. Those of others are left alone. */
export async function markRead(context: Context, ids?: readonly string[]): Promise<void> {
  await setRead(context.db, personOf(context), context.clock.now(), ids?.filter(isUuid))
}

function personOf(context: Context): string {
  if (context.actor.kind !== 'person') throw problem('sign-in-required')
  return context.actor.personId
}
