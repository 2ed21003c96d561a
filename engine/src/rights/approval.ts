// SPDX-License-Identifier: MIT
import type { Condition } from '../condition/condition.ts'
import type { ApprovalCircuit } from './circuit.ts'
import { writesField } from './decide.ts'
import type { HeldGrant } from './grants-of.ts'

/** What becomes of an edit: the fields written at once, and those that wait, by the circuit they pass. */
export type EditPlan = {
  readonly now: readonly string[]
  readonly proposed: ReadonlyMap<string, readonly string[]>
}

/**
 * How the edit of these fields goes, from the grants that hold on the entry.
 *
 * A grant without `approval` that gives the field has it written at once, whatever the others ask; otherwise the first
 * grant that gives it names the circuit. A field that no grant gives is in neither part: refuse it before.
 */
export function planEdit(holding: readonly HeldGrant[], fields: Iterable<string>): EditPlan {
  const now: string[] = []
  const proposed = new Map<string, string[]>()
  for (const field of fields) {
    const giving = holding.filter(({ grant }) => writesField(grant, field))
    const [first] = giving
    if (!first) continue
    const circuit = giving.every(({ grant }) => grant.approval !== undefined) && first.grant.approval
    if (circuit) proposed.set(circuit, [...(proposed.get(circuit) ?? []), field])
    else now.push(field)
  }
  return { now, proposed }
}

/**
 * The place of the level that comes after `level` (-1 to begin): the first whose condition holds. `undefined` when
 * none is left: the edit is written.
 */
export function levelAfter(
  circuit: ApprovalCircuit,
  level: number,
  holds: (condition: Condition) => boolean,
): number | undefined {
  const place = circuit.levels.findIndex(({ when }, at) => at > level && (when === undefined || holds(when)))
  return place === -1 ? undefined : place
}

export type DecisionRefusal =
  /** The actor is not of this level. */
  | 'not-a-decider'
  /** The actor proposed it, and the circuit does not let them decide. */
  | 'own-proposal'
  /** Some proposed field is hidden from the actor: nobody accepts what they cannot read. */
  | 'unreadable'

export type DecisionFacts = {
  readonly circuit: ApprovalCircuit
  readonly isDecider: boolean
  readonly isProposer: boolean
  readonly fields: readonly string[]
  readonly readable: ReadonlySet<string>
}

/** Whether the actor decides the level that a change request has reached: `undefined`, or why not. */
export function refusalToDecide(facts: DecisionFacts): DecisionRefusal | undefined {
  if (!facts.isDecider) return 'not-a-decider'
  if (facts.isProposer && facts.circuit.proposerMayDecide !== true) return 'own-proposal'
  return facts.fields.every((field) => facts.readable.has(field)) ? undefined : 'unreadable'
}

/** The value that was there when it was proposed, and the one proposed, by field. */
export type ProposedChanges = Readonly<Record<string, readonly [before: unknown, proposed: unknown]>>

/** The fields that somebody else changed meanwhile: neither what they were nor what is proposed. */
export function conflictsOf(
  changes: ProposedChanges,
  current: Readonly<Record<string, unknown>>,
): readonly string[] {
  return Object.entries(changes).flatMap(([field, [before, proposed]]) => {
    const now = current[field]
    return sameValue(now, before) || sameValue(now, proposed) ? [] : [field]
  })
}

/** Whether two stored values say the same, whatever the order of their keys. */
export function sameValue(one: unknown, other: unknown): boolean {
  return JSON.stringify(inOrder(one)) === JSON.stringify(inOrder(other))
}

function inOrder(value: unknown): unknown {
  if (value === undefined || value === null) return null
  if (Array.isArray(value)) return value.map(inOrder)
  if (typeof value !== 'object') return value
  const pairs = Object.entries(value).filter(([, part]) => part !== undefined)
  return Object.fromEntries(
    pairs.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, part]) => [key, inOrder(part)]),
  )
}
