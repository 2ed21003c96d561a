// SPDX-License-Identifier: MIT
import { type Insertable, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { DeliveryState, WebhooksTables } from './webhooks.tables.ts'

type Executor = Db | Tx
export type WebhookRow = Selectable<WebhooksTables['webhooks']>
export type DeliveryRow = Selectable<WebhooksTables['webhook_deliveries']>

export async function insertWebhook(tx: Tx, webhook: Insertable<WebhooksTables['webhooks']>): Promise<void> {
  await tx.withTables<WebhooksTables>().insertInto('webhooks').values(webhook).execute()
}

/** Every webhook, oldest first; without those that were stopped when `active`. */
export async function allWebhooks(db: Executor, { active = false } = {}): Promise<WebhookRow[]> {
  let query = db.withTables<WebhooksTables>().selectFrom('webhooks').selectAll().orderBy('id')
  if (active) query = query.where('disabled_at', 'is', null)
  return query.execute()
}

export async function findWebhook(db: Executor, id: string): Promise<WebhookRow | undefined> {
  return db
    .withTables<WebhooksTables>()
    .selectFrom('webhooks')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

/** Stops a webhook. False when there is none that works. */
export async function disableWebhook(tx: Tx, id: string, at: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<WebhooksTables>()
    .updateTable('webhooks')
    .set({ disabled_at: at })
    .where('id', '=', id)
    .where('disabled_at', 'is', null)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Writes deliveries and returns the ids of those written: an event is delivered once to each webhook. */
export async function insertDeliveries(
  tx: Tx,
  deliveries: readonly Insertable<WebhooksTables['webhook_deliveries']>[],
): Promise<string[]> {
  if (deliveries.length === 0) return []
  const rows = await tx
    .withTables<WebhooksTables>()
    .insertInto('webhook_deliveries')
    .values(deliveries)
    .onConflict((conflict) => conflict.columns(['webhook_id', 'event_id']).doNothing())
    .returning('id')
    .execute()
  return rows.map(({ id }) => id)
}

/** Takes the deliveries among `ids` that are due, for one attempt: nobody else takes them before `until`. */
export async function claimDeliveries(
  db: Executor,
  ids: readonly string[],
  now: Date,
  until: Date,
): Promise<DeliveryRow[]> {
  return db
    .withTables<WebhooksTables>()
    .updateTable('webhook_deliveries')
    .set((eb) => ({ state: 'sending' as const, attempts: eb('attempts', '+', 1), claimed_until: until }))
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where((eb) =>
      eb.or([
        eb.and([eb('state', 'in', ['queued', 'failed']), eb('next_attempt_at', '<=', now)]),
        eb.and([eb('state', '=', 'sending'), eb('claimed_until', '<=', now)]),
      ]),
    )
    .returningAll()
    .execute()
}

/** Those of the deliveries that are not due yet, or that somebody else is making, with the instant they will be. */
export async function deliveriesDueLater(
  db: Executor,
  ids: readonly string[],
): Promise<{ id: string; at: Date }[]> {
  const rows = await db
    .withTables<WebhooksTables>()
    .selectFrom('webhook_deliveries')
    .select(['id', 'claimed_until', 'next_attempt_at'])
    .where('id', '=', sql<string>`any(${ids}::uuid[])`)
    .where('state', 'in', ['queued', 'failed', 'sending'])
    .execute()
  return rows.flatMap(({ id, claimed_until, next_attempt_at }) => {
    const at = claimed_until ?? next_attempt_at
    return at ? [{ id, at }] : []
  })
}

export type DeliveryResult = {
  readonly delivery: DeliveryRow
  readonly at: Date
  readonly state: DeliveryState
  readonly status?: number
  readonly error?: string
  readonly nextAttemptAt?: Date
}

/** Writes how an attempt ended, unless the delivery has been taken over since. */
export async function storeDelivery(tx: Tx, result: DeliveryResult): Promise<boolean> {
  const { delivery, at, state } = result
  const { numUpdatedRows } = await tx
    .withTables<WebhooksTables>()
    .updateTable('webhook_deliveries')
    .set({
      state,
      last_status: result.status ?? null,
      last_error: result.error ?? null,
      next_attempt_at: result.nextAttemptAt ?? null,
      claimed_until: null,
      finished_at: state === 'failed' ? null : at,
    })
    .where('id', '=', delivery.id)
    .where('state', '=', 'sending')
    .where('attempts', '=', delivery.attempts)
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Queues a delivery again that is over or failed. False while it is being made. */
export async function requeueDelivery(tx: Tx, id: string, now: Date): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .withTables<WebhooksTables>()
    .updateTable('webhook_deliveries')
    .set({ state: 'queued', attempts: 0, next_attempt_at: now, finished_at: null })
    .where('id', '=', id)
    .where('state', '<>', 'sending')
    .executeTakeFirstOrThrow()
  return numUpdatedRows > 0n
}

/** Newest first. */
export async function deliveriesOf(
  db: Executor,
  webhookId: string,
  page: { after?: string | undefined; limit: number },
): Promise<(DeliveryRow & { event_kind: string })[]> {
  const { rows } = await sql<DeliveryRow & { event_kind: string }>`
    select d.*, e.kind as event_kind from public.webhook_deliveries as d join public.events as e on e.id = d.event_id
    where d.webhook_id = ${webhookId} ${page.after ? sql`and d.id < ${page.after}` : sql``}
    order by d.id desc limit ${page.limit}
  `.execute(db)
  return rows
}

/** Deliveries that should have left before `before` and did not: their job was lost. */
export async function overdueDeliveries(db: Executor, before: Date, limit: number): Promise<string[]> {
  const rows = await db
    .withTables<WebhooksTables>()
    .selectFrom('webhook_deliveries')
    .select('id')
    .where('state', 'in', ['queued', 'failed', 'sending'])
    .where((eb) => eb(eb.fn.coalesce('claimed_until', 'next_attempt_at'), '<', before))
    .orderBy('next_attempt_at')
    .limit(limit)
    .execute()
  return rows.map(({ id }) => id)
}
