// SPDX-License-Identifier: MIT
import { all, always, type CollectionRef, compareToday, type Condition, not } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'

/** Which entries of a collection a reference may choose today: organisations between their days, all of the others. */
export async function offeredToday(context: Context, collection: CollectionRef): Promise<Condition> {
  const { identity: provider } = await definitionsOf(context)
  if (!provider) return always
  const { collection: key, startsOn, endsOn } = provider.identity.organisation
  if (collection !== `${provider.solution}.${key}`) return always
  const isNot = (day: string | undefined, op: 'gt' | 'lt') =>
    day === undefined ? [] : [not(compareToday(day, op))]
  return all(...isNot(startsOn, 'gt'), ...isNot(endsOn, 'lt'))
}
