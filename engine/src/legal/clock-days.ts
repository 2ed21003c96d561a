// SPDX-License-Identifier: MIT
import { addDays } from '../identifiers/iso-date.ts'
import { isHoliday } from './calendar.ts'
import type { ClockEvent, ClockLine, ClockRules, ClockState, Day } from './clock.ts'
import { daysBetween } from './period.ts'
import { readClock } from './read-clock.ts'

/** One day of a ledger, as it stood in the evening. */
export type ClockDay = {
  readonly on: Day
  readonly state: ClockState
  /** What happened that day. */
  readonly lines: readonly ClockLine[]
  /** Days of the period gone by that evening; null while none runs. */
  readonly counted: number | null
  readonly isHoliday: boolean
}

/** As many days as a day-by-day reading gives: a ledger that lasts longer is read in its lines. */
export const mostClockDays = 400

/**
 * The ledger read day by day, from receipt to `until`, both included.
 *
 * A day counts when the clock runs in its evening, but for the one it starts on. The day that brings the documents
 * counts no more than those that waited for them.
 */
export function clockDays(rules: ClockRules, events: readonly ClockEvent[], until: Day): readonly ClockDay[] {
  const first = events.map(({ on }) => on).toSorted()[0]
  if (first === undefined || first > until) return []
  const length = Math.min(daysBetween(first, until), mostClockDays - 1)
  // Read on the morrow: what only time does is then told on its day.
  const all = readClock(rules, events, addDays(until, 1)).lines
  return Array.from({ length: length + 1 }, (_, at) => {
    const on = addDays(first, at)
    const evening = readClock(rules, events, on)
    const lines = all.filter((line) => line.on === on)
    const expires = lines.some(({ event }) => event === 'expired')
    return {
      on,
      state: expires ? 'expired' : evening.state,
      lines,
      counted: counted(evening.startedOn, evening.suspendedDays, { on, state: evening.state }),
      isHoliday: isHoliday(on, rules.calendar),
    }
  })
}

function counted(
  startedOn: Day | null,
  suspendedDays: number,
  { on, state }: { on: Day; state: ClockState },
): number | null {
  if (startedOn === null || (state !== 'running' && state !== 'suspended')) return null
  return daysBetween(startedOn, on) - suspendedDays
}
