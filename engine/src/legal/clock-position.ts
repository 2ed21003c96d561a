// SPDX-License-Identifier: MIT
import { addDays } from '../identifiers/iso-date.ts'
import { workingDayFrom } from './calendar.ts'
import type { ClockEffect, ClockEvent, ClockLine, ClockRules, ClockState, Day } from './clock.ts'
import { daysBetween, endOfPeriod } from './period.ts'

/** Where a clock stands between two facts. */
export type Position = {
  readonly state: ClockState
  readonly startedOn: Day | null
  /** Days of the suspensions that are over. */
  readonly suspendedDays: number
  /** The day the last suspension ended. */
  readonly resumedOn: Day | null
  /** What was asked for and has not come. */
  readonly suspension: { readonly from: Day; readonly completeBy: Day } | null
  /** The competent authority has the request, since that day. */
  readonly competentSince: Day | null
  /** How it was stopped: a request that was withdrawn, or decided, may be opened again. */
  readonly closed: boolean
  readonly lines: readonly ClockLine[]
}

export const initialPosition: Position = {
  state: 'waiting',
  startedOn: null,
  suspendedDays: 0,
  resumedOn: null,
  suspension: null,
  competentSince: null,
  closed: false,
  lines: [],
}

/** The last day to decide, from where the clock stands; null while it does not run. */
export function endOf(rules: ClockRules, position: Position): Day | null {
  const { state, suspension } = position
  if (state === 'suspended' && suspension) return endIfCompletedOn(rules, position, suspension.completeBy)
  return shifted(rules, position, position.suspendedDays, position.resumedOn)
}

/** The last day to decide, should what is missing come on a day. */
export function endIfCompletedOn(rules: ClockRules, position: Position, day: Day): Day | null {
  const { suspension, suspendedDays } = position
  const days = suspendedDays + (suspension ? daysBetween(suspension.from, day) : 0)
  return shifted(rules, position, days, suspension ? day : position.resumedOn)
}

/**
 * A suspension asked for between the end of the period and the working day it waits for would leave an end that lies
 * before the day it goes on: the end is never sooner than that day.
 */
function shifted(
  rules: ClockRules,
  { startedOn }: Position,
  days: number,
  resumedOn: Day | null,
): Day | null {
  if (startedOn === null || !rules.period) return null
  const counted = addDays(endOfPeriod(startedOn, rules.period), days)
  const end = resumedOn !== null && resumedOn > counted ? resumedOn : counted
  return rules.ends === 'working-day' ? workingDayFrom(end, rules.calendar) : end
}

/** The position with one more line, which tells the date that now holds. */
export function noted(
  rules: ClockRules,
  position: Position,
  fact: Pick<ClockLine, 'on' | 'event' | 'completeBy' | 'missing'>,
  effect: ClockEffect,
): Position {
  const isOver = position.state === 'stopped' || rules.silence === 'none'
  const line = { ...fact, effect, dueOn: isOver ? null : endOf(rules, position) }
  return { ...position, lines: [...position.lines, line] }
}

/** What a line says of a fact. */
export function factOfEvent(event: ClockEvent): Pick<ClockLine, 'on' | 'event' | 'completeBy' | 'missing'> {
  if (event.kind !== 'incomplete') return { on: event.on, event: event.kind }
  const { on, completeBy, missing } = event
  return { on, event: event.kind, completeBy, ...(missing !== undefined && { missing }) }
}

/** Silence has decided at the end of the last day: what comes later changes nothing to it. */
export function expireAt(rules: ClockRules, position: Position, day: Day): Position {
  if (position.state !== 'running' || rules.silence === 'none') return position
  const end = endOf(rules, position)
  if (end === null || end > day) return position
  return noted(rules, { ...position, state: 'expired' }, { on: end, event: 'expired' }, 'expired')
}

/** A decision or a withdrawal. After silence has decided it is told and closes the request, no more. */
export function stopped(rules: ClockRules, position: Position, event: ClockEvent): Position {
  const isOver = position.state === 'expired' || position.state === 'stopped'
  const next: Position = isOver
    ? { ...position, closed: true }
    : { ...position, state: 'stopped', suspension: null, closed: true }
  return noted(rules, next, factOfEvent(event), isOver ? 'none' : 'stopped')
}
