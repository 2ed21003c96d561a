// SPDX-License-Identifier: MIT
import type { Flow, Step } from '../../flow/flow.ts'
import { allSteps, triggered, type FlowFact } from '../../flow/traverse.ts'
import type { CheckScope } from './report.ts'

/** Flows that start themselves, or each other in a ring, without any waiting step: they would run for ever. */
export function checkEndlessFlows(scope: CheckScope): void {
  const flows = Object.entries(scope.solution.flows ?? {})
  const restless = flows.filter(([, flow]) => !allSteps(flow.steps).some(isWait))
  const next = new Map(restless.map(([key, flow]) => [key, started(flow, restless)]))
  for (const cycle of cycles(next)) {
    scope.report('endless-flows', `flows.${cycle[0] ?? ''}`, { cycle: [...cycle, cycle[0]].join(' → ') })
  }
}

function isWait(step: Step): boolean {
  return step.kind === 'wait' || step.kind === 'wait-until'
}

function started(flow: Flow, among: readonly (readonly [string, Flow])[]): readonly string[] {
  const facts = allSteps(flow.steps).flatMap((step) => factsOf(step, flow.on.collection))
  return among.filter(([, other]) => facts.some((fact) => triggered(other, fact))).map(([key]) => key)
}

function factsOf(step: Step, collection: string): readonly FlowFact[] {
  if (step.kind === 'change-entry')
    return [{ kind: 'entry-changed', collection, fields: Object.keys(step.set) }]
  if (step.kind === 'move-entry') return [{ kind: 'entry-moved', collection, transition: step.transition }]
  return []
}

/** One cycle through each node that lies on one, each set of nodes once. */
export function cycles(next: ReadonlyMap<string, readonly string[]>): readonly (readonly string[])[] {
  const found: string[][] = []
  const told = new Set<string>()
  const visit = (node: string, trail: readonly string[]): void => {
    const start = trail.indexOf(node)
    if (start !== -1) {
      const cycle = trail.slice(start)
      if (cycle.some((one) => told.has(one))) return
      for (const one of cycle) told.add(one)
      found.push(cycle)
      return
    }
    if (done.has(node)) return
    for (const after of next.get(node) ?? []) visit(after, [...trail, node])
    done.add(node)
  }
  const done = new Set<string>()
  for (const node of next.keys()) visit(node, [])
  return found
}
