// SPDX-License-Identifier: MIT
import { nextStep, type Step, stepAt } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import { advanceQueue } from './advance-queue.ts'
import {
  lockRuns,
  type RunPosition,
  type RunRow,
  saveRuns,
  saveSteps,
  type StepRecord,
} from './flows.queries.ts'
import type { Outcome } from './outcome.ts'
import { performStep } from './perform-step.ts'
import { recordFailure } from './record-failure.ts'
import { openSession, type Run, type RunAt, type RunSession, takeInHand } from './run-session.ts'

/** How far to go in one transaction: until each run stops, or one step. */
export type Reach = 'as far as possible' | 'one step'

/** What an outside call gave, for the run that stands at it. */
export type CallAnswer = { readonly runId: string; readonly output: unknown }

/**
 * Advances locked runs in the caller's transaction, until each waits, calls outside, or ends. Runs that stand at the
 * same step of the same flow are performed together, and everything is written at the end, in a few statements.
 *
 * Throws when any step of any run fails: nothing of what they did remains, and the caller takes them one by one.
 * Returns the runs that have a further step at hand, when the reach is one step.
 */
export async function advanceRuns(
  session: RunSession,
  rows: readonly RunRow[],
  { reach = 'as far as possible', answer }: { reach?: Reach; answer?: CallAnswer } = {},
): Promise<{ unfinished: string[] }> {
  const now = session.platform.clock.now()
  const records: StepRecord[] = []
  const positions: RunPosition[] = []
  let front = await standing(session.platform, rows, positions)
  let further: RunAt[] = []
  await session.prepare(front.flatMap(({ run, step }) => (readsEntry(step) ? [run.row.entry_id] : [])))
  while (front.length > 0) {
    further = []
    for (const cohort of cohortsOf(front)) {
      const outcomes = await outcomesOf(session, cohort, answer)
      for (const run of cohort.runs) {
        const outcome = outcomes.get(run.row.id)
        if (!outcome) throw new Error(`step ${cohort.step.key} left a run without outcome`)
        if (outcome.kind === 'wait' && isWaitingAt(run, cohort.step)) continue
        records.push(recordOf(run, cohort.step, outcome, now))
        if (outcome.kind === 'done') session.rememberOutput(run, cohort.step.key, outcome.output)
        const next = outcome.kind === 'done' ? nextStep(run.flow, cohort.step.key, outcome.branch) : undefined
        if (next) further.push({ run, step: next })
        else positions.push(stoppedAt(run, cohort.step, outcome, now))
      }
    }
    front = reach === 'one step' ? [] : further
  }
  const unfinished = reach === 'one step' ? further : []
  positions.push(...unfinished.map(({ run, step }) => runningAt(run, step, now)))
  await saveSteps(session.tx, records)
  await saveRuns(session.tx, positions, now)
  await wakeLater(session, positions)
  return { unfinished: unfinished.map(({ run }) => run.row.id) }
}

/**
 * Advances one run step by step, each in a transaction of its own: what was done before a failing step stays done,
 * and the failure is recorded at its step. A run that is not due is left alone, but one that watches its entry looks.
 */
export async function advanceAlone(platform: Platform, runId: string): Promise<void> {
  for (;;) {
    try {
      const unfinished = await platform.db.transaction().execute(async (tx) => {
        const rows = await lockRuns(tx, [runId])
        const now = platform.clock.now()
        const ready = rows.filter((row) => isDue(row, now) || row.watches)
        return (await advanceRuns(openSession(tx, platform), ready, { reach: 'one step' })).unfinished
      })
      if (unfinished.length === 0) return
    } catch (error) {
      await recordFailure(platform, runId, error)
      return
    }
  }
}

/** Whether a run's time has come. One that calls outside is not advanced, but called for. */
export function isDue({ status, wake_at }: RunRow, now: Date): boolean {
  if (status === 'running') return true
  return (status === 'waiting' || status === 'failed') && wake_at !== null && wake_at <= now
}

