// SPDX-License-Identifier: MIT
import { type CollectionRef, type LocalizedText, system } from '@guichet/engine'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type EventRecord, recordEvents } from '../events/index.ts'
import { cancelTasks, completeTasks, insertTasks, type TaskRow } from './tasks.queries.ts'

/** Of whom it is asked. */
export type Assignee =
  | { readonly kind: 'person' | 'organisation'; readonly id: string }
  | { readonly kind: 'role'; /** `solution.role` */ readonly role: string }
  | { readonly kind: 'mailbox'; readonly email: string }

export type NewTask = {
  /** Who asks. */
  readonly context: Context
  readonly entry: { readonly id: string; readonly collection: CollectionRef }
  readonly task: string
  readonly label: LocalizedText
  readonly assignee: Assignee
  /** The transition that does it. Without one, only a flow closes the task. */
  readonly transition?: string | undefined
  readonly dueAt?: Date | undefined
  /** The step of a run that asks: performed again, it asks nothing more. */
  readonly asker?: { readonly runId: string; readonly step: string }
}

/**
 * Asks for tasks, with their events, in the caller's transaction.
 *
 * @returns the id of each new task, by its place in `tasks`; a task that its step had asked already has none
 */
export async function askTasks(tx: Tx, tasks: readonly NewTask[]): Promise<Map<number, string>> {
  const ids = tasks.map(({ context }) => context.ids.next())
  const written = await insertTasks(
    tx,
    tasks.map((task, place) => ({
      id: ids[place] ?? '',
      entry_id: task.entry.id,
      collection: task.entry.collection,
      task: task.task,
      label: JSON.stringify(task.label),
      assignee_kind: task.assignee.kind,
      assignee_id: 'id' in task.assignee ? task.assignee.id : null,
      assignee_role: 'role' in task.assignee ? task.assignee.role : null,
      assignee_email: 'email' in task.assignee ? task.assignee.email : null,
      transition: task.transition ?? null,
      due_at: task.dueAt ?? null,
      created_at: task.context.clock.now(),
      run_id: task.asker?.runId ?? null,
      step: task.asker?.step ?? null,
    })),
  )
  const places = new Map(written.map((row) => [ids.indexOf(row.id), row]))
  const asked = [...places].flatMap(([place, row]) => {
    const context = tasks[place]?.context
    return context ? [{ row, context }] : []
  })
  await tell(tx, 'task.created', asked)
  return new Map([...places].map(([place, { id }]) => [place, id]))
}

/** Cancels the open tasks of a kind on entries, with their events, in the caller's transaction. */
export async function closeTasks(
  tx: Tx,
  targets: readonly { readonly context: Context; readonly entryId: string; readonly task: string }[],
): Promise<void> {
  const [first] = targets
  if (!first) return
  const cancelled = await cancelTasks(tx, targets, first.context.clock.now())
  const by = new Map(targets.map(({ entryId, task, context }) => [`${entryId} ${task}`, context]))
  await tell(
    tx,
    'task.cancelled',
    cancelled.map((row) => ({ row, context: by.get(`${row.entry_id} ${row.task}`) ?? first.context })),
  )
}

/**
 * A task is done by the fact itself: the transition it asks for was taken on its entry, by whomever.
 *
 * A listener of events: called with each batch, and doing nothing the second time for the same event.
 */
export async function completeTasksOf(
  tx: Tx,
  platform: Platform,
  events: readonly EventRecord[],
): Promise<void> {
  const moves = events.filter(isMove).flatMap((event) => {
    const { entryId, payload } = event
    return entryId === null ? [] : [{ entryId, transition: payload.transition }]
  })
  if (moves.length === 0) return
  const done = await completeTasks(tx, moves, platform.clock.now())
  const context = actingAs(platform, system)
  await tell(
    tx,
    'task.done',
    done.map((row) => ({ row, context })),
  )
}

function isMove(event: EventRecord): event is EventRecord<'entry.moved'> {
  return event.kind === 'entry.moved'
}

async function tell(
  tx: Tx,
  kind: 'task.created' | 'task.done' | 'task.cancelled',
  tasks: readonly { readonly row: TaskRow; readonly context: Context }[],
): Promise<void> {
  await recordEvents(
    tx,
    tasks.map(({ row: { id, task, entry_id, collection }, context }) => ({
      context,
      kind,
      // Written by `askTasks`, which takes a collection reference.
      entry: { id: entry_id, collection: collection as CollectionRef },
      payload: { taskId: id, task },
    })),
  )
}
