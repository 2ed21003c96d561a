// SPDX-License-Identifier: MIT
import { type CollectionRef, collectionRef, type View } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'

/** A view of an installed solution that the actor's roles show. */
export type VisibleView = {
  readonly solution: string
  readonly key: string
  readonly view: View
  readonly collection: CollectionRef
}

/**
 * The views of the solutions in force that name a role of the actor. Work that moves along a circuit comes first, then
 * what is only kept; each in the order of its definition.
 */
export async function visibleViews(context: Context): Promise<VisibleView[]> {
  const definitions = await definitionsOf(context)
  const views = viewsFor(definitions, context)
  const moves = ({ collection }: VisibleView) =>
    definitions.model.collections.get(collection)?.lifecycle !== undefined
  return [...views.filter(moves), ...views.filter((view) => !moves(view))]
}

/** What moves along a circuit is work, and comes before what is looked up. */
function viewsFor({ solutions, model }: Definitions, { actor }: Context): VisibleView[] {
  const held = new Set(actor.kind === 'person' ? actor.roles.map(({ role }) => role) : [])
  const isWork = ({ collection }: VisibleView) => model.collections.get(collection)?.lifecycle !== undefined
  const views = [...solutions.values()].flatMap(({ solution }) =>
    Object.entries(solution.views ?? {})
      .filter(([, view]) => view.roles.some((role) => held.has(`${solution.key}.${role}`)))
      .map(([key, view]) => ({
        solution: solution.key,
        key,
        view,
        collection: collectionRef(view.collection, solution.key),
      })),
  )
  return views.toSorted((a, b) => Number(isWork(b)) - Number(isWork(a)))
}