async function standing(
  platform: Platform,
  rows: readonly RunRow[],
  positions: RunPosition[],
): Promise<RunAt[]> {
  const front: RunAt[] = []
  for (const row of rows) {
    const run = await takeInHand(platform, row)
    const step = run && row.step !== null ? stepAt(run.flow, row.step) : undefined
    if (run && step) front.push({ run, step })
    else {
      const error = { code: 'step-unknown' as const, ...(row.step !== null && { detail: row.step }) }
      positions.push({ ...positionOf(row), status: 'parked', error })
    }
  }
  return front
}

/** Steps that look at their condition in SQL, or at nothing, need no entry at hand; some lock it anew. */
function readsEntry({ kind }: Step): boolean {
  return kind === 'notify' || kind === 'create-task'
}

type Cohort = { readonly step: Step; readonly runs: Run[] }

function cohortsOf(front: readonly RunAt[]): Cohort[] {
  const cohorts = new Map<string, Cohort>()
  for (const { run, step } of front) {
    const key = `${run.release.id} ${run.row.flow} ${step.key}`
    const cohort = cohorts.get(key) ?? { step, runs: [] }
    cohorts.set(key, cohort)
    cohort.runs.push(run)
  }
  return [...cohorts.values()]
}

async function outcomesOf(
  session: RunSession,
  { step, runs }: Cohort,
  answer: CallAnswer | undefined,
): Promise<ReadonlyMap<string, Outcome>> {
  if (answer && step.kind === 'call-http' && runs.length === 1 && runs[0]?.row.id === answer.runId) {
    return new Map([[answer.runId, { kind: 'done', output: answer.output }]])
  }
  return performStep(session, step, runs)
}

function recordOf({ row }: Run, step: Step, outcome: Outcome, at: Date): StepRecord {
  const status = outcome.kind === 'wait' ? 'waiting' : outcome.kind === 'call' ? 'calling' : 'done'
  // A call was counted when it was claimed.
  const before = row.step === step.key ? row.attempt : 0
  const attempt = row.status === 'calling' ? before : before + 1
  const output = 'output' in outcome ? outcome.output : undefined
  return { runId: row.id, step: step.key, status, attempt, at, output }
}

/** Still waiting: its row and its timer are as they were. */
function isWaitingAt({ row }: Run, step: Step): boolean {
  return row.status === 'waiting' && row.step === step.key
}

function positionOf(row: RunRow): RunPosition {
  const { id, status, step, attempt } = row
  return { id, status, step, attempt, wakeAt: null, watches: false }
}

function runningAt(run: Run, step: Step, now: Date): RunPosition {
  return { ...positionOf(run.row), status: 'running', step: step.key, attempt: 0, wakeAt: now }
}

function stoppedAt(run: Run, step: Step, outcome: Outcome, now: Date): RunPosition {
  const attempt = run.row.step === step.key ? run.row.attempt : 0
  const here = { ...positionOf(run.row), step: step.key, attempt }
  switch (outcome.kind) {
    case 'wait':
      return { ...here, status: 'waiting', wakeAt: outcome.until, watches: outcome.watches }
    case 'call':
      return { ...here, status: 'calling', wakeAt: now }
    case 'done':
    case 'end':
      return { ...here, status: 'done', step: null }
  }
}

/** Queues the taking up of runs that stop for a time, in the same transaction. */
async function wakeLater({ tx, platform }: RunSession, positions: readonly RunPosition[]): Promise<void> {
  const calls = positions.filter(({ status }) => status === 'calling')
  await platform.jobs.sendMany(
    tx,
    advanceQueue,
    calls.map(({ id }) => ({ runId: id })),
  )
  for (const { id, status, wakeAt } of positions) {
    if (status !== 'waiting' || wakeAt === null) continue
    await platform.jobs.send(tx, advanceQueue, { runId: id }, { startAfter: wakeAt })
  }
}
