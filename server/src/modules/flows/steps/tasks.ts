// SPDX-License-Identifier: MIT
import type { Recipient } from '@guichet/engine'
import type { LoadedEntry } from '../../entries/index.ts'
import { addresseesOf } from '../../notifications/index.ts'
import { askTasks, type Assignee, closeTasks, type NewTask } from '../../tasks/index.ts'
import { instantAfter } from '../durations.ts'
import { all, entryGone, type Outcome, type Perform, type StepOf } from '../outcome.ts'
import type { Run, RunSession } from '../run-session.ts'

/** Asks one task of the assignee. A path or an applicant that leads to nobody asks nothing, and the run says so. */
export const performCreateTask: Perform<StepOf<'create-task'>> = async (session, step, runs) => {
  const now = session.platform.clock.now()
  const outcomes = new Map<string, Outcome>()
  const asking: { run: Run; task: NewTask }[] = []
  for (const run of runs) {
    const entry = await session.entryOf(run)
    const assignee = entry && (await assigneeOf(session, run, entry, step.assignee))
    if (!entry) outcomes.set(run.row.id, entryGone)
    else if (!assignee) outcomes.set(run.row.id, { kind: 'done', output: { asked: 0 } })
    else {
      const task = {
        context: session.contextOf(run),
        entry: { id: entry.id, collection: entry.collection },
        task: step.task,
        label: step.label,
        assignee,
        transition: step.transition,
        dueAt: step.dueIn && instantAfter(now, step.dueIn),
        asker: { runId: run.row.id, step: step.key },
      }
      asking.push({ run, task })
    }
  }
  const ids = await askTasks(
    session.tx,
    asking.map(({ task }) => task),
  )
  for (const [place, { run }] of asking.entries()) {
    outcomes.set(run.row.id, { kind: 'done', output: { asked: 1, taskId: ids.get(place) } })
  }
  return outcomes
}

/** Cancels the open tasks of that kind on the runs' entries. */
export const performCloseTasks: Perform<StepOf<'close-tasks'>> = async (session, step, runs) => {
  await closeTasks(
    session.tx,
    runs.map((run) => ({
      context: session.contextOf(run),
      entryId: run.row.entry_id,
      task: step.task,
    })),
  )
  return all(runs, { kind: 'done' })
}

/** A role as such, so that whoever holds it tomorrow sees the task; one person, body or mailbox otherwise. */
async function assigneeOf(
  session: RunSession,
  run: Run,
  entry: LoadedEntry,
  recipient: Recipient,
): Promise<Assignee | undefined> {
  if (recipient.kind === 'role') return { kind: 'role', role: `${run.row.solution}.${recipient.role}` }
  const [addressee] = await addresseesOf(session.book, entry, recipient)
  if (addressee && addressee.kind !== 'mailbox' && addressee.id !== null) {
    return { kind: addressee.kind, id: addressee.id }
  }
  if (addressee) return { kind: 'mailbox', email: addressee.email }
  // Someone without a mailbox can still be asked in the application.
  if (recipient.kind === 'applicant') return entry.owner ? { kind: 'person', id: entry.owner } : undefined
  if (recipient.kind !== 'path') return undefined
  const [id] = await session.book.entriesAt(entry, recipient.path)
  return id === undefined ? undefined : { kind: 'person', id }
}
