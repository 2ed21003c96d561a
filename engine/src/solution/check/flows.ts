// SPDX-License-Identifier: MIT
import type { Collection } from '../../collection/collection.ts'
import type { Duration, Flow, Recipient, Step, StepValue, Trigger } from '../../flow/flow.ts'
import { allSteps } from '../../flow/traverse.ts'
import { fieldOf } from './collections.ts'
import { flowShape, reportCondition, reportExpression, reportPath, reportTemplate } from './language.ts'
import { checkValue } from './procedures.ts'
import { own, ownCollection, ownRef, repeated, type CheckScope } from './report.ts'
import { checkLink, checkRole } from './rights.ts'

/** Flows: a trigger that can happen, steps whose every name exists, each step with its own key. */
export function checkFlows(scope: CheckScope): void {
  for (const [key, flow] of Object.entries(scope.solution.flows ?? {})) checkFlow(scope, flow, `flows.${key}`)
}

type FlowPlace = {
  readonly scope: CheckScope
  readonly collectionKey: string
  readonly collection: Collection
}

function checkFlow(scope: CheckScope, flow: Flow, path: string): void {
  const collection = ownCollection(scope, flow.on.collection, `${path}.on.collection`)
  for (const name of repeated(allSteps(flow.steps).map((step) => step.key))) {
    scope.report('duplicate-key', `${path}.steps`, { name })
  }
  if (!collection) return
  const place = { scope, collectionKey: flow.on.collection, collection }
  checkTrigger(place, flow.on, `${path}.on`)
  if (flow.when) reportCondition(scope, ownRef(scope, flow.on.collection), flow.when, `${path}.when`)
  checkSteps(place, flow.steps, `${path}.steps`)
}

function checkTrigger(place: FlowPlace, trigger: Trigger, path: string): void {
  switch (trigger.kind) {
    case 'entry-changed':
      for (const [index, name] of (trigger.fields ?? []).entries()) {
        fieldOf(place.scope, place.collectionKey, place.collection, name, `${path}.fields[${index}]`)
      }
      return
    case 'entry-moved':
      if (!place.collection.lifecycle) place.scope.report('no-lifecycle', path, { name: place.collectionKey })
      for (const [index, name] of (trigger.transitions ?? []).entries()) {
        checkTransitionName(place, name, `${path}.transitions[${index}]`)
      }
      return
    case 'task-done':
      if (trigger.task && !createdTasks(place.scope).has(trigger.task)) {
        place.scope.report('unknown-task', `${path}.task`, { name: trigger.task })
      }
      return
    case 'entry-created':
    case 'message-posted':
    case 'acknowledged':
    case 'clock-near':
    case 'clock-expired':
      return
  }
}

function checkSteps(place: FlowPlace, steps: readonly Step[], path: string): void {
  const end = steps.findIndex((step) => step.kind === 'end')
  for (const [index, step] of steps.entries()) {
    if (end !== -1 && index > end) {
      place.scope.report('never-reached', `${path}[${index}]`, { name: step.key })
    }
    checkStep(place, step, `${path}[${index}]`)
  }
}

function checkStep(place: FlowPlace, step: Step, path: string): void {
  const { scope, collectionKey, collection } = place
  const ref = ownRef(scope, collectionKey)
  switch (step.kind) {
    case 'condition':
      reportCondition(scope, ref, step.when, `${path}.when`)
      checkSteps(place, step.then, `${path}.then`)
      checkSteps(place, step.otherwise ?? [], `${path}.otherwise`)
      return
    case 'notify':
      checkRecipient(place, step.to, `${path}.to`)
      checkMailSent(scope, step.mail, step.link, path)
      if (step.text !== undefined && !own(scope.solution.texts, step.text))
        scope.report('unknown-text', `${path}.text`, { name: step.text })
      return
    case 'revoke-links':
      checkLink(scope, step.purpose, `${path}.purpose`)
      return
    case 'create-task':
      checkRecipient(place, step.assignee, `${path}.assignee`)
      if (step.transition) checkTransitionName(place, step.transition, `${path}.transition`)
      return
    case 'close-tasks':
      if (!createdTasks(scope).has(step.task))
        scope.report('unknown-task', `${path}.task`, { name: step.task })
      return
    case 'wait':
      if (lasts(step.for) === 0) scope.report('empty-duration', `${path}.for`, {})
      return
    case 'wait-until':
      reportCondition(scope, ref, step.when, `${path}.when`)
      if (step.atMost && lasts(step.atMost) === 0) scope.report('empty-duration', `${path}.atMost`, {})
      return
    case 'change-entry':
      for (const [name, value] of Object.entries(step.set)) {
        checkSetValue(place, name, value, `${path}.set.${name}`)
      }
      return
    case 'move-entry':
      checkTransitionName(place, step.transition, `${path}.transition`)
      return
    case 'set-number':
      if (!collection.numbering) scope.report('no-numbering', path, { name: collectionKey })
      return
    case 'call-http':
      reportTemplate(scope, step.url, `${path}.url`, collection)
      checkExpressionOf(place, step.body, `${path}.body`)
      return
    case 'end':
      return
  }
}

function checkMailSent(scope: CheckScope, mailKey: string, link: string | undefined, path: string): void {
  const mail = own(scope.solution.mails, mailKey)
  if (!mail) scope.report('unknown-mail', `${path}.mail`, { name: mailKey })
  if (!link) return
  checkLink(scope, link, `${path}.link`)
  if (mail && !mail.button) scope.report('link-without-button', `${path}.link`, { name: mailKey })
}

function checkRecipient(place: FlowPlace, recipient: Recipient, path: string): void {
  if (recipient.kind === 'role') checkRole(place.scope, recipient.role, `${path}.role`)
  if (recipient.kind === 'path') {
    reportPath(place.scope, ownRef(place.scope, place.collectionKey), recipient.path, `${path}.path`)
  }
}

function checkTransitionName(
  { scope, collectionKey, collection }: FlowPlace,
  name: string,
  path: string,
): void {
  if (own(collection.lifecycle?.transitions, name)) return
  scope.report('unknown-transition', path, { name, collection: collectionKey })
}

function checkSetValue(place: FlowPlace, name: string, value: StepValue, path: string): void {
  if (value !== null && typeof value === 'object') {
    fieldOf(place.scope, place.collectionKey, place.collection, name, path)
    checkExpressionOf(place, value, path)
  } else checkValue(place.scope, place.collectionKey, name, value, path)
}

function checkExpressionOf(
  { scope, collection }: FlowPlace,
  value: StepValue | undefined,
  path: string,
): void {
  if (value === null || typeof value !== 'object') return
  reportExpression(scope, value.expression, `${path}.expression`, flowShape(collection))
}

function createdTasks(scope: CheckScope): ReadonlySet<string> {
  const steps = Object.values(scope.solution.flows ?? {}).flatMap((flow) => allSteps(flow.steps))
  return new Set(steps.flatMap((step) => (step.kind === 'create-task' ? [step.task] : [])))
}

function lasts({ days = 0, hours = 0, minutes = 0 }: Duration): number {
  return (days * 24 + hours) * 60 + minutes
}
