// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { localizedText } from '../text/localized.ts'
import { holidayCalendar } from './calendar.ts'
import { period } from './period.ts'

/** The service that a request is in the charge of, as an acknowledgement must name it. */
export const serviceInCharge = z.strictObject({
  name: localizedText,
  address: z.array(z.string().min(1).max(200)).max(6).optional(),
  email: z.email().optional(),
  phone: z.string().min(1).max(30).optional(),
})
export type ServiceInCharge = z.infer<typeof serviceInCharge>

/**
 * What the law says of a procedure's requests: what silence means and when, and what the acknowledgement of receipt
 * must say of it. The mentions are those of the Code des relations entre le public et l'administration (CRPA), art.
 * R112-5; `check` refuses a procedure that lacks one.
 */
export const regime = z.strictObject({
  /** What the body's silence decides (CRPA, art. L231-1 and L231-4); `none` under a special text. */
  silence: z.enum(['accepts', 'rejects', 'none']),
  /** How long the silence lasts before it decides. */
  period: period.optional(),
  /** The texts that say so: read by agents, and by the applicant on the acknowledgement. */
  legalBasis: localizedText.optional(),
  /** Why it is so and not otherwise: what the administrator answered when the procedure was made. */
  because: localizedText.optional(),
  /**
   * Who is competent: `body`, whoever receives the request here, or `forwarded`, the authority that a transition marked
   * `forwards` passes it to. An acceptance by silence runs from receipt by the competent one (CRPA, art. L114-3).
   */
  competent: z.enum(['body', 'forwarded']).default('body'),
  /** Days given to send what is missing, unless the agent says until when (CRPA, art. L114-5). */
  completionDays: z.int().min(1).max(365).default(30),
  /** `working-day`: a period that ends on a day without work ends on the next worked one. Silence usually does not wait. */
  ends: z.enum(['any-day', 'working-day']).default('any-day'),
  calendar: holidayCalendar.default('FR'),
  /** Days before the end on which those who handle the request are told. */
  alertDays: z.array(z.int().min(0).max(365)).max(6).default([15, 5]),
  /** `body`: the body itself, with the address it gives of itself. */
  inCharge: z.union([z.literal('body'), serviceInCharge]).default('body'),
  /** How a refusal by silence is contested, and until when. */
  remedies: localizedText.optional(),
  /**
   * `at-filing`: the acknowledgement goes with the receipt. `after-check`: once the desk has seen whether something is
   * missing (a transition marked `acknowledges`), after `acknowledgeWithinDays` at the latest.
   */
  acknowledged: z.enum(['at-filing', 'after-check']).default('at-filing'),
  /** An acknowledgement that is not immediate follows the receipt within seven days (rules of CRPA, art. L112-11). */
  acknowledgeWithinDays: z.int().min(1).max(30).default(7),
})
export type Regime = z.infer<typeof regime>
/** As its author writes it. */
export type RegimeInput = z.input<typeof regime>

/** A regime written in TypeScript, with what it does not say filled in. */
export function defineRegime(input: RegimeInput): Regime {
  return regime.parse(input)
}
