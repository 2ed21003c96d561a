// SPDX-License-Identifier: MIT
import type { CollectionMask, Mask } from '../condition/scope.ts'
import { collectionOf, solutionOf, type CollectionRef } from '../solution/model.ts'
import type { Solution } from '../solution/solution.ts'
import type { Actor } from './actor.ts'
import { grantsOf } from './grants-of.ts'
import { conditionFor, fieldCondition } from './row-condition.ts'

/** The values of an entry without those of fields that may not be read: they are absent, not empty. */
export function maskValues(
  values: Readonly<Record<string, unknown>>,
  readable: ReadonlySet<string>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(Object.entries(values).filter(([field]) => readable.has(field)))
}

/**
 * What the actor may read, collection by collection: given to the readers of conditions that come from the actor, so
 * that filtering, sorting or counting tells nothing that reading would not.
 */
export function readingMask(solutions: ReadonlyMap<string, Solution>, actor: Actor): Mask {
  const masks = new Map<CollectionRef, CollectionMask>()
  return (ref) => {
    const known = masks.get(ref)
    if (known) return known
    const solution = solutions.get(solutionOf(ref))
    const held = solution ? grantsOf(solution, collectionOf(ref), actor) : []
    const mask = { row: conditionFor(held, 'read'), field: (key: string) => fieldCondition(held, key) }
    masks.set(ref, mask)
    return mask
  }
}
