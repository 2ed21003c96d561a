// SPDX-License-Identifier: MIT
import { z } from 'zod'
import { type Regime, regime } from '../legal/regime.ts'
import { period } from '../legal/period.ts'
import type { Procedure } from '../procedure/procedure.ts'
import type { MailTemplate, SmsTemplate } from '../template/message-template.ts'
import { slug } from '../text/key.ts'
import { type LocalizedText, localizedText } from '../text/localized.ts'
import type { Solution } from './solution.ts'

/** A text of the body's own in place of the solution's, with the one it replaced: a later release may change that. */
export const adjustedText = z.strictObject({ text: localizedText, original: localizedText })
export type AdjustedText = z.infer<typeof adjustedText>

/**
 * What a body says of the silence of a procedure from a day on, in place of the solution; null: what the solution says.
 * Dated, because what was received before that day keeps the regime it was received under.
 */
export const adjustedRegime = z.strictObject({
  since: z.iso.date(),
  regime: z
    .strictObject({
      silence: regime.shape.silence,
      period: period.optional(),
      legalBasis: localizedText,
      because: localizedText,
    })
    .nullable(),
})
export type AdjustedRegime = z.infer<typeof adjustedRegime>

/** What a body changes of a procedure. `null` takes the solution's date away; absent keeps it. */
export const procedureAdjustment = z.strictObject({
  /** False: not offered here. */
  offered: z.boolean().optional(),
  opensOn: z.iso.date().nullable().optional(),
  closesOn: z.iso.date().nullable().optional(),
  /** Oldest first. */
  regimes: z.array(adjustedRegime).min(1).max(50).optional(),
})
export type ProcedureAdjustment = z.infer<typeof procedureAdjustment>

export const mailAdjustment = z.strictObject({
  subject: adjustedText.optional(),
  body: adjustedText.optional(),
  button: adjustedText.optional(),
})
export type MailAdjustment = z.infer<typeof mailAdjustment>

export const smsAdjustment = z.strictObject({ text: adjustedText.optional() })

/**
 * A body's own edits of one installed solution: which procedures it offers and when, what silence decides there, and
 * its words in mails and text messages. They lie on top of the solution as it was published, and outlive its upgrades.
 */
export const adjustmentsSchema = z.strictObject({
  procedures: z.record(slug, procedureAdjustment).optional(),
  mails: z.record(slug, mailAdjustment).optional(),
  texts: z.record(slug, smsAdjustment).optional(),
})
export type Adjustments = z.infer<typeof adjustmentsSchema>

/**
 * The solution as the body runs it. An adjustment of something that the solution does not have (any more) does
 * nothing: see `checkAdjustments`. Without adjustments the very same solution is returned.
 */
export function adjust(solution: Solution, adjustments: Adjustments | undefined): Solution {
  if (!adjustments || Object.values(adjustments).every((part) => Object.keys(part ?? {}).length === 0))
    return solution
  const procedures = laidOver(solution.procedures, adjustments.procedures, adjustProcedure)
  const mails = laidOver(solution.mails, adjustments.mails, adjustMail)
  const texts = laidOver(solution.texts, adjustments.texts, (template: SmsTemplate, { text }) => ({
    ...template,
    text: text?.text ?? template.text,
  }))
  return { ...solution, ...(procedures && { procedures }), ...(mails && { mails }), ...(texts && { texts }) }
}

function adjustProcedure(procedure: Procedure, adjustment: ProcedureAdjustment): Procedure {
  const { opensOn: _opens, closesOn: _closes, ...rest } = procedure
  const opensOn = adjustment.opensOn === undefined ? procedure.opensOn : adjustment.opensOn
  const closesOn = adjustment.closesOn === undefined ? procedure.closesOn : adjustment.closesOn
  return {
    ...rest,
    ...(opensOn && { opensOn }),
    ...(closesOn && { closesOn }),
    ...(adjustment.offered !== undefined && { offered: adjustment.offered }),
    ...(adjustment.regimes && { regimeChanges: laterRegimes(procedure, adjustment.regimes) }),
  }
}

/** The mentions that a body does not change (remedies, who is in charge, alerts) stay those of the solution. */
function laterRegimes(procedure: Procedure, own: readonly AdjustedRegime[]): Procedure['regimeChanges'] {
  const later = own.map(({ since, regime: said }) => ({
    since,
    regime: said ? withSilence(procedure.regime, said) : (procedure.regime ?? null),
  }))
  return [...(procedure.regimeChanges ?? []), ...later]
}

function withSilence(original: Regime | undefined, said: NonNullable<AdjustedRegime['regime']>): Regime {
  const { period: _period, ...kept } = original ?? regime.parse({ silence: said.silence })
  return { ...kept, ...said }
}

function adjustMail(template: MailTemplate, { subject, body, button }: MailAdjustment): MailTemplate {
  const ownButton: LocalizedText | undefined = template.button && (button?.text ?? template.button)
  return {
    ...template,
    subject: subject?.text ?? template.subject,
    body: body?.text ?? template.body,
    ...(ownButton && { button: ownButton }),
  }
}

function laidOver<Part, Adjustment>(
  parts: Readonly<Record<string, Part>> | undefined,
  adjustments: Readonly<Record<string, Adjustment>> | undefined,
  change: (part: Part, adjustment: Adjustment) => Part,
): Record<string, Part> | undefined {
  if (!parts || !adjustments) return parts
  return Object.fromEntries(
    Object.entries(parts).map(([key, part]) => {
      const adjustment = Object.hasOwn(adjustments, key) ? adjustments[key] : undefined
      return [key, adjustment === undefined ? part : change(part, adjustment)]
    }),
  )
}
