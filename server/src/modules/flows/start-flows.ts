// SPDX-License-Identifier: MIT
import type { Platform } from '../../platform/context.ts'
import { together } from '../../platform/jobs/together.ts'
import type { Outgoing } from '../../platform/outgoing/outgoing.ts'
import { dispatchQueue } from '../events/index.ts'
import { followClocks } from '../clocks/index.ts'
import { completeTasksOf } from '../tasks/index.ts'
import { advanceQueue } from './advance-queue.ts'
import { dispatchEvents, type EventListener } from './dispatch-events.ts'
import { sweepRuns, takeUpRuns } from './take-up-runs.ts'

const sweepQueue = 'flows.sweep'

export type FlowsOptions = {
  /** Makes the calls of flows; refuses private addresses but those the configuration allows. */
  readonly outgoing: Outgoing
  /** What else is done for each event. */
  readonly listeners?: readonly EventListener[]
  /** As many events as are dispatched in one transaction, 100 unless told. */
  readonly batchSize?: number
}

/**
 * Begins to hand events to the flows, to the tasks and to further listeners, and to take up runs that waited.
 */
export async function startFlows(
  platform: Platform,
  { outgoing, listeners = [], batchSize = 100 }: FlowsOptions,
): Promise<void> {
  const all = [completeTasksOf, followClocks, ...listeners]
  const dispatch = together((ids: number[]) => dispatchEvents(platform, all, ids))
  const takeUp = together((ids: string[]) => takeUpRuns(platform, outgoing, ids))
  await platform.jobs.work<{ eventId: number }>(
    dispatchQueue,
    { concurrency: batchSize, brief: true },
    ({ data }) => dispatch(data.eventId),
  )
  await platform.jobs.work<{ runId: string }>(advanceQueue, { concurrency: batchSize }, ({ data }) =>
    takeUp(data.runId),
  )
  await platform.jobs.work(sweepQueue, {}, () => sweepRuns(platform))
  await platform.jobs.schedule(sweepQueue, '*/10 * * * *')
}
