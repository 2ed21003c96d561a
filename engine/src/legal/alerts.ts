// SPDX-License-Identifier: MIT
import { addDays } from '../identifiers/iso-date.ts'
import type { ClockReading, Day } from './clock.ts'
import { daysBetween } from './period.ts'

/** A date that those who handle a request are told of before it comes. */
export type ClockAlert = { readonly dueOn: Day; readonly daysBefore: number }

/**
 * The alert that a reading calls for on a day: of those whose time has come, the closest to the end. None while the
 * clock does not run, nor once it has expired or is closed. An alert that would come before the period itself is none.
 */
export function alertOn(
  reading: ClockReading,
  alertDays: readonly number[],
  today: Day,
): ClockAlert | undefined {
  const { state, startedOn, dueOn, closed } = reading
  if (state !== 'running' || startedOn === null || dueOn === null || closed || dueOn < today) return undefined
  const left = daysBetween(today, dueOn)
  const whole = daysBetween(startedOn, dueOn)
  const reached = alertDays.filter((days) => left <= days && days < whole).toSorted((a, b) => a - b)[0]
  return reached === undefined ? undefined : { dueOn, daysBefore: reached }
}

/**
 * The next day on which time alone changes something: an alert, the end of the time given to complete, or the morrow
 * of the last day. `undefined`: nothing happens unless somebody acts.
 */
export function nextLookOn(
  { state, dueOn, completeBy, closed }: ClockReading,
  alertDays: readonly number[],
  today: Day,
): Day | undefined {
  if (closed) return undefined
  if (state === 'suspended' && completeBy !== null) return later(addDays(completeBy, 1), today)
  if (state !== 'running' || dueOn === null) return undefined
  const days = [...alertDays.map((days) => addDays(dueOn, -days)), addDays(dueOn, 1)]
  return days.filter((day) => day > today).toSorted()[0]
}

function later(day: Day, today: Day): Day {
  return day > today ? day : addDays(today, 1)
}
