// SPDX-License-Identifier: MIT
import type { ClockEffect, ClockEvent, ClockRules, Day } from './clock.ts'
import { expireAt, factOfEvent, noted, type Position, stopped } from './clock-position.ts'
import type { ClockAlgorithm } from './read-clock.ts'

/**
 * Silence that accepts: the period runs only once the competent authority has the request and the request is complete.
 * Asking for something required interrupts it; a whole period starts on the day everything has come, however late
 * (CRPA, art. L114-3 and L114-5).
 */
export const acceptanceClock: ClockAlgorithm = {
  take(rules, position, event) {
    if (position.state === 'expired' && event.kind !== 'decided' && event.kind !== 'withdrawn') {
      return noted(rules, position, factOfEvent(event), 'none')
    }
    switch (event.kind) {
      case 'received':
        if (position.lines.length > 0) return noted(rules, position, factOfEvent(event), 'none')
        return rules.competent === 'body'
          ? atCompetent(rules, position, event)
          : awaiting(rules, position, event)
      case 'forwarded':
        return rules.competent === 'forwarded' && position.state !== 'stopped'
          ? atCompetent(rules, position, event)
          : noted(rules, position, factOfEvent(event), 'none')
      case 'incomplete':
        return interrupt(rules, position, event)
      case 'completed':
        return complete(rules, position, event)
      case 'decided':
      case 'withdrawn':
        return stopped(rules, position, event)
      case 'reopened':
        return position.state === 'stopped'
          ? start(rules, { ...position, closed: false, state: 'waiting' }, event, 'restarted')
          : noted(rules, position, factOfEvent(event), 'none')
    }
  },

  endDay: expireAt,
}

function atCompetent(rules: ClockRules, position: Position, event: ClockEvent): Position {
  const reached = { ...position, competentSince: event.on }
  return start(rules, reached, event, position.startedOn === null ? 'started' : 'restarted')
}

/** Starts a whole period when nothing stands in its way; else waits. */
function start(rules: ClockRules, position: Position, event: ClockEvent, effect: ClockEffect): Position {
  if (position.competentSince === null || position.suspension !== null)
    return awaiting(rules, position, event)
  return noted(rules, running(position, event.on), factOfEvent(event), effect)
}

function awaiting(rules: ClockRules, position: Position, event: ClockEvent): Position {
  return noted(rules, { ...position, state: 'waiting', startedOn: null }, factOfEvent(event), 'awaited')
}

function interrupt(
  rules: ClockRules,
  position: Position,
  event: Extract<ClockEvent, { kind: 'incomplete' }>,
): Position {
  if (position.state === 'stopped') return noted(rules, position, factOfEvent(event), 'none')
  const completeBy = event.completeBy > event.on ? event.completeBy : event.on
  const next: Position = {
    ...position,
    state: 'waiting',
    startedOn: null,
    suspension: { from: position.suspension?.from ?? event.on, completeBy },
  }
  const effect = position.state === 'running' ? 'interrupted' : 'awaited'
  return noted(rules, next, { ...factOfEvent(event), completeBy }, effect)
}

function complete(rules: ClockRules, position: Position, event: ClockEvent): Position {
  if (position.suspension === null || position.state === 'stopped') {
    return noted(rules, position, factOfEvent(event), 'none')
  }
  const wasStarted = position.lines.some(({ effect }) => effect === 'started')
  return start(rules, { ...position, suspension: null }, event, wasStarted ? 'restarted' : 'started')
}

function running(position: Position, on: Day): Position {
  return { ...position, state: 'running', startedOn: on }
}
