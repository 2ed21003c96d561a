// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { nextAttemptAt, patientBackoff } from './backoff.ts'

const now = new Date('2026-11-20T08:00:00Z')

it('tries again after 15 seconds, then ever later', () => {
  const delays = [1, 2, 3, 4, 5, 6, 7].map(
    (attempt) => (nextAttemptAt(now, attempt)?.getTime() ?? 0) - now.getTime(),
  )
  expect(delays.map((delay) => delay / 1000)).toEqual([15, 60, 240, 960, 3840, 15_360, 21_600])
})

it('stops after the last attempt', () => {
  expect(nextAttemptAt(now, patientBackoff.attempts)).toBeUndefined()
})
