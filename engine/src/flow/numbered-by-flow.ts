// SPDX-License-Identifier: MIT
import type { Solution } from '../solution/solution.ts'
import { allSteps } from './traverse.ts'

/**
 * Whether entries of a collection receive their number from a flow (`set-number`: once accepted, for instance) and
 * not on creation, as they do otherwise.
 */
export function numberedByFlow(solution: Solution, collection: string): boolean {
  return Object.values(solution.flows ?? {}).some(
    (flow) =>
      flow.on.collection === collection && allSteps(flow.steps).some(({ kind }) => kind === 'set-number'),
  )
}
