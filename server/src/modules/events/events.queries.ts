// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { EventActor, EventKind, EventPayloads, EventRecord } from './event.ts'
import type { EventsTables } from './events.tables.ts'

type Executor = Db | Tx

/** Events not sealed yet, oldest first. Locked: two sealing jobs never take the same. */
export async function lockUnsealed(tx: Tx, limit: number): Promise<EventRecord[]> {
  const rows = await tx
    .withTables<EventsTables>()
    .selectFrom('events')
    .selectAll()
    .where('seal_id', 'is', null)
    .orderBy('id')
    .limit(limit)
    .forUpdate()
    .execute()
  return rows.map(toRecord)
}

export async function lastSeal(tx: Executor): Promise<Selectable<EventsTables['seals']> | undefined> {
  return tx
    .withTables<EventsTables>()
    .selectFrom('seals')
    .selectAll()
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
}

export async function insertSeal(
  tx: Tx,
  seal: {
    sealedAt: Date
    previous: Buffer | null
    root: Buffer
    hash: Buffer
    eventIds: number[]
    leaves: Buffer[]
  },
): Promise<number> {
  const { id } = await tx
    .withTables<EventsTables>()
    .insertInto('seals')
    .values({
      sealed_at: seal.sealedAt,
      previous: seal.previous,
      root: seal.root,
      hash: seal.hash,
      event_ids: seal.eventIds,
      leaves: seal.leaves,
    })
    .returning('id')
    .executeTakeFirstOrThrow()
  await tx
    .withTables<EventsTables>()
    .updateTable('events')
    .set({ seal_id: id })
    .where('id', '=', sql<number>`any(${seal.eventIds})`)
    .execute()
  return id
}

/** Seals after `after`, in order, a few at a time. */
export async function sealsAfter(db: Executor, after: number, limit: number) {
  const rows = await db
    .withTables<EventsTables>()
    .selectFrom('seals')
    .selectAll()
    .where('id', '>', after)
    .orderBy('id')
    .limit(limit)
    .execute()
  // The driver gives the members of a bigint[] as text.
  return rows.map((row) => ({ ...row, event_ids: row.event_ids.map(Number) }))
}

export async function eventsByIds(db: Executor, ids: readonly number[]): Promise<Map<number, EventRecord>> {
  const rows = await db
    .withTables<EventsTables>()
    .selectFrom('events')
    .selectAll()
    .where('id', '=', sql<number>`any(${ids})`)
    .execute()
  return new Map(rows.map((row) => [row.id, toRecord(row)]))
}

/** Events of one entry, newest first, before the event `before`. */
export async function eventsOfEntry(
  db: Executor,
  entryId: string,
  limit: number,
  before?: number,
): Promise<EventRecord[]> {
  let query = db
    .withTables<EventsTables>()
    .selectFrom('events')
    .selectAll()
    .where('entry_id', '=', entryId)
    .orderBy('id', 'desc')
    .limit(limit)
  if (before !== undefined) query = query.where('id', '<', before)
  return (await query.execute()).map(toRecord)
}

/** Moves and changes of entries, oldest first: what their legal clocks are read from. */
export async function movesAndChangesOf(
  db: Executor,
  entryIds: readonly string[],
): Promise<(EventRecord & { readonly entryId: string })[]> {
  const rows = await db
    .withTables<EventsTables>()
    .selectFrom('events')
    .selectAll()
    .where('entry_id', '=', sql<string>`any(${entryIds}::uuid[])`)
    .where('kind', 'in', ['entry.moved', 'entry.changed'])
    .orderBy('id')
    .execute()
  return rows
    .map(toRecord)
    .flatMap((event) => (event.entryId === null ? [] : [{ ...event, entryId: event.entryId }]))
}

/** The latest move of an entry by one of these transitions. */
export async function lastMove(
  db: Executor,
  entryId: string,
  transitions: readonly string[],
): Promise<EventRecord<'entry.moved'> | undefined> {
  const row = await db
    .withTables<EventsTables>()
    .selectFrom('events')
    .selectAll()
    .where('entry_id', '=', entryId)
    .where('kind', '=', 'entry.moved')
    .where(sql<string>`payload ->> 'transition'`, '=', sql<string>`any(${transitions})`)
    .orderBy('id', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (toRecord(row) as EventRecord<'entry.moved'>) // of that kind, as asked
}

function toRecord(row: Selectable<EventsTables['events']>): EventRecord {
  return {
    id: row.id,
    at: row.at,
    // The journal is written by `recordEvent` alone, which types kind and payload together.
    kind: row.kind as EventKind,
    entryId: row.entry_id,
    collection: row.collection as CollectionRef | null,
    actor: { kind: row.actor_kind as EventActor['kind'], id: row.actor_id, name: row.actor_name },
    payload: row.payload as EventPayloads[EventKind],
  }
}

/** Who made an entry and when, as it was remembered. */
export type Creator = { readonly name: string | null; readonly at: Date }

/** The makers of entries, by the id of each. */
export async function creatorsOf(db: Executor, entryIds: readonly string[]): Promise<Map<string, Creator>> {
  if (entryIds.length === 0) return new Map()
  const rows = await db
    .withTables<EventsTables>()
    .selectFrom('events')
    .select(['entry_id', 'actor_name', 'at'])
    .where('entry_id', '=', sql<string>`any(${entryIds}::uuid[])`)
    .where('kind', '=', 'entry.created')
    .execute()
  return new Map(
    rows.flatMap(({ entry_id, actor_name, at }) => (entry_id ? [[entry_id, { name: actor_name, at }]] : [])),
  )
}
