// SPDX-License-Identifier: MIT
import type { Queue } from 'pg-boss'

/** How the jobs of one queue are tried. */
export type QueueSettings = {
  /** Tries after the first, before the job is parked; 10 unless told, which is about two hours. */
  retries?: number
  /** Seconds before the first new try; doubled each time, up to `retryDelayMaxSeconds`. */
  retryDelaySeconds?: number
  retryDelayMaxSeconds?: number
  /** How long a handler may take before the job counts as lost. */
  timeoutSeconds?: number
  /** At most one job waiting or running per `singletonKey`. */
  exclusive?: boolean
}

const day = 86_400

/** Where jobs go that failed at every try. They stay a year, for somebody to look at them. */
export const parkedQueue = {
  name: 'parked',
  options: { retryLimit: 0, retentionSeconds: 365 * day },
} as const

/** The same settings as the queue library wants them. */
export function queueOptions(settings: QueueSettings): Omit<Queue, 'name'> {
  return {
    policy: settings.exclusive ? 'exclusive' : 'standard',
    retryLimit: settings.retries ?? 10,
    retryDelay: settings.retryDelaySeconds ?? 5,
    retryDelayMax: settings.retryDelayMaxSeconds ?? 3_600,
    retryBackoff: true,
    expireInSeconds: settings.timeoutSeconds ?? 300,
    // The shortest the library accepts: a job whose worker was killed is taken up again after it.
    heartbeatSeconds: 10,
    retentionSeconds: 90 * day,
    deleteAfterSeconds: 3 * day,
    deadLetter: parkedQueue.name,
  }
}
