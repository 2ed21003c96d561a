// SPDX-License-Identifier: MIT
import type { Collection } from '../collection/collection.ts'
import { nobody, type Actor } from '../rights/actor.ts'
import type { CollectionRef, Model } from '../solution/model.ts'
import { related } from './compare.ts'
import type { Condition } from './condition.ts'
import { planComparison, planRelation, type ComparisonPlan } from './plan-comparison.ts'
import { entriesAt, hasValueAt, valuesAt, type Reading, type Seen } from './read-path.ts'
import type { Circumstance, EntryRow, Scope, World } from './scope.ts'
import { comparableValues, givenValues } from './values.ts'

/** A condition ready to be asked of many entries of one collection. */
export type Predicate = (entry: EntryRow, at: Circumstance & { readonly world: World }) => boolean

/**
 * Whether the condition holds on the entry: the reader in memory. Its meaning is written in `condition.ts`; the
 * server's `conditionToSql` has the same. For many entries, compile once.
 */
export function holds(condition: Condition, entry: EntryRow, scope: Scope): boolean {
  return compileCondition(condition, scope.model, scope.collection)(entry, scope)
}

/** Finds every path of the condition once. Throws on a condition that `checkCondition` refuses. */
export function compileCondition(condition: Condition, model: Model, collection: CollectionRef): Predicate {
  const test = compile(condition, model, collection)
  return (entry, at) => test(entry, { world: at.world, at, seen: at.mask ? maskedBy(model, at) : everything })
}

/** What display conditions of a form are read against. Nobody acts and the zone is Europe/Paris unless given. */
export type AnswersScope = {
  readonly collection: Collection
  readonly today: string
  readonly actor?: Actor
  readonly timeZone?: string
}

/**
 * Whether a condition holds on the answers given so far in a form: checked values of the collection's own fields, no
 * other entry, no system value.
 */
export function answersHold(
  condition: Condition,
  answers: Readonly<Record<string, unknown>>,
  { collection, today, actor = nobody(), timeZone = 'Europe/Paris' }: AnswersScope,
): boolean {
  const model: Model = { collections: new Map([[answersRef, collection]]) }
  const at = { actor, today, timeZone, world: nothingElse }
  return compileCondition(condition, model, answersRef)({ ...blank, values: answers }, at)
}

type Test = (entry: EntryRow, reading: Reading) => boolean

function compile(condition: Condition, model: Model, collection: CollectionRef): Test {
  switch (condition.kind) {
    case 'all': {
      const parts = condition.parts.map((part) => compile(part, model, collection))
      return (entry, reading) => parts.every((part) => part(entry, reading))
    }
    case 'any': {
      const parts = condition.parts.map((part) => compile(part, model, collection))
      return (entry, reading) => parts.some((part) => part(entry, reading))
    }
    case 'not': {
      const part = compile(condition.part, model, collection)
      return (entry, reading) => !part(entry, reading)
    }
    case 'compare':
      return comparison(planComparison(condition, model, collection))
    case 'exists': {
      const relation = planRelation(condition.path, model, collection)
      const where = compile(condition.where, model, relation.collection)
      return (entry, reading) => entriesAt(entry, relation.hops, reading).some((end) => where(end, reading))
    }
  }
}

function comparison(plan: ComparisonPlan): Test {
  const { left } = plan
  switch (plan.kind) {
    case 'presence':
      return (entry, reading) => hasValueAt(entry, left, reading) === (plan.op === 'filled')
    case 'given': {
      const { op, value } = plan
      const { comparable } = left.terminal
      if (!comparable) return () => false
      const literals = value.kind === 'literal' ? comparableValues(value.value, comparable) : undefined
      return (entry, reading) =>
        related(valuesAt(entry, left, reading), op, literals ?? givenValues(value, comparable, reading.at))
    }
    case 'paths':
      if (left.terminal.comparable !== plan.right.terminal.comparable) return () => false
      return (entry, reading) =>
        related(valuesAt(entry, left, reading), plan.op, valuesAt(entry, plan.right, reading))
  }
}

const everything: Seen = { row: () => true, field: () => true }

function maskedBy(model: Model, at: Circumstance & { readonly world: World }): Seen {
  const { mask, ...unmasked } = at
  if (!mask) return everything
  return {
    row: (entry) =>
      holds(mask(entry.collection).row, entry, { ...unmasked, model, collection: entry.collection }),
    field: (entry, field) =>
      holds(mask(entry.collection).field(field), entry, { ...unmasked, model, collection: entry.collection }),
  }
}

const answersRef: CollectionRef = 'form.answers'
const nothingElse: World = { entry: () => undefined, referring: () => [] }
const blank = {
  id: '',
  collection: answersRef,
  state: null,
  number: null,
  title: null,
  owner: null,
  createdAt: '',
  updatedAt: '',
  closedAt: null,
} satisfies Omit<EntryRow, 'values'>
