// SPDX-License-Identifier: MIT
import {
  type ApprovalCircuit,
  type CircuitLevel,
  type CollectionRef,
  collectionOf,
  collectionRef,
  solutionOf,
} from '@guichet/engine'
import type { Definitions } from '../definitions/index.ts'

/** A circuit with the full name under which requests keep it; the roles of its levels are of `solution`. */
export type NamedCircuit = {
  readonly name: CollectionRef
  readonly solution: string
  readonly circuit: ApprovalCircuit
}

/** The circuit that a grant on `collection` names, or a request by its full name; `undefined` once it is gone. */
export function circuitOf(
  { solutions }: Definitions,
  collection: CollectionRef,
  named: string,
): NamedCircuit | undefined {
  const name = collectionRef(named, solutionOf(collection))
  const solution = solutionOf(name)
  const circuits = solutions.get(solution)?.solution.circuits ?? {}
  const key = collectionOf(name)
  const circuit = Object.hasOwn(circuits, key) ? circuits[key] : undefined
  return circuit && { name, solution, circuit }
}

/** When those of a level that is reached now are reminded. */
export function dueAt(level: CircuitLevel | undefined, now: Date): Date | null {
  return level?.deadlineDays === undefined ? null : new Date(now.getTime() + level.deadlineDays * 86_400_000)
}
