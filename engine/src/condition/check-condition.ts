// SPDX-License-Identifier: MIT
import type { Comparable } from '../field-types/field-type.ts'
import { fieldType } from '../field-types/registry.ts'
import type { CollectionRef, Model } from '../solution/model.ts'
import type { Condition, ConditionValue, Operator, Scalar } from './condition.ts'
import { resolvePath, resolveRelation, type BrokenPath, type PathPlan } from './path.ts'
import { isRelation } from './plan-comparison.ts'
import { actorComparables, comparableValues, operatorsOf, presence } from './values.ts'

/** What is wrong in a condition. The sentence is in `messages.ts`. */
export type ConditionProblem = {
  /** Place inside the condition, empty for the condition itself: `.parts[0].where`. */
  readonly at: string
} & ConditionFault

export type ConditionFault =
  | { readonly code: 'broken-path'; readonly path: string; readonly problem: BrokenPath }
  | { readonly code: 'no-operator'; readonly path: string; readonly op: Operator }
  | { readonly code: 'value-missing' | 'value-unexpected'; readonly path: string; readonly op: Operator }
  | {
      readonly code: 'wrong-literal'
      readonly path: string
      readonly value: Scalar
      readonly kind: Comparable
    }
  | { readonly code: 'unknown-choice' | 'unknown-state'; readonly path: string; readonly value: Scalar }
  | { readonly code: 'wrong-value'; readonly path: string; readonly kind: Comparable }
  | { readonly code: 'beyond-the-form'; readonly path: string }

export type CheckedAgainst = {
  readonly model: Model
  readonly collection: CollectionRef
  /** The condition is asked of the answers of a form: its own fields only, no other entry, no system value. */
  readonly answersOnly?: boolean
}

/**
 * Every reason for which the condition has no meaning: a path that leads nowhere, an operator that the field does not
 * have, a value of another kind. A condition without a problem can be read by `holds` and by SQL.
 */
export function checkCondition(
  condition: Condition,
  against: CheckedAgainst,
  at = '',
): readonly ConditionProblem[] {
  switch (condition.kind) {
    case 'all':
    case 'any':
      return condition.parts.flatMap((part, index) => checkCondition(part, against, `${at}.parts[${index}]`))
    case 'not':
      return checkCondition(condition.part, against, `${at}.part`)
    case 'compare':
      return compareFaults(condition, against).map((fault) => ({ at, ...fault }))
    case 'exists': {
      const { path, where } = condition
      if (against.answersOnly) return [{ at: `${at}.path`, code: 'beyond-the-form', path }]
      const relation = resolveRelation(against.model, against.collection, path)
      if (!relation.ok) return [{ at: `${at}.path`, code: 'broken-path', path, problem: relation.problem }]
      return checkCondition(where, { ...against, collection: relation.plan.collection }, `${at}.where`)
    }
  }
}

type Compare = Extract<Condition, { kind: 'compare' }>

function compareFaults({ path, op, value }: Compare, against: CheckedAgainst): readonly ConditionFault[] {
  const left = planOf(path, against)
  if (!left.ok) return [left.fault]
  const { comparable } = left.plan.terminal
  if (!operatorsAt(left.plan).includes(op)) return [{ code: 'no-operator', path, op }]
  if (!isRelation(op)) return value ? [{ code: 'value-unexpected', path, op }] : []
  if (!value || !comparable) return [{ code: 'value-missing', path, op }]
  return valueFaults(value, left.plan, comparable, path, op, against)
}

/** What the field's type offers, within what conditions know of its kind of value. */
function operatorsAt({ terminal }: PathPlan): readonly Operator[] {
  const known = terminal.comparable ? operatorsOf[terminal.comparable] : presence
  if (terminal.kind !== 'field') return known
  const offered = fieldType(terminal.field).operators(terminal.field)
  return known.filter((operator) => offered.includes(operator))
}

function valueFaults(
  value: ConditionValue,
  left: PathPlan,
  kind: Comparable,
  path: string,
  op: Operator,
  against: CheckedAgainst,
): readonly ConditionFault[] {
  switch (value.kind) {
    case 'literal': {
      const values = Array.isArray(value.value) ? value.value : [value.value]
      if (values.length === 0) return [{ code: 'value-missing', path, op }]
      return values.flatMap((one) => literalFault(one, left, kind, path, op, against.model) ?? [])
    }
    case 'actor':
      return actorComparables[value.attribute].includes(kind) ? [] : [{ code: 'wrong-value', path, kind }]
    case 'today':
      return kind === 'date' || kind === 'datetime' ? [] : [{ code: 'wrong-value', path, kind }]
    case 'path': {
      const right = planOf(value.path, against)
      if (!right.ok) return [right.fault]
      return right.plan.terminal.comparable === kind ? [] : [{ code: 'wrong-value', path, kind }]
    }
  }
}

function literalFault(
  value: Scalar,
  left: PathPlan,
  kind: Comparable,
  path: string,
  op: Operator,
  model: Model,
): ConditionFault | undefined {
  if (comparableValues(value, kind).length === 0) return { code: 'wrong-literal', path, value, kind }
  if (op !== 'eq' && op !== 'ne') return undefined
  const { terminal } = left
  if (terminal.kind === 'system' && terminal.name === 'state') {
    const states = model.collections.get(left.collection)?.lifecycle?.states ?? {}
    return Object.hasOwn(states, String(value)) ? undefined : { code: 'unknown-state', path, value }
  }
  if (terminal.kind === 'field' && (terminal.field.type === 'choice' || terminal.field.type === 'choices')) {
    const known = terminal.field.options.some((option) => option.value === value)
    return known ? undefined : { code: 'unknown-choice', path, value }
  }
  return undefined
}

type Planned =
  { readonly ok: true; readonly plan: PathPlan } | { readonly ok: false; readonly fault: ConditionFault }

function planOf(path: string, { model, collection, answersOnly }: CheckedAgainst): Planned {
  const resolved = resolvePath(model, collection, path)
  if (!resolved.ok) return { ok: false, fault: { code: 'broken-path', path, problem: resolved.problem } }
  const { hops, terminal } = resolved.plan
  const beyond = answersOnly && (hops.length > 0 || terminal.kind === 'system')
  return beyond ? { ok: false, fault: { code: 'beyond-the-form', path } } : { ok: true, plan: resolved.plan }
}
