// SPDX-License-Identifier: MIT

/** How often, and how far apart, something that failed is tried again. */
export type Backoff = {
  readonly firstMs: number
  readonly factor: number
  readonly maxMs: number
  readonly attempts: number
}

/** 15 s, 1 min, 4 min, 16 min, 1 h, 4 h, 6 h: some twelve hours, a night of maintenance of the other side. */
export const patientBackoff: Backoff = { firstMs: 15_000, factor: 4, maxMs: 6 * 3_600_000, attempts: 8 }

/** When to try again after the failed attempt of that number (from 1), or `undefined` when it was the last. */
export function nextAttemptAt(
  now: Date,
  attempt: number,
  backoff: Backoff = patientBackoff,
): Date | undefined {
  if (attempt >= backoff.attempts) return undefined
  const delay = Math.min(backoff.firstMs * backoff.factor ** (attempt - 1), backoff.maxMs)
  return new Date(now.getTime() + delay)
}
