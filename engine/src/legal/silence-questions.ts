// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import { silenceMessages } from './silence-messages.ts'
import type { Period } from './period.ts'
import type { Regime } from './regime.ts'

/** The five cases of CRPA, art. L231-4, in which silence rejects, as questions to who makes a procedure. */
export const silenceQuestionKeys = [
  'not-individual',
  'no-procedure',
  'financial',
  'excluded',
  'from-agents',
] as const
export type SilenceQuestionKey = (typeof silenceQuestionKeys)[number]

export type SilenceQuestion = {
  readonly key: SilenceQuestionKey
  readonly question: LocalizedText
  /** Examples, and where to look when unsure. */
  readonly help: LocalizedText
}

/** Yes to one of them, and silence rejects. */
export type SilenceAnswers = Readonly<Partial<Record<SilenceQuestionKey, boolean>>>

export type ProposedRegime =
  | { readonly complete: false; readonly next: SilenceQuestion }
  | {
      readonly complete: true
      readonly regime: {
        readonly silence: Exclude<Regime['silence'], 'none'>
        readonly period: Period
        readonly legalBasis: LocalizedText
        readonly because: LocalizedText
      }
      /** The answers that decided: none when silence accepts. */
      readonly because: readonly SilenceQuestionKey[]
      /** What to verify before publishing: other texts may give another period or another meaning. */
      readonly verify: LocalizedText
    }

/** The questions, in the order they are asked. */
export const silenceQuestions: readonly SilenceQuestion[] = silenceQuestionKeys.map((key) => ({
  key,
  ...silenceMessages.questions[key],
}))

/**
 * What silence means for a procedure, from the answers to the five questions: two months that accept, unless one
 * answer is yes (CRPA, art. L231-1 and L231-4, read on 2026-11-21).
 *
 * A proposal, not a decision: it knows nothing of the decrees that name procedures one by one, and says so. One yes is
 * enough to propose a refusal; an acceptance is proposed only once all five are answered.
 */
export function proposeRegime(answers: SilenceAnswers): ProposedRegime {
  const because = silenceQuestionKeys.filter((key) => answers[key] === true)
  const next = silenceQuestions.find(({ key }) => answers[key] === undefined)
  if (because.length === 0 && next) return { complete: false, next }
  const rejects = because.length > 0
  return {
    complete: true,
    because,
    regime: {
      silence: rejects ? 'rejects' : 'accepts',
      period: { months: 2 },
      legalBasis: rejects ? silenceMessages.rejectsBasis : silenceMessages.acceptsBasis,
      because: reasonsOf(because),
    },
    verify: silenceMessages.verify,
  }
}

function reasonsOf(keys: readonly SilenceQuestionKey[]): LocalizedText {
  if (keys.length === 0) return silenceMessages.principle
  const reasons = keys.map((key) => silenceMessages.reasons[key])
  return { fr: reasons.map(({ fr }) => fr).join(' '), en: reasons.map(({ en }) => en).join(' ') }
}
