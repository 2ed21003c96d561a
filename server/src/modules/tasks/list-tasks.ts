// SPDX-License-Identifier: MIT
import { type CollectionRef, conditionFor, inLocale, mayDo } from '@guichet/engine'
import { z } from 'zod'
import type { Context } from '../../platform/context.ts'
import { conditionToSql } from '../../platform/db/condition-to-sql.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import { actorGrants, getEntry, sqlScope } from '../entries/index.ts'
import { openTasks, openTasksOf, type ReadableRows, type TaskCursor, type TaskRow } from './tasks.queries.ts'
import type { AssigneeKind } from './tasks.tables.ts'

/** Something asked of somebody, on an entry that the reader may read. */
export type Task = {
  readonly id: string
  readonly task: string
  readonly label: string
  readonly entryId: string
  readonly collection: CollectionRef
  /** Key of the transition that does it. */
  readonly transition: string | null
  readonly assignee: AssigneeKind
  readonly dueAt: Date | null
  readonly overdue: boolean
  readonly createdAt: Date
}

export type ListedTask = Task & { readonly entryTitle: string; readonly entryNumber: string | null }

/**
 * The open tasks of the acting person, of the organisations and of the roles it acts for: those due first come
 * first. A task on an entry the person may not read is not theirs to do, and is not shown.
 *
 * @throws Problem `sign-in-required`; `malformed-request` for a cursor that was not ours
 */
export async function listTasks(
  context: Context,
  query: { after?: string; limit?: number } = {},
): Promise<{ rows: ListedTask[]; next: string | null }> {
  const { actor } = context
  if (actor.kind !== 'person') throw problem('sign-in-required')
  const limit = Math.min(Math.max(query.limit ?? 50, 1), 200)
  const assignees = {
    personId: actor.personId,
    organisations: [...new Set(actor.roles.map(({ organisation }) => organisation))],
    roles: [...new Set(actor.roles.map(({ role }) => role))],
  }
  const rows = await openTasks(context.db, assignees, await readableRows(context), {
    after: query.after === undefined ? undefined : decodeCursor(query.after),
    limit: limit + 1,
  })
  const page = rows.slice(0, limit)
  const last = page.at(-1)
  return {
    rows: page.map((row) => ({
      ...toTask(context, row),
      entryTitle: row.entry_title,
      entryNumber: row.entry_number,
    })),
    next: rows.length > limit && last ? encodeCursor({ dueAt: last.due_at, id: last.id }) : null,
  }
}

/**
 * The open tasks of one entry, whoever they are asked of.
 *
 * @throws Problem `not-found` when the actor may not read the entry
 */
export async function tasksOf(context: Context, entryId: string): Promise<Task[]> {
  await getEntry(context.db, context, entryId)
  return (await openTasksOf(context.db, entryId)).map((row) => toTask(context, row))
}

/** The collections of which the actor may read some rows, with the condition on them. */
async function readableRows(context: Context): Promise<ReadableRows[]> {
  const definitions = await definitionsOf(context)
  return [...definitions.model.collections.keys()].flatMap((collection) => {
    const held = actorGrants(definitions, collection, context)
    if (!mayDo(held, 'read')) return []
    const condition = conditionToSql(
      conditionFor(held, 'read'),
      sqlScope(definitions, collection, context, 'd'),
    )
    return [{ collection, condition }]
  })
}

function toTask(context: Context, row: TaskRow): Task {
  return {
    id: row.id,
    task: row.task,
    label: inLocale(row.label, context.actor.locale),
    entryId: row.entry_id,
    // Written by `askTasks`, which takes a collection reference.
    collection: row.collection as CollectionRef,
    transition: row.transition,
    assignee: row.assignee_kind,
    dueAt: row.due_at,
    overdue: row.due_at !== null && row.due_at < context.clock.now(),
    createdAt: row.created_at,
  }
}

const cursorShape = z.tuple([z.iso.datetime().nullable(), z.uuid()])

function encodeCursor({ dueAt, id }: TaskCursor): string {
  return Buffer.from(JSON.stringify([dueAt?.toISOString() ?? null, id])).toString('base64url')
}

function decodeCursor(text: string): TaskCursor {
  try {
    const [dueAt, id] = cursorShape.parse(JSON.parse(Buffer.from(text, 'base64url').toString('utf8')))
    return { dueAt: dueAt === null ? null : new Date(dueAt), id }
  } catch {
    throw problem('malformed-request', { path: 'after' })
  }
}
