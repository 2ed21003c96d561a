// SPDX-License-Identifier: MIT
import type { CollectionRef, Model } from '../solution/model.ts'
import type { Relation } from './compare.ts'
import type { Condition, Operator } from './condition.ts'
import { resolvePath, resolveRelation, type PathPlan, type RelationPlan, type Resolved } from './path.ts'
import { operatorsOf, presence, type GivenValue } from './values.ts'

type Compare = Extract<Condition, { kind: 'compare' }>

/** A comparison whose paths are found in the model: what both readers start from. */
export type ComparisonPlan =
  | { readonly kind: 'presence'; readonly op: 'empty' | 'filled'; readonly left: PathPlan }
  | { readonly kind: 'given'; readonly op: Relation; readonly left: PathPlan; readonly value: GivenValue }
  | { readonly kind: 'paths'; readonly op: Relation; readonly left: PathPlan; readonly right: PathPlan }

/**
 * Finds the paths of a comparison. Throws on one that `checkCondition` refuses: no such condition is ever published,
 * and giving it a truth value would open rows as soon as a `not` stands before it.
 */
export function planComparison(
  { path, op, value }: Compare,
  model: Model,
  collection: CollectionRef,
): ComparisonPlan {
  const left = found(resolvePath(model, collection, path), path)
  const comparable = left.terminal.comparable
  if (!(comparable ? operatorsOf[comparable] : presence).includes(op))
    throw new Error(`condition: ${path} has no operator ${op}`)
  if (!isRelation(op)) return { kind: 'presence', op, left }
  if (!value) throw new Error(`condition: ${path} ${op} needs a value`)
  if (value.kind !== 'path') return { kind: 'given', op, left, value }
  return { kind: 'paths', op, left, right: found(resolvePath(model, collection, value.path), value.path) }
}

/** Finds the references of an `exists`; throws like `planComparison`. */
export function planRelation(path: string, model: Model, collection: CollectionRef): RelationPlan {
  return found(resolveRelation(model, collection, path), path)
}

export function isRelation(op: Operator): op is Relation {
  return op !== 'empty' && op !== 'filled'
}

function found<Plan>(resolved: Resolved<Plan>, path: string): Plan {
  if (resolved.ok) return resolved.plan
  const { code, segment, collection } = resolved.problem
  throw new Error(`condition: ${path}: ${code} (${segment} in ${collection})`)
}
