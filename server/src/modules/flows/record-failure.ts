// SPDX-License-Identifier: MIT
import { nextAttemptAt } from '../../platform/backoff.ts'
import type { Platform } from '../../platform/context.ts'
import { advanceQueue } from './advance-queue.ts'
import { lockRuns, saveRuns, saveSteps } from './flows.queries.ts'
import { judgeFailure } from './run-error.ts'

/**
 * Records that the step a run stands at failed, and when it is tried again; parks the run when no further try can
 * help. `attempt` is the number of the attempt when it was counted beforehand, as calls are.
 *
 * A run that has moved on meanwhile is left alone.
 */
export async function recordFailure(
  platform: Platform,
  runId: string,
  thrown: unknown,
  attempt?: number,
): Promise<void> {
  platform.log.warn({ run: runId, err: thrown }, 'a step of a run failed')
  const { error, again } = judgeFailure(thrown)
  const now = platform.clock.now()
  await platform.db.transaction().execute(async (tx) => {
    const [row] = await lockRuns(tx, [runId])
    if (!row || row.step === null || (attempt !== undefined && row.attempt !== attempt)) return
    const made = attempt ?? row.attempt + 1
    const wakeAt = again ? nextAttemptAt(now, made) : undefined
    const { id, step } = row
    // A parked run looks at nothing until somebody takes it up again.
    const watches = row.watches && wakeAt !== undefined
    await saveSteps(tx, [{ runId: id, step, status: 'failed', attempt: made, at: now }])
    await saveRuns(
      tx,
      [
        {
          id,
          step,
          watches,
          error,
          attempt: made,
          wakeAt: wakeAt ?? null,
          status: wakeAt ? 'failed' : 'parked',
        },
      ],
      now,
    )
    if (wakeAt) await platform.jobs.send(tx, advanceQueue, { runId: id }, { startAfter: wakeAt })
  })
}
