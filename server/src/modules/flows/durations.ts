// SPDX-License-Identifier: MIT
import type { Duration } from '@guichet/engine'

/** The instant a duration later. A day is 24 hours: what is awaited is a delay, not a calendar day. */
export function instantAfter(from: Date, { days = 0, hours = 0, minutes = 0 }: Duration): Date {
  return new Date(from.getTime() + ((days * 24 + hours) * 60 + minutes) * 60_000)
}
