// SPDX-License-Identifier: MIT
import type { Clock } from '../../platform/clock.ts'
import type { Platform } from '../../platform/context.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import { dispatchQueue } from '../events/index.ts'
import { dispatchEvents } from '../flows/index.ts'
import { deliveryQueue } from '../notifications/index.ts'
import { completeTasksOf } from '../tasks/index.ts'

/** A platform whose clock is moved by hand, and on which what follows from a fact happens when it is told to. */
export type Stage = {
  readonly platform: Platform
  setTime(at: Date): void
  /** Lets the flows answer, at the time of the stage, to all that happened since. */
  settle(): Promise<void>
}

/**
 * The platform on which a demonstration is played: the past is written with the dates of the past. Mails are written
 * to the outbox and never sent; other work is left to the real queue.
 */
export function createStage(real: Platform): Stage {
  let now = real.clock.now()
  let events: number[] = []
  const clock: Clock = { now: () => now }
  /** Whether the stage keeps this work to itself. Facts are written by `recordEvents` alone. */
  const keeps = (queue: string, data: readonly object[]): boolean => {
    if (queue === dispatchQueue) events.push(...(data as { eventId: number }[]).map(({ eventId }) => eventId))
    return queue === dispatchQueue || queue === deliveryQueue
  }
  const jobs: Jobs = {
    ...boundJobs(real.jobs),
    send: async (tx, queue, data, options) =>
      keeps(queue, [data]) ? null : real.jobs.send(tx, queue, data, options),
    sendMany: async (tx, queue, data) =>
      keeps(queue, data) ? undefined : real.jobs.sendMany(tx, queue, data),
  }
  const platform: Platform = { ...real, clock, jobs }
  return {
    platform,
    setTime: (at) => {
      now = at
    },
    settle: async () => {
      while (events.length > 0) {
        const ids = events
        events = []
        await dispatchEvents(platform, [completeTasksOf], ids)
      }
    },
  }
}

function boundJobs(jobs: Jobs): Jobs {
  return {
    send: (...all) => jobs.send(...all),
    sendMany: (...all) => jobs.sendMany(...all),
    work: (...all) => jobs.work(...all),
    schedule: (...all) => jobs.schedule(...all),
    start: () => jobs.start(),
    stop: () => jobs.stop(),
    listParked: () => jobs.listParked(),
    sendAgain: (ids) => jobs.sendAgain(ids),
    counts: () => jobs.counts(),
  }
}
