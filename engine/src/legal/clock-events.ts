// SPDX-License-Identifier: MIT
import { addDays } from '../identifiers/iso-date.ts'
import type { Lifecycle } from '../lifecycle/lifecycle.ts'
import type { LocalizedText } from '../text/localized.ts'
import type { ClockEvent, Day } from './clock.ts'
import type { Regime } from './regime.ts'

/** A move along the circuit, with what it wrote. */
export type MoveFact = {
  readonly on: Day
  readonly transition: string
  readonly reason?: string | undefined
  /** Labels of the fields that the move asked to correct or complete. */
  readonly asked?: readonly LocalizedText[] | undefined
  /** Values of the entry once it was made, for the fields that the mark of its transition names. */
  readonly values: Readonly<Record<string, unknown>>
}

/**
 * The facts of a legal clock among the moves of an entry, oldest first, by the marks of its lifecycle.
 *
 * A transition that the lifecycle no longer has tells nothing. An end of the time given that is already past, or
 * absent, is replaced by the days that the regime gives.
 */
export function clockEvents(
  lifecycle: Pick<Lifecycle, 'transitions'> | undefined,
  regime: Pick<Regime, 'completionDays'>,
  receivedOn: Day,
  moves: readonly MoveFact[],
): ClockEvent[] {
  const received: ClockEvent = { kind: 'received', on: receivedOn }
  return [received, ...moves.flatMap((move) => eventOf(lifecycle, regime, move) ?? [])]
}

function eventOf(
  lifecycle: Pick<Lifecycle, 'transitions'> | undefined,
  { completionDays }: Pick<Regime, 'completionDays'>,
  move: MoveFact,
): ClockEvent | undefined {
  const transitions = lifecycle?.transitions ?? {}
  const transition = Object.hasOwn(transitions, move.transition) ? transitions[move.transition] : undefined
  const mark = transition?.clock
  const { on } = move
  switch (mark?.does) {
    case undefined:
      return undefined
    case 'forwards':
      return { kind: 'forwarded', on }
    case 'asks-completion': {
      if (mark.onlyIf !== undefined && move.values[mark.onlyIf] !== true) return undefined
      const given = mark.deadline === undefined ? undefined : move.values[mark.deadline]
      const isAhead = typeof given === 'string' && given > on
      // A receipt and a ledger may repeat these words: only those that were written for the applicant.
      const words = transition?.publicReason && move.reason ? [move.reason] : []
      const missing = [...(move.asked ?? []).map(({ fr }) => fr), ...words].join('\n')
      return {
        kind: 'incomplete',
        on,
        completeBy: isAhead ? given : addDays(on, completionDays),
        ...(missing !== '' && { missing }),
      }
    }
    case 'completes':
      return { kind: 'completed', on }
    case 'decides':
      return { kind: 'decided', on }
    case 'withdraws':
      return { kind: 'withdrawn', on }
    case 'reopens':
      return { kind: 'reopened', on }
  }
}

/** The fields that the marks of a lifecycle read. */
export function markedFields(lifecycle: Pick<Lifecycle, 'transitions'> | undefined): ReadonlySet<string> {
  const marks = Object.values(lifecycle?.transitions ?? {}).map(({ clock }) => clock)
  return new Set(marks.flatMap((mark) => [mark?.deadline, mark?.onlyIf].filter((key) => key !== undefined)))
}
