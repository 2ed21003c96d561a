// SPDX-License-Identifier: MIT
import type { Lifecycle, Transition } from '../../lifecycle/lifecycle.ts'
import { allSteps } from '../../flow/traverse.ts'
import { reportCondition } from './language.ts'
import { own, ownRef, type CheckScope } from './report.ts'

/** A circuit: every arrow between two states that exist, every state reached, every action open to someone. */
export function checkLifecycle(
  scope: CheckScope,
  collectionKey: string,
  lifecycle: Lifecycle,
  path: string,
): void {
  const knows = (state: string, place: string) => {
    if (!own(lifecycle.states, state)) scope.report('unknown-state', place, { name: state })
  }
  knows(lifecycle.initial, `${path}.initial`)
  for (const [key, state] of Object.entries(lifecycle.states)) {
    if (state.stage && !own(lifecycle.stages, state.stage)) {
      scope.report('unknown-stage', `${path}.states.${key}.stage`, { name: state.stage })
    }
    if (state.holder && 'back' in state.holder && remembering(lifecycle).length === 0) {
      scope.report('nothing-remembered', `${path}.states.${key}.holder`, {})
    }
  }
  for (const [key, transition] of Object.entries(lifecycle.transitions)) {
    const place = `${path}.transitions.${key}`
    for (const [index, from] of transition.from.entries()) knows(from, `${place}.from[${index}]`)
    if (typeof transition.to === 'string') knows(transition.to, `${place}.to`)
    else knows(transition.to.otherwise, `${place}.to.otherwise`)
    checkTransition(scope, collectionKey, lifecycle, key, place)
  }
  checkShortcuts(scope, lifecycle, path)
  checkReach(scope, lifecycle, path)
}

function checkTransition(
  scope: CheckScope,
  collectionKey: string,
  lifecycle: Lifecycle,
  key: string,
  path: string,
): void {
  const transition = own(lifecycle.transitions, key)
  if (!transition) return
  if (typeof transition.to !== 'string' && remembering(lifecycle).length === 0) {
    scope.report('nothing-remembered', `${path}.to`, {})
  }
  if (transition.form) checkTransitionForm(scope, collectionKey, transition.form, `${path}.form`)
  checkAsking(scope, collectionKey, transition, path)
  if (transition.counts) checkCounting(scope, collectionKey, transition.counts, `${path}.counts`)
  checkUndo(scope, { collectionKey, lifecycle, transition, path: `${path}.undo` })
  if (transition.guard) {
    reportCondition(
      scope,
      ownRef(scope, collectionKey),
      transition.guard.condition,
      `${path}.guard.condition`,
    )
  }
  if (!isGranted(scope, collectionKey, key) && !isAutomatic(scope, collectionKey, key)) {
    scope.report('nobody-may', path, { name: key })
  }
}

/** What is asked of who answers: fields of a form of the same entries, answered by a form. */
function checkAsking(scope: CheckScope, collectionKey: string, transition: Transition, path: string): void {
  if (transition.asksFor) checkTransitionForm(scope, collectionKey, transition.asksFor, `${path}.asksFor`)
  if (transition.onlyAsked && !transition.form) scope.report('asked-without-form', `${path}.onlyAsked`, {})
}

/** What counts a transition is an integer of the same entries. */
function checkCounting(scope: CheckScope, collectionKey: string, name: string, path: string): void {
  const field = own(scope.solution.collections[collectionKey]?.fields, name)
  if (!field) scope.report('unknown-field', path, { name, collection: collectionKey })
  else if (field.type !== 'integer') scope.report('counts-no-integer', path, { name })
}

type Undoing = { collectionKey: string; lifecycle: Lifecycle; transition: Transition; path: string }

/** A transition is taken back by another one, from where it leads. */
function checkUndo(scope: CheckScope, { collectionKey, lifecycle, transition, path }: Undoing): void {
  if (transition.undo === undefined) return
  const back = own(lifecycle.transitions, transition.undo)
  if (!back) {
    scope.report('unknown-transition', path, { name: transition.undo, collection: collectionKey })
  } else if (typeof transition.to !== 'string' || !back.from.includes(transition.to)) {
    scope.report('undo-from-elsewhere', path, { name: transition.undo })
  }
}

/** One key opens one transition: two that share it are never offered together. */
function checkShortcuts(scope: CheckScope, lifecycle: Lifecycle, path: string): void {
  const lettered = Object.entries(lifecycle.transitions).filter(([, { shortcut }]) => shortcut !== undefined)
  for (const [at, [key, transition]] of lettered.entries()) {
    const clash = lettered
      .slice(0, at)
      .find(
        ([, other]) =>
          other.shortcut === transition.shortcut && other.from.some((from) => transition.from.includes(from)),
      )
    if (clash) {
      scope.report('same-shortcut', `${path}.transitions.${key}.shortcut`, {
        name: transition.shortcut ?? '',
        other: clash[0],
      })
    }
  }
}

function checkTransitionForm(scope: CheckScope, collectionKey: string, formKey: string, path: string): void {
  const form = own(scope.solution.forms, formKey)
  if (!form) scope.report('unknown-form', path, { name: formKey })
  else if (form.collection !== collectionKey) {
    scope.report('other-collection', path, { expected: collectionKey, found: form.collection })
  }
}

function isGranted(scope: CheckScope, collectionKey: string, key: string): boolean {
  return scope.solution.grants.some(
    (grant) =>
      grant.on === collectionKey &&
      grant.may.some((action) => action === 'transition:*' || action === `transition:${key}`),
  )
}

function isAutomatic(scope: CheckScope, collectionKey: string, key: string): boolean {
  return Object.values(scope.solution.flows ?? {}).some(
    (flow) =>
      flow.on.collection === collectionKey &&
      allSteps(flow.steps).some((step) => step.kind === 'move-entry' && step.transition === key),
  )
}

function remembering(lifecycle: Lifecycle): readonly Transition[] {
  return Object.values(lifecycle.transitions).filter((transition) => transition.remember)
}

function checkReach(scope: CheckScope, lifecycle: Lifecycle, path: string): void {
  const reached = reachableStates(lifecycle)
  for (const [key, state] of Object.entries(lifecycle.states)) {
    if (!reached.has(key)) scope.report('unreachable-state', `${path}.states.${key}`, { name: key })
    const leaves = Object.values(lifecycle.transitions).some((transition) => transition.from.includes(key))
    if (!state.closed && !leaves) scope.report('dead-end', `${path}.states.${key}`, { name: key })
  }
}

/** The states that a new entry may come to. A way back leads to a state already reached: it was left before. */
export function reachableStates(lifecycle: Lifecycle): ReadonlySet<string> {
  const reached = new Set([lifecycle.initial])
  for (const state of reached) {
    for (const transition of Object.values(lifecycle.transitions)) {
      if (!transition.from.includes(state)) continue
      if (typeof transition.to === 'string') reached.add(transition.to)
      else {
        reached.add(transition.to.otherwise)
      }
    }
  }
  return reached
}
