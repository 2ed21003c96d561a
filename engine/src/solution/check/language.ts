// SPDX-License-Identifier: MIT
import type { Collection } from '../../collection/collection.ts'
import { checkCondition, type ConditionProblem } from '../../condition/check-condition.ts'
import type { Condition } from '../../condition/condition.ts'
import { conditionProblemText, pathProblemText } from '../../condition/messages.ts'
import { resolvePath, systemValues } from '../../condition/path.ts'
import { compileExpression } from '../../expression/expression.ts'
import { expressionProblemText } from '../../expression/problems.ts'
import type { VariableShape } from '../../expression/shape.ts'
import { compileTemplate } from '../../expression/template.ts'
import { shownSystemValues } from '../../template/entry-variables.ts'
import { mailShape } from '../../template/message-template.ts'
import type { CollectionRef } from '../model.ts'
import type { CheckScope } from './report.ts'

/*
 * Conditions, paths, expressions and templates have their own checks; here their problems take their place among
 * those of the solution.
 */

export function reportCondition(
  scope: CheckScope,
  from: CollectionRef,
  condition: Condition,
  path: string,
): void {
  reportProblems(scope, checkCondition(condition, { model: scope.model, collection: from }), path)
}

/** A condition that is read before the entry exists, or without the others: its own fields only. */
export function reportAnswersCondition(
  scope: CheckScope,
  from: CollectionRef,
  condition: Condition,
  path: string,
): void {
  const against = { model: scope.model, collection: from, answersOnly: true }
  reportProblems(scope, checkCondition(condition, against), path)
}

function reportProblems(scope: CheckScope, problems: readonly ConditionProblem[], path: string): void {
  for (const problem of problems) {
    scope.report('invalid-condition', `${path}${problem.at}`, { detail: conditionProblemText(problem) })
  }
}

/** A path that ends in a value. */
export function reportPath(scope: CheckScope, from: CollectionRef, read: string, path: string): void {
  const resolved = resolvePath(scope.model, from, read)
  if (!resolved.ok) scope.report('invalid-path', path, { detail: pathProblemText(resolved.problem) })
}

/** An expression that computes with the stored values of an entry. */
export function reportExpression(
  scope: CheckScope,
  expression: string,
  path: string,
  variables: VariableShape,
): void {
  const compiled = compileExpression(expression, { variables })
  if (!compiled.ok)
    scope.report('invalid-expression', path, { detail: expressionProblemText(compiled.problem) })
}

/** A text with tags over the entry as a person reads it. */
export function reportTemplate(
  scope: CheckScope,
  template: string,
  path: string,
  collection: Collection,
): void {
  reportTags(scope, template, path, { entry: shownShape(collection) })
}

/** A text of a mail: the entry, and what `mailShape` names. */
export function reportMailText(
  scope: CheckScope,
  template: string,
  path: string,
  collection: Collection,
): void {
  reportTags(scope, template, path, mailTextShape(collection))
}

/** The names that the texts of messages about entries of a collection may use. */
export function mailTextShape(collection: Collection): VariableShape {
  return { ...mailShape, entry: shownShape(collection) }
}

function reportTags(scope: CheckScope, template: string, path: string, variables: VariableShape): void {
  const compiled = compileTemplate(template, { variables })
  if (compiled.ok) return
  for (const { problem } of compiled.problems) {
    scope.report('invalid-expression', path, { detail: expressionProblemText(problem) })
  }
}

/** `entry.x` is what a person reads, `entry.raw.x` what is stored. */
function shownShape(collection: Collection): VariableShape {
  return { ...names([...shownSystemValues, ...Object.keys(collection.fields)]), raw: storedShape(collection) }
}

/** `entry.x` as computations read it: stored values. */
export function storedShape(collection: Collection): VariableShape {
  return names(Object.keys(collection.fields))
}

/** What the values of flows' steps compute with: the entry as stored, its event, and what earlier steps gave. */
export function flowShape(collection: Collection): VariableShape {
  const entry = { ...storedShape(collection), ...names(Object.keys(systemValues)) }
  return { entry, event: true, steps: true }
}

function names(keys: readonly string[]): VariableShape {
  return Object.fromEntries(keys.map((key) => [key, true as const]))
}
