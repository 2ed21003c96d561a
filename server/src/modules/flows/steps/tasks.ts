// SPDX-License-Identifier: MIT
import type { Recipient } from '@guichet/engine'
import type { LoadedEntry } from '../../entries/index.ts'
import { addresseesOf, entriesAt } from '../../notifications/index.ts'
import { askTasks, type Assignee, closeTasks } from '../../tasks/index.ts'
import { instantAfter } from '../durations.ts'
import { all, each, entryGone, type Perform, type StepOf } from '../outcome.ts'
import type { Run, RunSession } from '../run-session.ts'

/** Asks one task of the assignee. A path or an applicant that leads to nobody asks nothing, and the run says so. */
export const performCreateTask: Perform<StepOf<'create-task'>> = (session, step, runs) =>
  each(runs, async (run) => {
    const entry = await session.entryOf(run)
    if (!entry) return entryGone
    const assignee = await assigneeOf(session, run, entry, step.assignee)
    if (!assignee) return { kind: 'done', output: { asked: 0 } }
    const now = session.platform.clock.now()
    const [taskId] = await askTasks(session.tx, session.contextOf(run), [
      {
        entry: { id: entry.id, collection: entry.collection },
        task: step.task,
        label: step.label,
        assignee,
        transition: step.transition,
        dueAt: step.dueIn && instantAfter(now, step.dueIn),
        asker: { runId: run.row.id, step: step.key },
      },
    ])
    return { kind: 'done', output: { asked: 1, taskId } }
  })

/** Cancels the open tasks of that kind on the runs' entries. */
export const performCloseTasks: Perform<StepOf<'close-tasks'>> = async (session, step, runs) => {
  const [first] = runs
  if (!first) return new Map()
  const targets = runs.map(({ row }) => ({ entryId: row.entry_id, task: step.task }))
  await closeTasks(session.tx, session.contextOf(first), targets)
  return all(runs, { kind: 'done' })
}

/** A role as such, so that whoever holds it tomorrow sees the task; one person, body or mailbox otherwise. */
async function assigneeOf(
  session: RunSession,
  run: Run,
  entry: LoadedEntry,
  recipient: Recipient,
): Promise<Assignee | undefined> {
  const context = session.contextOf(run)
  if (recipient.kind === 'role') return { kind: 'role', role: `${run.row.solution}.${recipient.role}` }
  const [addressee] = await addresseesOf(session.tx, context, entry, recipient)
  if (addressee && addressee.kind !== 'mailbox' && addressee.id !== null) {
    return { kind: addressee.kind, id: addressee.id }
  }
  if (addressee) return { kind: 'mailbox', email: addressee.email }
  // Someone without a mailbox can still be asked in the application.
  if (recipient.kind === 'applicant') return entry.owner ? { kind: 'person', id: entry.owner } : undefined
  if (recipient.kind !== 'path') return undefined
  const [id] = await entriesAt(session.tx, context, entry, recipient.path)
  return id === undefined ? undefined : { kind: 'person', id }
}
