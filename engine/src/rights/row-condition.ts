// SPDX-License-Identifier: MIT
import { any, never, type Condition } from '../condition/condition.ts'
import { isAlways } from '../condition/simple.ts'
import { gives, readsField } from './decide.ts'
import type { Action } from './grant.ts'
import type { HeldGrant } from './grants-of.ts'

/** The rows on which one of the held grants gives the action: what filters lists. `never` when none gives it. */
export function conditionFor(held: readonly HeldGrant[], action: Action): Condition {
  return anyOf(held.filter(({ grant }) => gives(grant, action)))
}

/** The rows on which the field may be read. */
export function fieldCondition(held: readonly HeldGrant[], field: string): Condition {
  return anyOf(held.filter(({ grant }) => readsField(grant, field)))
}

function anyOf(held: readonly HeldGrant[]): Condition {
  const free = held.find(({ condition }) => isAlways(condition))
  if (free) return free.condition
  const [first, ...others] = held
  if (!first) return never
  return others.length === 0 ? first.condition : any(...held.map(({ condition }) => condition))
}
