// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import type { Outgoing } from '../../platform/outgoing/outgoing.ts'
import { advanceQueue } from './advance-queue.ts'
import { advanceAlone, advanceRuns, isDue } from './advance-runs.ts'
import { callOutside } from './call-outside.ts'
import { lockRuns, overdueRuns, type RunRow } from './flows.queries.ts'
import { openSession } from './run-session.ts'

/** How late a run must be before its job counts as lost. */
const overdueMs = 10 * 60_000

/**
 * Takes up runs whose time has come: the end of a wait, another try after a failure, an outside call. All in one
 * transaction, then one by one if any of them fails; calls afterwards, outside of it.
 */
export async function takeUpRuns(
  platform: Platform,
  outgoing: Outgoing,
  runIds: readonly string[],
): Promise<void> {
  const ids = [...new Set(runIds)]
  const rows = await advanceDue(platform, ids)
  const calls = rows.filter(({ status }) => status === 'calling')
  await Promise.all(calls.map(({ id }) => callOutside(platform, outgoing, id)))
}

/** Advances what is due and returns the rows as they were found. */
async function advanceDue(platform: Platform, ids: readonly string[]): Promise<RunRow[]> {
  let rows: RunRow[] = []
  try {
    await platform.db.transaction().execute(async (tx) => {
      rows = await lockRuns(tx, ids)
      const now = platform.clock.now()
      await advanceRuns(
        openSession(tx, platform),
        rows.filter((row) => isDue(row, now)),
      )
      for (const row of rows) {
        const early = row.status === 'waiting' || row.status === 'failed'
        // The clock of the database runs ahead of ours.
        if (early && row.wake_at !== null && row.wake_at > now) {
          await platform.jobs.send(tx, advanceQueue, { runId: row.id }, { startAfter: row.wake_at })
        }
      }
    })
  } catch (error) {
    platform.log.info({ err: error, runs: ids.length }, 'runs are taken up one by one')
    for (const id of ids) await advanceAlone(platform, id)
  }
  return rows
}

/** Queues again the runs whose job was lost, by a restored backup for instance. */
export async function sweepRuns(platform: Platform): Promise<void> {
  const before = new Date(platform.clock.now().getTime() - overdueMs)
  const ids = await overdueRuns(platform.db, before, 1_000)
  await platform.jobs.sendMany(
    platform.db,
    advanceQueue,
    ids.map((runId) => ({ runId })),
  )
}
