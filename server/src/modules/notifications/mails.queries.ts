// SPDX-License-Identifier: MIT
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { Channel, MailError, MailState, NotificationsTables } from './notifications.tables.ts'

type Executor = Db | Tx
export type MailRow = Selectable<NotificationsTables['mails']>
export type NewMailRow = Insertable<NotificationsTables['mails']>
export type MailListRow = Omit<MailRow, 'html' | 'text'>

const listColumns = [
  'id',
  'key',
  'channel',
  'to_email',
  'to_phone',
  'to_name',
  'subject',
  'template',
  'entry_id',
  'collection',
  'state',
  'attempts',
  'tries',
  'last_error',
  'next_attempt_at',
  'claimed_until',
  'message_id',
  'provider_id',
  'created_at',
  'sent_at',
  'copy_of',
] as const satisfies readonly (keyof MailListRow)[]

/** Writes mails and returns the ids of those written: one whose key is known was queued before. */
export async function insertMails(tx: Tx, mails: readonly NewMailRow[]): Promise<string[]> {
  if (mails.length === 0) return []
  const rows = await tx
    .withTables<NotificationsTables>()
    .insertInto('mails')
    .values(mails)
    .onConflict((conflict) => conflict.column('key').doNothing())
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Leaves messages of those channels in the outbox, to be read there. */
export async function keepMails(
  db: Executor,
  ids: readonly string[],
  channels: readonly Channel[],
): Promise<void> {
  if (channels.length === 0) return
  await db
    .withTables<NotificationsTables>()
    .updateTable('mails')
    .set({ state: 'kept', next_attempt_at: null })
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('state', 'in', ['queued', 'failed', 'sending'])
    .where('channel', 'in', channels)
    .execute()
}

/**
 * Takes the mails among `ids` that are due, for one attempt: nobody else takes them before `until`. A mail whose
 * sender died is due again when its claim has run out.
 */
export async function claimMails(db: Db, ids: readonly string[], now: Date, until: Date): Promise<MailRow[]> {
  return db.transaction().execute(async (tx) => {
    const mails = await tx
      .withTables<NotificationsTables>()
      .updateTable('mails')
      .set((eb) => ({
        state: 'sending' as const,
        attempts: eb('attempts', '+', 1),
        tries: eb('tries', '+', 1),
        claimed_until: until,
      }))
      .where('id', '=', sql<string>`any(${ids}::uuid[])`)
      .where((eb) =>
        eb.or([
          eb.and([eb('state', 'in', ['queued', 'failed']), eb('next_attempt_at', '<=', now)]),
          eb.and([eb('state', '=', 'sending'), eb('claimed_until', '<=', now)]),
        ]),
      )
      .returningAll()
      .execute()
    if (mails.length > 0) {
      await tx
        .withTables<NotificationsTables>()
        .insertInto('mail_attempts')
        .values(mails.map(({ id, attempts }) => ({ mail_id: id, number: attempts, started_at: now })))
        .execute()
    }
    return mails
  })
}

/** Those of the mails that are not due yet, or that somebody else is sending, with the instant they will be. */
export async function mailsDueLater(
  db: Executor,
  ids: readonly string[],
): Promise<{ id: string; at: Date }[]> {
  const rows = await db
    .withTables<NotificationsTables>()
    .selectFrom('mails')
    .select(['id', 'claimed_until', 'next_attempt_at'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('state', 'in', ['queued', 'failed', 'sending'])
    .execute()
  return rows.flatMap(({ id, claimed_until, next_attempt_at }) => {
    const at = claimed_until ?? next_attempt_at
    return at ? [{ id, at }] : []
  })
}

export type AttemptResult = {
  readonly mail: MailRow
  readonly at: Date
  readonly state: MailState
  readonly error?: MailError
  readonly providerId?: string | undefined
  readonly nextAttemptAt?: Date | undefined
}

/** Writes how an attempt ended, unless the mail has been taken over since. */
export async function storeAttempt(tx: Tx, result: AttemptResult): Promise<boolean> {
  const { mail, at, state, error } = result
  await tx
    .withTables<NotificationsTables>()
    .updateTable('mail_attempts')
    .set({ finished_at: at, outcome: error?.kind ?? 'sent', error: error ? JSON.stringify(error) : null })
    .where('mail_id', '=', mail.id)
    .where('number', '=', mail.attempts)
    .execute()
  const { numUpdatedRows } = await tx
    .withTables<NotificationsTables>()
    .updateTable('mails')
    .set({
      state,
      last_error: error ? JSON.stringify(error) : null,
      next_attempt_at: result.nextAttemptAt ?? null,
      claimed_until: null,
      provider_id: result.providerId ?? null,
      sent_at: state === 'sent' ? at : null,
    })
    .where('id', '=', mail.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', mail.attempts)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Mails that should have left before `before` and did not: their job was lost. */
export async function overdueMails(db: Executor, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<NotificationsTables>()
    .selectFrom('mails')
    .select('id')
    .where('state', 'in', ['queued', 'failed', 'sending'])
    .where((eb) => eb(eb.fn.coalesce('claimed_until', 'next_attempt_at'), '<', before))
    .orderBy('next_attempt_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}

export async function findMail(db: Executor, id: string): Promise<MailRow | undefined> {
  return db
    .withTables<NotificationsTables>()
    .selectFrom('mails')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function attemptsOf(db: Executor, mailId: string) {
  return db
    .withTables<NotificationsTables>()
    .selectFrom('mail_attempts')
    .select(['number', 'started_at', 'finished_at', 'outcome', 'error'])
    .where('mail_id', '=', mailId)
    .orderBy('number')
    .execute()
}

/** Queues again a mail that was not sent. False when it is being sent, or was. */
export async function requeueMail(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<NotificationsTables>()
    .updateTable('mails')
    .set({ state: 'queued', tries: 0, next_attempt_at: now, claimed_until: null })
    .where('id', '=', id)
    .where('state', 'in', ['failed', 'parked', 'kept', 'queued'])
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

export type MailFilter = {
  readonly channel?: Channel | undefined
  /** `solution.template`. */
  readonly template?: string | undefined
  readonly entryId?: string | undefined
  readonly state?: MailState | undefined
  /** Words of the address, the name or the subject. */
  readonly q?: string | undefined
  /** Mails older than this one: its id. */
  readonly after?: string | undefined
  readonly limit: number
}

/** Newest first. Ids grow with time: they are the order. */
export async function mailsWhere(db: Executor, filter: MailFilter): Promise<MailListRow[]> {
  let query = db
    .withTables<NotificationsTables>()
    .selectFrom('mails')
    .select(listColumns)
    .orderBy('id', 'desc')
    .limit(filter.limit)
  if (filter.entryId) query = query.where('entry_id', '=', filter.entryId)
  if (filter.state) query = query.where('state', '=', filter.state)
  if (filter.channel) query = query.where('channel', '=', filter.channel)
  if (filter.template) query = query.where('template', '=', filter.template)
  if (filter.after) query = query.where('id', '<', filter.after)
  if (filter.q) {
    const words = `%${filter.q.replace(/[\\%_]/g, String.raw`\$&`)}%`
    query = query.where(
      sql<boolean>`public.fold(concat_ws(' ', to_email, to_phone, to_name, subject)) like public.fold(${words})`,
    )
  }
  return query.execute()
}
