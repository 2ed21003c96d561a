// SPDX-License-Identifier: MIT
import { addDays } from '../identifiers/iso-date.ts'
import { acceptanceClock } from './acceptance-clock.ts'
import type { ClockEvent, ClockReading, ClockRules, Day } from './clock.ts'
import { endIfCompletedOn, endOf, initialPosition, type Position } from './clock-position.ts'
import { daysBetween } from './period.ts'
import { rejectionClock } from './rejection-clock.ts'

/** How one regime moves: by a fact, and by the end of a day on which nobody did anything. */
export type ClockAlgorithm = {
  take(rules: ClockRules, position: Position, event: ClockEvent): Position
  endDay(rules: ClockRules, position: Position, day: Day): Position
}

/**
 * The ledger of a request on a day: what each fact did to the period after which silence decides, and where it stands.
 *
 * Pure: facts come in as calendar days of the body, whatever their order; those after `today` are not known yet. The
 * lines dated before a day are the same whatever later day it is read. Two clocks, since the law has two: a refusal by
 * silence runs from the first receipt and is suspended while documents are awaited, at most for the time given; an
 * acceptance by silence runs only from receipt by the competent authority and from completeness (CRPA, art. L114-3 and
 * L114-5, read on 2026-11-21).
 */
export function readClock(rules: ClockRules, events: readonly ClockEvent[], today: Day): ClockReading {
  const known = events
    .filter(({ on }) => on <= today)
    .toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))
  const algorithm = rules.silence === 'accepts' ? acceptanceClock : rejectionClock
  let position = initialPosition
  for (const event of known) {
    position = algorithm.endDay(rules, position, addDays(event.on, -1))
    position = algorithm.take(rules, position, event)
  }
  return toReading(rules, algorithm.endDay(rules, position, addDays(today, -1)), today)
}

function toReading(rules: ClockRules, position: Position, today: Day): ClockReading {
  const { lines, startedOn, suspension, closed } = position
  const state = rules.silence === 'none' && position.state !== 'stopped' ? 'none' : position.state
  const dueOn = state === 'none' || state === 'stopped' ? null : endOf(rules, position)
  const suspended = state === 'suspended' && suspension !== null
  const dueIfCompletedNow = suspended ? endIfCompletedOn(rules, position, today) : null
  const lastDay = dueIfCompletedNow ?? dueOn
  return {
    lines,
    state,
    startedOn,
    dueOn,
    dueIfCompletedNow,
    daysLeft: lastDay === null || state === 'expired' ? null : daysBetween(today, lastDay),
    suspendedDays: position.suspendedDays + (suspended ? daysBetween(suspension.from, today) : 0),
    completeBy: suspension?.completeBy ?? null,
    closed,
  }
}
