// SPDX-License-Identifier: MIT
import type { Condition } from '../condition/condition.ts'
import type { Solution } from '../solution/solution.ts'
import type { Actor } from './actor.ts'
import { gives, readsField, writes } from './decide.ts'
import type { Action, Grant, Grantee } from './grant.ts'
import { grantsOf } from './grants-of.ts'

/** What stands between an actor and an action, under one grant. */
export type Missing =
  /** The actor is not among those the grant is for: a role not held, no account, another link. */
  | { readonly kind: 'grantee'; readonly who: Grantee }
  /** A condition that does not hold on the entry. */
  | { readonly kind: 'condition'; readonly condition: Condition }

export type Explanation =
  | { readonly may: true; readonly because: { readonly index: number; readonly grant: Grant } }
  | {
      readonly may: false
      /** The grant that lacks least; `undefined` when no grant of the collection gives the action at all. */
      readonly nearest?: {
        readonly index: number
        readonly grant: Grant
        readonly missing: readonly Missing[]
      }
    }

export type ExplainRequest = {
  readonly solution: Solution
  readonly collection: string
  readonly actor: Actor
  readonly action: Action
  /** Asks of one field too: read under `read`, written under any other action. */
  readonly field?: string | undefined
  /** Whether a comparison or an `exists` holds on the entry: answered from memory or from SQL. */
  readonly truth: (leaf: Condition) => boolean
}

/**
 * Why the actor may take the action on one entry, or what is nearest to letting them.
 *
 * Agrees with `mayDo` on the grants that hold there. Tells rules of the solution and conditions of the entry: show a
 * refusal only to someone who may read the entry or who administers its rights.
 */
export function explain(request: ExplainRequest): Explanation {
  const { solution, collection, actor, action, field, truth } = request
  const held = grantsOf(solution, collection, actor).filter(({ grant }) => givesField(grant, action, field))
  const holding = held.find(({ condition }) => isTrue(condition, truth))
  if (holding) return { may: true, because: { index: holding.index, grant: holding.grant } }
  const heldAt = new Map(held.map(({ index, condition }) => [index, condition]))
  const attempts = grantsGiving(solution, collection, action, field).map(({ index, grant }) => {
    const condition = heldAt.get(index)
    return { index, grant, missing: condition ? missingOf(condition, truth) : notTheGrantee(grant, truth) }
  })
  const [nearest] = attempts.toSorted((a, b) => distance(a.missing) - distance(b.missing))
  return nearest ? { may: false, nearest } : { may: false }
}

/** The grants that give an action on a collection, and on one field when asked, with their places in `solution.grants`. */
export function grantsGiving(
  solution: Solution,
  collection: string,
  action: Action,
  field?: string,
): readonly { readonly index: number; readonly grant: Grant }[] {
  return [...solution.grants.entries()]
    .filter(([, grant]) => grant.on === collection && givesField(grant, action, field))
    .map(([index, grant]) => ({ index, grant }))
}

function givesField(grant: Grant, action: Action, field: string | undefined): boolean {
  if (field === undefined) return gives(grant, action)
  return action === 'read' ? readsField(grant, field) : gives(grant, action) && writes(grant, field)
}

/** Being someone else is further away than a condition that may come true. */
function distance(missing: readonly Missing[]): number {
  return missing.reduce((total, one) => total + (one.kind === 'grantee' ? 100 : 1), 0)
}

function notTheGrantee(grant: Grant, truth: ExplainRequest['truth']): readonly Missing[] {
  const conditions = grant.where ? missingOf(grant.where, truth) : []
  return [{ kind: 'grantee', who: grant.who }, ...conditions]
}

/** The comparisons and `exists` that `explain` may ask the truth of, for this actor: each once. */
export function leavesAsked(request: Omit<ExplainRequest, 'truth'>): readonly Condition[] {
  const { solution, collection, actor, action, field } = request
  const held = grantsOf(solution, collection, actor).map(({ condition }) => condition)
  const named = grantsGiving(solution, collection, action, field).flatMap(({ grant }) => grant.where ?? [])
  const leaves = [...held, ...named].flatMap(leavesOf)
  return [...new Map(leaves.map((leaf) => [JSON.stringify(leaf), leaf])).values()]
}

function leavesOf(condition: Condition): readonly Condition[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap(leavesOf)
    case 'not':
      return leavesOf(condition.part)
    default:
      return [condition]
  }
}

/** The smallest parts to blame: those of a conjunction apart, anything else whole. */
function missingOf(condition: Condition, truth: ExplainRequest['truth']): readonly Missing[] {
  if (condition.kind === 'all') return condition.parts.flatMap((part) => missingOf(part, truth))
  return isTrue(condition, truth) ? [] : [{ kind: 'condition', condition }]
}

function isTrue(condition: Condition, truth: ExplainRequest['truth']): boolean {
  switch (condition.kind) {
    case 'all':
      return condition.parts.every((part) => isTrue(part, truth))
    case 'any':
      return condition.parts.some((part) => isTrue(part, truth))
    case 'not':
      return !isTrue(condition.part, truth)
    default:
      return truth(condition)
  }
}
