// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { condition, path } from '../condition/condition.ts'
import { localizedText } from '../text/localized.ts'
import { roleName } from './grant.ts'

/** Who decides a level: those of a grant who have an account and can be named from the entry. */
const decider = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('role'), role: roleName }),
  z.strictObject({ kind: z.literal('role-at'), role: roleName, at: path }),
  z.strictObject({ kind: z.literal('relation'), path }),
])

export const circuitLevel = z.strictObject({
  title: localizedText,
  who: decider,
  /** Read on the entry as it is when the level is reached; the level is passed over when it does not hold. */
  when: condition.optional(),
  /** Days after which those of the level are reminded. */
  deadlineDays: z.int().min(1).max(365).optional(),
})
export type CircuitLevel = z.infer<typeof circuitLevel>

/**
 * The levels that an edit passes, one after the other, before it is written. A grant names its circuit (`approval`);
 * until the last level has accepted, the entry keeps its values and the edit waits beside them as a change request.
 */
export const approvalCircuit = z.strictObject({
  title: localizedText,
  levels: z.array(circuitLevel).min(1).max(9),
  /** Whoever proposes may also accept at a level they decide; refused when absent. */
  proposerMayDecide: z.boolean().optional(),
})
export type ApprovalCircuit = z.infer<typeof approvalCircuit>
