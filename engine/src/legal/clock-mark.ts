// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { key } from '../text/key.ts'

/** What a transition is for the legal clock of the entry. One without a mark does nothing to it. */
export const clockEffects = [
  /** Passes the entry to the authority that is competent. */
  'forwards',
  /** Asks the applicant for what the texts require and is missing. */
  'asks-completion',
  /** What was missing has come, or is no longer waited for. */
  'completes',
  /** An express decision. */
  'decides',
  'withdraws',
  /** Takes a decision or a withdrawal back. */
  'reopens',
] as const

export const clockMark = z.strictObject({
  does: z.enum(clockEffects).optional(),
  /** Date field of the transition's form: until when the applicant may complete. */
  deadline: key.optional(),
  /** Yes-no field of the transition's form: only when it says yes is something required missing. */
  onlyIf: key.optional(),
  /** After it the acknowledgement of receipt is sent, when it waited for the desk's check. */
  acknowledges: z.boolean().optional(),
})
export type ClockMark = z.infer<typeof clockMark>
