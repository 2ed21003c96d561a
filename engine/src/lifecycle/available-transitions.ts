// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import { decideTransition, destinationOf, type Position } from './decide-transition.ts'
import type { Action } from '../rights/grant.ts'
import type { Lifecycle, Transition } from './lifecycle.ts'

/** A button: what it does, where it leads, and why it is refused when it is. */
export type AvailableTransition = {
  readonly key: string
  readonly transition: Transition
  readonly state: string
  /** The guard's sentence: the button is shown, disabled, with this reason. */
  readonly refusedBecause?: LocalizedText
}

/** What the actor may do here: the grants that hold on the entry, and the guards of the entry. */
export type Possibilities = {
  readonly granted: (action: Action) => boolean
  readonly guardHolds: (transitionKey: string) => boolean
}

/**
 * The transitions to show from this position, in the order of the lifecycle.
 *
 * Those from another state or without a grant are left out: their existence is nobody's business. Those a guard
 * refuses are shown with its sentence. A missing reason is not a refusal here: it is asked for on the way.
 */
export function availableTransitions(
  lifecycle: Lifecycle,
  position: Position,
  possibilities: Possibilities,
): readonly AvailableTransition[] {
  return Object.entries(lifecycle.transitions).flatMap(([key, transition]) => {
    const outcome = decideTransition(lifecycle, position, key, {
      granted: possibilities.granted,
      guardHolds: transition.guard === undefined || possibilities.guardHolds(key),
      reason: 'asked on the way',
    })
    const state = destinationOf(lifecycle, transition.to, position)
    if (outcome.ok) return [{ key, transition, state }]
    if (outcome.refusal !== 'guard' || !transition.guard) return []
    return [{ key, transition, state, refusedBecause: transition.guard.otherwise }]
  })
}
