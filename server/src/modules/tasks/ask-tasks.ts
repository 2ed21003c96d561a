// SPDX-License-Identifier: MIT
import { type CollectionRef, type LocalizedText, system } from '@guichet/engine'
import { actingAs, type Context, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { type EventKind, type EventRecord, recordEvent } from '../events/index.ts'
import { cancelTasks, completeTasks, insertTasks, type TaskRow } from './tasks.queries.ts'

/** Of whom it is asked. */
export type Assignee =
  | { readonly kind: 'person' | 'organisation'; readonly id: string }
  | { readonly kind: 'role'; /** `solution.role` */ readonly role: string }
  | { readonly kind: 'mailbox'; readonly email: string }

export type NewTask = {
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

/** Asks for tasks, with their events, in the caller's transaction. Returns the ids of those that are new. */
export async function askTasks(tx: Tx, context: Context, tasks: readonly NewTask[]): Promise<string[]> {
  const at = context.clock.now()
  const written = await insertTasks(
    tx,
    tasks.map((task) => ({
      id: context.ids.next(),
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
      created_at: at,
      run_id: task.asker?.runId ?? null,
      step: task.asker?.step ?? null,
    })),
  )
  await tell(tx, context, 'task.created', written)
  return written.map(({ id }) => id)
}

/** Cancels open tasks, with their events, in the caller's transaction. */
export async function closeTasks(
  tx: Tx,
  context: Context,
  targets: readonly { entryId: string; task: string }[],
): Promise<string[]> {
  const cancelled = await cancelTasks(tx, targets, context.clock.now())
  await tell(tx, context, 'task.cancelled', cancelled)
  return cancelled.map(({ id }) => id)
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
  await tell(tx, actingAs(platform, system), 'task.done', done)
}

function isMove(event: EventRecord): event is EventRecord<'entry.moved'> {
  return event.kind === 'entry.moved'
}

async function tell(
  tx: Tx,
  context: Context,
  kind: Extract<EventKind, 'task.created' | 'task.done' | 'task.cancelled'>,
  tasks: readonly TaskRow[],
): Promise<void> {
  for (const { id, task, entry_id, collection } of tasks) {
    await recordEvent(tx, context, {
      kind,
      // Written by `askTasks`, which takes a collection reference.
      entry: { id: entry_id, collection: collection as CollectionRef },
      payload: { taskId: id, task },
    })
  }
}
