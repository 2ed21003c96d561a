// SPDX-License-Identifier: MIT
import { collectionRef } from '@guichet/engine'
import { instantAfter } from '../durations.ts'
import { all, each, entryGone, type Outcome, type Perform, type StepOf } from '../outcome.ts'
import type { Run, RunSession } from '../run-session.ts'
import type { Condition } from '@guichet/engine'

/** Takes the branch of each run by one look at all their entries. */
export const performCondition: Perform<StepOf<'condition'>> = async (session, step, runs) => {
  const holding = await entriesHolding(session, runs, step.when)
  return new Map(
    runs.map(({ row }): [string, Outcome] => {
      const holds = holding.has(row.entry_id)
      return [row.id, { kind: 'done', branch: holds ? 'then' : 'otherwise', output: { holds } }]
    }),
  )
}

/** Waits for the time of the step to pass, from the instant the run reached it. */
export const performWait: Perform<StepOf<'wait'>> = async ({ platform }, step, runs) => {
  const now = platform.clock.now()
  return each(runs, async ({ row }) => {
    if (row.status !== 'waiting' || row.step !== step.key) {
      return { kind: 'wait', until: instantAfter(now, step.for), watches: false }
    }
    return row.wake_at === null || row.wake_at <= now
      ? { kind: 'done' }
      : { kind: 'wait', until: row.wake_at, watches: false }
  })
}

/**
 * Goes on as soon as the condition holds on the entry, or when the longest time has passed; `holds` of its output
 * tells which.
 *
 * The entry is locked first. Without it, a change that commits between our look and our commit would find nobody
 * waiting, and we would never hear of it.
 */
export const performWaitUntil: Perform<StepOf<'wait-until'>> = async (session, step, runs) => {
  const now = session.platform.clock.now()
  const gone = new Set<string>()
  for (const run of runs) if (!(await session.lockEntryOf(run))) gone.add(run.row.id)
  const holding = await entriesHolding(session, runs, step.when)
  return each(runs, async ({ row }) => {
    if (gone.has(row.id)) return entryGone
    if (holding.has(row.entry_id)) return { kind: 'done', output: { holds: true } }
    const waiting = row.status === 'waiting' && row.step === step.key
    if (waiting && row.wake_at !== null && row.wake_at <= now)
      return { kind: 'done', output: { holds: false } }
    const longest = step.atMost ? instantAfter(now, step.atMost) : null
    return { kind: 'wait', until: waiting ? row.wake_at : longest, watches: true }
  })
}

export const performEnd: Perform<StepOf<'end'>> = async (_, __, runs) => all(runs, { kind: 'end' })

/** Ids of the runs' entries on which the condition holds. The runs follow the same release and flow. */
async function entriesHolding(
  session: RunSession,
  runs: readonly Run[],
  condition: Condition,
): Promise<ReadonlySet<string>> {
  const [first] = runs
  if (!first) return new Set()
  const collection = collectionRef(first.flow.on.collection, first.release.solution.key)
  return session.idsWhere(
    first.release,
    collection,
    runs.map(({ row }) => row.entry_id),
    condition,
  )
}
