// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import { tableName } from '@guichet/engine'
import { type Insertable, type RawBuilder, type Selectable, sql } from 'kysely'
import type { Db, Tx } from '../../platform/db/database.ts'
import type { TasksTables } from './tasks.tables.ts'

export type TaskRow = Selectable<TasksTables['tasks']>

/** Writes tasks and returns those written: a task of a step that was performed before is there already. */
export async function insertTasks(
  tx: Tx,
  tasks: readonly Insertable<TasksTables['tasks']>[],
): Promise<TaskRow[]> {
  if (tasks.length === 0) return []
  return tx
    .withTables<TasksTables>()
    .insertInto('tasks')
    .values(tasks)
    .onConflict((conflict) => conflict.columns(['run_id', 'step']).doNothing())
    .returningAll()
    .execute()
}

/** Ends as done the open tasks of entries on which their transition was taken. */
export async function completeTasks(
  tx: Tx,
  moves: readonly { entryId: string; transition: string }[],
  at: Date,
): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    update public.tasks as t set done_at = ${at}
    from unnest(${moves.map((move) => move.entryId)}::uuid[], ${moves.map((move) => move.transition)}::text[])
      as taken (entry_id, transition)
    where t.entry_id = taken.entry_id and t.transition = taken.transition
      and t.done_at is null and t.cancelled_at is null
    returning t.*
  `.execute(tx)
  return rows
}

/** Cancels the open tasks of these kinds on these entries. */
export async function cancelTasks(
  tx: Tx,
  targets: readonly { entryId: string; task: string }[],
  at: Date,
): Promise<TaskRow[]> {
  const { rows } = await sql<TaskRow>`
    update public.tasks as t set cancelled_at = ${at}
    from unnest(${targets.map(({ entryId }) => entryId)}::uuid[], ${targets.map(({ task }) => task)}::text[])
      as target (entry_id, task)
    where t.entry_id = target.entry_id and t.task = target.task and t.done_at is null and t.cancelled_at is null
    returning t.*
  `.execute(tx)
  return rows
}

/** Open tasks are listed by due date, those without one last, then by age. */
export type TaskCursor = { readonly dueAt: Date | null; readonly id: string }

export type Assignees = {
  readonly personId: string
  readonly organisations: readonly string[]
  readonly roles: readonly string[]
}

/** Rows of a collection that the actor may read, as SQL on the alias `d`. */
export type ReadableRows = { readonly collection: CollectionRef; readonly condition: RawBuilder<boolean> }

/**
 * Open tasks of these assignees, on entries that satisfy the actor's rights. A UNION of two index paths: an OR over
 * both would read the whole index for people who have little to do.
 */
export async function openTasks(
  db: Db,
  assignees: Assignees,
  readable: readonly ReadableRows[],
  page: { after?: TaskCursor | undefined; limit: number },
): Promise<(TaskRow & { entry_title: string; entry_number: string | null })[]> {
  if (readable.length === 0) return []
  const due = sql`coalesce(t.due_at, 'infinity'::timestamptz)`
  const open = sql`t.done_at is null and t.cancelled_at is null`
  const beyond = page.after
    ? sql`and (${due}, t.id) > (${page.after.dueAt ?? sql`'infinity'`}::timestamptz, ${page.after.id}::uuid)`
    : sql``
  const mayRead = sql.join(
    readable.map(
      ({ collection, condition }) => sql`(t.collection = ${collection} and exists (
        select from ${sql.id('data', tableName(collection))} as d
        where d.id = t.entry_id and d.deleted_at is null and ${condition}))`,
    ),
    sql` or `,
  )
  const path = (assigned: RawBuilder<unknown>) => sql`(
    select t.* from public.tasks as t where ${open} and ${assigned} ${beyond} and (${mayRead})
    order by ${due}, t.id limit ${page.limit})`
  const { rows } = await sql<TaskRow & { entry_title: string; entry_number: string | null }>`
    select t.*, e.title as entry_title, e.number as entry_number from (
      ${path(sql`t.assignee_id = any(${[assignees.personId, ...assignees.organisations]}::uuid[])`)}
      union
      ${path(sql`t.assignee_role = any(${assignees.roles}::text[])`)}
    ) as t join public.entries as e on e.id = t.entry_id
    order by ${due}, t.id limit ${page.limit}
  `.execute(db)
  return rows
}

/** The open tasks of one entry, oldest first. */
export async function openTasksOf(db: Db, entryId: string): Promise<TaskRow[]> {
  return db
    .withTables<TasksTables>()
    .selectFrom('tasks')
    .selectAll()
    .where('entry_id', '=', entryId)
    .where('done_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .orderBy('id')
    .execute()
}
