// SPDX-License-Identifier: MIT
import {
  inLocale,
  type Locale,
  proposeRegime,
  type SilenceAnswers,
  silenceQuestionKeys,
  silenceQuestions,
} from '@guichet/engine'

/** The answers in an address or a form: `oui` or `non` under the name of each question. */
export function readAnswers(valueOf: (name: string) => string | null | undefined): SilenceAnswers {
  return Object.fromEntries(
    silenceQuestionKeys.flatMap((key) => {
      const value = valueOf(key)
      return value === 'oui' || value === 'non' ? [[key, value === 'oui']] : []
    }),
  )
}

/** The questions with the answers given, and what follows from them once they are enough. */
export function questionsAndProposal(answers: SilenceAnswers, locale: Locale) {
  const proposed = proposeRegime(answers)
  return {
    questions: silenceQuestions.map(({ key, question, help }) => ({
      key,
      question: inLocale(question, locale),
      help: inLocale(help, locale),
      answer: answers[key] === undefined ? null : answers[key] ? ('oui' as const) : ('non' as const),
    })),
    next: proposed.complete ? null : proposed.next.key,
    proposal: proposed.complete
      ? {
          silence: proposed.regime.silence,
          months: 'months' in proposed.regime.period ? proposed.regime.period.months : 0,
          legalBasis: proposed.regime.legalBasis,
          because: inLocale(proposed.regime.because, locale),
          verify: inLocale(proposed.verify, locale),
        }
      : null,
  }
}
