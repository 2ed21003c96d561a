// SPDX-License-Identifier: MIT
import { type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { SavedViewsTables } from './saved-views.tables.ts'

type Executor = Db | Tx
export type SavedViewRow = Selectable<SavedViewsTables['saved_views']>

export async function insertSavedView(executor: Executor, row: SavedViewRow): Promise<void> {
  await executor
    .withTables<SavedViewsTables>()
    .insertInto('saved_views')
    .values({ ...row, asked: JSON.stringify(row.asked) })
    .execute()
}

/** Those of the person, then those of the roles, by title. */
export async function savedViewsOf(
  executor: Executor,
  { personId, roles }: { personId: string; roles: readonly string[] },
): Promise<SavedViewRow[]> {
  return executor
    .withTables<SavedViewsTables>()
    .selectFrom('saved_views')
    .selectAll()
    .where('deleted_at', 'is', null)
    .where((where) =>
      where.or([
        where.and([where('role', 'is', null), where('person_id', '=', personId)]),
        where('role', '=', sql<string>`any(${roles}::text[])`),
      ]),
    )
    .orderBy('role', (order) => order.asc().nullsFirst())
    .orderBy(sql`title collate public.french`)
    .limit(200)
    .execute()
}

/** One of them, deleted or not; the caller decides who may touch it. */
export async function savedViewById(executor: Executor, id: string): Promise<SavedViewRow | undefined> {
  return executor
    .withTables<SavedViewsTables>()
    .selectFrom('saved_views')
    .selectAll()
    .where('id', '=', id)
    .executeTakeFirst()
}

export async function updateSavedView(
  executor: Executor,
  id: string,
  change: { title?: string; deleted_at?: Date | null; updated_at: Date },
): Promise<void> {
  await executor
    .withTables<SavedViewsTables>()
    .updateTable('saved_views')
    .set(change)
    .where('id', '=', id)
    .execute()
}
