// SPDX-License-Identifier: MIT
import type { Action } from '../rights/grant.ts'
import type { LocalizedText } from '../text/localized.ts'
import type { Destination, Lifecycle, Transition } from './lifecycle.ts'

/** Where an entry stands in its circuit. */
export type Position = {
  readonly state: string
  /** Left there by a transition that remembers the state it leaves. */
  readonly rememberedState?: string | null | undefined
}

/** What is known of the actor and of the entry when a transition is asked for. */
export type TransitionAsked = {
  readonly granted: (action: Action) => boolean
  /** Whether the transition's guard holds on the entry; `true` when it has none. */
  readonly guardHolds: boolean
  readonly reason?: string | undefined
}

export type TransitionRefusal =
  'unknown-transition' | 'wrong-state' | 'not-granted' | 'guard' | 'reason-missing'

export type TransitionOutcome =
  | {
      readonly ok: true
      readonly state: string
      /** The state to remember, `null` to forget the one remembered, absent to leave it as it is. */
      readonly remembers?: string | null
      /** Whether the entry is closed from now on. */
      readonly closed: boolean
    }
  | { readonly ok: false; readonly refusal: TransitionRefusal; readonly because?: LocalizedText }

/**
 * Decides whether the transition `key` may be taken, and where it leads.
 *
 * Pure: stores nothing and starts no effect; the caller writes the state and the event in one transaction.
 * A refusal is a value because the interface shows it. The grant is looked at before the guard, so that the guard's
 * sentence tells nothing to someone who could not act anyway.
 */
export function decideTransition(
  lifecycle: Lifecycle,
  position: Position,
  key: string,
  asked: TransitionAsked,
): TransitionOutcome {
  const transition = findTransition(lifecycle, key)
  if (!transition) return { ok: false, refusal: 'unknown-transition' }
  if (!transition.from.includes(position.state)) return { ok: false, refusal: 'wrong-state' }
  if (!asked.granted(`transition:${key}`)) return { ok: false, refusal: 'not-granted' }
  if (transition.guard && !asked.guardHolds) {
    return { ok: false, refusal: 'guard', because: transition.guard.otherwise }
  }
  if (transition.reason === 'required' && !asked.reason?.trim()) {
    return { ok: false, refusal: 'reason-missing' }
  }
  const state = destinationOf(lifecycle, transition.to, position)
  const closed = lifecycle.states[state]?.closed === true
  const remembers = remembered(transition, position)
  return remembers === undefined ? { ok: true, state, closed } : { ok: true, state, closed, remembers }
}

/** The transition of that key, never one inherited from the prototype of the record. */
export function findTransition(lifecycle: Lifecycle, key: string): Transition | undefined {
  return Object.hasOwn(lifecycle.transitions, key) ? lifecycle.transitions[key] : undefined
}

/** The state reached: for a way back, the remembered one as long as the lifecycle still has it. */
export function destinationOf(lifecycle: Lifecycle, to: Destination, position: Position): string {
  if (typeof to === 'string') return to
  const state = position.rememberedState
  return state && Object.hasOwn(lifecycle.states, state) ? state : to.otherwise
}

function remembered(transition: Transition, position: Position): string | null | undefined {
  if (transition.remember === true) return position.state
  if (transition.remember === false) return null
  return typeof transition.to === 'string' ? undefined : null
}
