// SPDX-License-Identifier: MIT
import type { Flow, Step, Trigger } from './flow.ts'

export type Branch = 'then' | 'otherwise'

/** The first step of a flow. The schema refuses a flow without steps. */
export function firstStep(flow: Flow): Step {
  const first = flow.steps[0]
  if (!first) throw new Error('A flow has at least one step')
  return first
}

/** The step of that key, at any depth. */
export function stepAt(flow: Flow, key: string): Step | undefined {
  return allSteps(flow.steps).find((step) => step.key === key)
}

/** Every step, in the order of the outline. */
export function allSteps(steps: readonly Step[]): readonly Step[] {
  return steps.flatMap((step) =>
    step.kind === 'condition' ? [step, ...allSteps(step.then), ...allSteps(step.otherwise ?? [])] : [step],
  )
}

/**
 * The step that follows `key`, or `undefined` when the run is over.
 *
 * After a condition, `branch` says which way was taken; an empty branch goes on after the condition. The last step of
 * a branch is followed by what follows its condition. Nothing follows `end`, nor a key the flow does not have.
 */
export function nextStep(flow: Flow, key: string, branch?: Branch): Step | undefined {
  return following(flow.steps, key, branch, undefined)
}

function following(
  steps: readonly Step[],
  key: string,
  branch: Branch | undefined,
  afterwards: Step | undefined,
): Step | undefined {
  for (const [position, step] of steps.entries()) {
    const after = steps[position + 1] ?? afterwards
    if (step.key === key) return stepAfter(step, branch, after)
    if (step.kind !== 'condition') continue
    for (const nested of [step.then, step.otherwise ?? []]) {
      if (allSteps(nested).some((inner) => inner.key === key)) return following(nested, key, branch, after)
    }
  }
  return undefined
}

function stepAfter(step: Step, branch: Branch | undefined, after: Step | undefined): Step | undefined {
  if (step.kind === 'end') return undefined
  if (step.kind !== 'condition') return after
  return (branch === 'then' ? step.then[0] : step.otherwise?.[0]) ?? after
}

/** A fact that may start flows. The caller maps the events it stores to these. */
export type FlowFact =
  | { readonly kind: 'entry-created'; readonly collection: string }
  | { readonly kind: 'entry-changed'; readonly collection: string; readonly fields: readonly string[] }
  | { readonly kind: 'entry-moved'; readonly collection: string; readonly transition: string }
  | { readonly kind: 'message-posted'; readonly collection: string }
  | { readonly kind: 'acknowledged' | 'clock-near' | 'clock-expired'; readonly collection: string }
  | { readonly kind: 'task-done'; readonly collection: string; readonly task: string }

/** Whether the fact starts the flow. `flow.when` is the caller's: it needs the entry. */
export function triggered(flow: Flow, fact: FlowFact): boolean {
  return matches(flow.on, fact)
}

function matches(trigger: Trigger, fact: FlowFact): boolean {
  if (trigger.kind !== fact.kind || trigger.collection !== fact.collection) return false
  switch (trigger.kind) {
    case 'entry-created':
    case 'message-posted':
    case 'acknowledged':
    case 'clock-near':
    case 'clock-expired':
      return true
    case 'entry-changed':
      return (
        !trigger.fields ||
        (fact.kind === 'entry-changed' && fact.fields.some((field) => trigger.fields?.includes(field)))
      )
    case 'entry-moved':
      return (
        !trigger.transitions || (fact.kind === 'entry-moved' && trigger.transitions.includes(fact.transition))
      )
    case 'task-done':
      return !trigger.task || (fact.kind === 'task-done' && trigger.task === fact.task)
  }
}
