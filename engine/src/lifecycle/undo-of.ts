// SPDX-License-Identifier: MIT
import { findTransition } from './decide-transition.ts'
import type { Lifecycle, Transition } from './lifecycle.ts'

/**
 * The transition that takes back `key`, taken from `from`: the one it names, else a way back to that very state that
 * asks neither form nor reason; `undefined` when there is none.
 *
 * Says nothing of rights: taking it back is a transition like any other. Effects outside (a mail that left) stay.
 */
export function undoOf(lifecycle: Lifecycle, key: string, from: string): string | undefined {
  const taken = findTransition(lifecycle, key)
  if (!taken || typeof taken.to !== 'string') return undefined
  const { to } = taken
  if (taken.undo !== undefined) {
    return findTransition(lifecycle, taken.undo)?.from.includes(to) ? taken.undo : undefined
  }
  return Object.entries(lifecycle.transitions).find(
    ([, back]) => back.from.includes(to) && asksNothing(back) && leadsBack(back, taken, from),
  )?.[0]
}

function asksNothing({ form, reason, guard }: Transition): boolean {
  return form === undefined && reason !== 'required' && guard === undefined
}

function leadsBack(back: Transition, taken: Transition, from: string): boolean {
  return typeof back.to === 'string' ? back.to === from : taken.remember === true
}
