// SPDX-License-Identifier: MIT
import type { ClockEvent, Day } from './clock.ts'
import { expireAt, factOfEvent, noted, type Position, stopped } from './clock-position.ts'
import { daysBetween } from './period.ts'
import type { ClockAlgorithm } from './read-clock.ts'

/**
 * Silence that rejects: the period runs from receipt by whoever was written to first. Forwarding changes nothing.
 * While something required is missing it is suspended, at most for the time given to send it; it goes on as soon as
 * the documents arrive (CRPA, art. L114-3 and L114-5).
 *
 * Also keeps the ledger of a regime without silence, where nothing expires.
 */
export const rejectionClock: ClockAlgorithm = {
  take(rules, position, event) {
    switch (event.kind) {
      case 'received': {
        const isFirst = position.startedOn === null && position.state !== 'stopped'
        const next: Position = isFirst
          ? { ...position, state: 'running', startedOn: event.on, competentSince: event.on }
          : position
        return noted(
          rules,
          next,
          factOfEvent(event),
          isFirst && rules.silence !== 'none' ? 'started' : 'none',
        )
      }
      case 'incomplete':
        return asked(position, event)
          ? suspend(rules, position, event)
          : noted(rules, position, factOfEvent(event), 'none')
      case 'completed':
        return noted(
          rules,
          resumedOn(position, event.on),
          factOfEvent(event),
          position.state === 'suspended' && rules.silence !== 'none' ? 'resumed' : 'none',
        )
      case 'forwarded':
        return noted(rules, position, factOfEvent(event), 'none')
      case 'decided':
      case 'withdrawn':
        return stopped(rules, position, event)
      case 'reopened': {
        if (position.state !== 'stopped') return noted(rules, position, factOfEvent(event), 'none')
        const next: Position = {
          ...position,
          state: 'running',
          startedOn: event.on,
          suspendedDays: 0,
          closed: false,
        }
        return noted(rules, next, factOfEvent(event), rules.silence === 'none' ? 'none' : 'restarted')
      }
    }
  },

  endDay(rules, position, day) {
    const { state, suspension } = position
    if (state !== 'suspended' || !suspension || suspension.completeBy > day)
      return expireAt(rules, position, day)
    const { completeBy } = suspension
    const fact = { on: completeBy, event: 'deadline-passed' } as const
    const effect = rules.silence === 'none' ? 'none' : 'resumed'
    return expireAt(rules, noted(rules, resumedOn(position, completeBy), fact, effect), day)
  },
}

function asked({ state }: Position, event: ClockEvent): boolean {
  return event.kind === 'incomplete' && (state === 'running' || state === 'suspended')
}

/** Asking again before the first documents came gives until the later of the two days. */
function suspend(
  rules: Parameters<ClockAlgorithm['take']>[0],
  position: Position,
  event: Extract<ClockEvent, { kind: 'incomplete' }>,
): Position {
  const from = position.suspension?.from ?? event.on
  const completeBy = [event.completeBy, event.on, position.suspension?.completeBy ?? event.on]
    .toSorted()
    .at(-1)
  const next: Position = {
    ...position,
    state: 'suspended',
    suspension: { from, completeBy: completeBy ?? event.on },
  }
  const effect = rules.silence === 'none' ? 'none' : 'suspended'
  return noted(rules, next, { ...factOfEvent(event), completeBy: completeBy ?? event.on }, effect)
}

function resumedOn(position: Position, day: Day): Position {
  if (position.state !== 'suspended' || !position.suspension) return position
  return {
    ...position,
    state: 'running',
    suspendedDays: position.suspendedDays + daysBetween(position.suspension.from, day),
    resumedOn: day,
    suspension: null,
  }
}
