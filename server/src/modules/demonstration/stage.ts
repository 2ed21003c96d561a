// SPDX-License-Identifier: MIT
import type { Clock } from '../../platform/clock.ts'
import type { Platform } from '../../platform/context.ts'
import type { Jobs } from '../../platform/jobs/jobs.ts'
import type { Outgoing } from '../../platform/outgoing/outgoing.ts'
import { followClocks } from '../clocks/index.ts'
import { dispatchQueue } from '../events/index.ts'
import { advanceQueue, dispatchEvents, takeUpRuns } from '../flows/index.ts'
import { deliveryQueue } from '../notifications/index.ts'
import { completeTasksOf } from '../tasks/index.ts'

/** A platform whose clock is moved by hand, and on which what follows from a fact happens when it is told to. */
export type Stage = {
  readonly platform: Platform
  /** Sets the time from which the stage goes on. Nothing that waits is woken. */
  setTime(at: Date): void
  /** Lets the time pass until then: each wait that ends meanwhile is taken up at its own time, in their order. */
  passUntil(at: Date): Promise<void>
  /** Lets the flows answer, at the time of the stage, to all that happened since. */
  settle(): Promise<void>
}

type Wait = { readonly runId: string; readonly until: Date }

/**
 * The platform on which a demonstration is played: the past is written with the dates of the past. Mails are written
 * to the outbox and never sent. Waits that end in the past end on the stage: left to the real queue, their reminders
 * would all be written today, about what was answered long ago. Other work is left to the real queue.
 */
export function createStage(real: Platform): Stage {
  let now = real.clock.now()
  const present = now
  let events: number[] = []
  let waits: Wait[] = []
  const clock: Clock = { now: () => now }
  /** Whether the stage keeps this work to itself. Facts are written by `recordEvents` alone. */
  const keeps = (queue: string, data: readonly object[], startAfter?: Date | number): boolean => {
    if (queue === dispatchQueue) events.push(...(data as { eventId: number }[]).map(({ eventId }) => eventId))
    const isPastWait = queue === advanceQueue && startAfter instanceof Date && startAfter <= present
    if (isPastWait)
      waits.push(...(data as { runId: string }[]).map(({ runId }) => ({ runId, until: startAfter })))
    return queue === dispatchQueue || queue === deliveryQueue || isPastWait
  }
  const jobs: Jobs = {
    ...boundJobs(real.jobs),
    send: async (tx, queue, data, options) =>
      keeps(queue, [data], options?.startAfter) ? null : real.jobs.send(tx, queue, data, options),
    sendMany: async (tx, queue, data) =>
      keeps(queue, data) ? undefined : real.jobs.sendMany(tx, queue, data),
  }
  const platform: Platform = { ...real, clock, jobs }

  async function settle(): Promise<void> {
    while (events.length > 0) {
      const ids = events
      events = []
      await dispatchEvents(platform, [completeTasksOf, followClocks], ids)
    }
  }

  return {
    platform,
    settle,
    setTime: (at) => {
      now = at
    },
    passUntil: async (at) => {
      for (let due = dueFirst(waits, at); due; due = dueFirst(waits, at)) {
        const ended = due
        waits = waits.filter((wait) => wait !== ended)
        now = ended.until
        await takeUpRuns(platform, callsNobody, [ended.runId])
        await settle()
      }
      now = at
    },
  }
}

function dueFirst(waits: readonly Wait[], at: Date): Wait | undefined {
  return waits
    .filter(({ until }) => until <= at)
    .toSorted((a, b) => a.until.getTime() - b.until.getTime())
    .at(0)
}

/** Calls to the outside are queued without a date, and so are the real queue's. */
const callsNobody: Outgoing = () => Promise.reject(new Error('nothing is called from a stage'))

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
