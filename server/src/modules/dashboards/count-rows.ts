// SPDX-License-Identifier: MIT
import { all, collectionOf, filterCondition, solutionOf, type WidgetCount } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { actorGrants, countEntries } from '../entries/index.ts'
import { daysFilter } from './list-link.ts'
import type { Answer } from './widget-scope.ts'

/** Beyond, a number that no tally keeps is « 1 000+ »: its cost must not grow with the table. */
const mostCounted = 1_000

/** A count that depends on the reader or on other entries. `undefined` when the actor lists nothing there. */
export async function countRows(context: Context, { collection, where, days }: WidgetCount): Promise<Answer> {
  const definitions = await definitionsOf(context)
  const held = actorGrants(definitions, collection, context)
  if (!held.some(({ grant }) => grant.may.includes('list'))) return undefined
  const definition = definitions.solutions.get(solutionOf(collection))?.solution.collections[
    collectionOf(collection)
  ]
  const narrowed =
    definition && days
      ? filterCondition(definition, days.on, [daysFilter(days.range)], context.tenant.timeZone)
      : undefined
  const { count, capped } = await countEntries(
    context,
    { collection, where: narrowed ? all(where, narrowed) : where },
    mostCounted,
  )
  return { cells: new Map([['', count]]), capped }
}
