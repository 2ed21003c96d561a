// SPDX-License-Identifier: MIT
import { compileTemplate } from '../expression/template.ts'
import { expressionProblemText } from '../expression/problems.ts'
import { mailTextShape } from './check/language.ts'
import { collectionsSending } from './check/mails.ts'
import { checkRegimes } from './check/regimes.ts'
import { collectProblems, own } from './check/report.ts'
import { type AdjustedText, type Adjustments, adjust } from './adjust.ts'
import { adjustmentMessages } from './adjust-messages.ts'
import { modelOf } from './model.ts'
import { type Locale, locales, type LocalizedText } from '../text/localized.ts'
import type { Solution } from './solution.ts'

/**
 * What is to be looked at in a body's own edits.
 *
 * - `gone`: of a procedure, mail or text that the solution does not have any more; kept, and without effect.
 * - `original-changed`: the solution's text is not the one that was replaced; both are given.
 * - `faulty-tag`: a tag that cannot be merged. Refused when it is written; a later release may also take its field away.
 * - `closes-before-opening`: with the dates that the solution keeps.
 * - `regime-incomplete`: a regime that lacks a mention or a mark of the circuit, which the solution does not bring.
 */
export type AdjustmentProblem =
  | {
      readonly code: 'gone' | 'faulty-tag' | 'closes-before-opening' | 'regime-incomplete'
      readonly path: string
      readonly message: LocalizedText
    }
  | {
      readonly code: 'original-changed'
      readonly path: string
      readonly message: LocalizedText
      /** The body's own text, the one it replaced, and the one of the solution now. */
      readonly text: LocalizedText
      readonly original: LocalizedText
      readonly present: LocalizedText
    }

/** Everything to look at in the adjustments of a solution, with its place: `mails.receipt.body.fr`. */
export function checkAdjustments(solution: Solution, adjustments: Adjustments): readonly AdjustmentProblem[] {
  return [
    ...goneProblems(solution, adjustments),
    ...windowProblems(solution, adjustments),
    ...regimeProblems(solution, adjustments),
    ...messageAdjustments(adjustments).flatMap((found) => textProblems(solution, found)),
  ]
}

type MessageAdjustment = {
  readonly kind: 'mails' | 'texts'
  readonly key: string
  readonly part: 'subject' | 'body' | 'button' | 'text'
  readonly adjusted: AdjustedText
}

function messageAdjustments({ mails, texts }: Adjustments): MessageAdjustment[] {
  const of = (kind: 'mails' | 'texts', all: Readonly<Record<string, object>> = {}) =>
    Object.entries(all).flatMap(([key, parts]) =>
      Object.entries(parts).flatMap(([part, adjusted]: [string, AdjustedText | undefined]) =>
        // The keys of the schemas of adjustments.
        adjusted ? [{ kind, key, part: part as MessageAdjustment['part'], adjusted }] : [],
      ),
    )
  return [...of('mails', mails), ...of('texts', texts)]
}

function textProblems(solution: Solution, found: MessageAdjustment): AdjustmentProblem[] {
  const { kind, key, part, adjusted } = found
  const template: Readonly<Record<string, unknown>> | undefined = own<Readonly<Record<string, unknown>>>(
    solution[kind],
    key,
  )
  if (!template) return []
  const path = `${kind}.${key}.${part}`
  const tags = checkMessageText(solution, { kind, key, text: adjusted.text }).map(({ locale, message }) => ({
    code: 'faulty-tag' as const,
    path: `${path}.${locale}`,
    message,
  }))
  // A part of a template is a text, or is not there any more: a button that was taken away.
  const present = template[part] as LocalizedText | undefined
  if (!present) return [{ code: 'gone', path, message: adjustmentMessages.gonePart }]
  const same = locales.every((locale) => present[locale] === adjusted.original[locale])
  if (same) return tags
  const { text, original } = adjusted
  const message = adjustmentMessages.originalChanged
  return [...tags, { code: 'original-changed', path, message, text, original, present }]
}

/** A tag of a text that cannot be merged, with the offset where it starts. */
export type MessageTextProblem = {
  readonly locale: Locale
  readonly at: number
  /** As it is written between the braces. */
  readonly found: string
  readonly message: LocalizedText
}

/** Every faulty tag of a text, for each collection whose flows send the message it is for. */
export function checkMessageText(
  solution: Solution,
  { kind, key, text }: { kind: 'mails' | 'texts'; key: string; text: LocalizedText },
): readonly MessageTextProblem[] {
  const senders = collectionsSending(solution, kind).get(key) ?? new Map()
  const problems = [...senders.values()].flatMap((collection) =>
    locales.flatMap((locale) => {
      const compiled = compileTemplate(text[locale], { variables: mailTextShape(collection) })
      if (compiled.ok) return []
      return compiled.problems.map(({ at, expression, problem }) => ({
        locale,
        at,
        found: expression,
        message: expressionProblemText(problem),
      }))
    }),
  )
  const places = problems.map(({ locale, at }) => `${locale} ${at}`)
  return problems.filter((_, index) => places.indexOf(places[index] ?? '') === index)
}

function goneProblems(solution: Solution, adjustments: Adjustments): AdjustmentProblem[] {
  return (['procedures', 'mails', 'texts'] as const).flatMap((kind) =>
    Object.keys(adjustments[kind] ?? {}).flatMap((key): AdjustmentProblem[] =>
      own<unknown>(solution[kind], key) === undefined
        ? [{ code: 'gone', path: `${kind}.${key}`, message: adjustmentMessages.gone(key) }]
        : [],
    ),
  )
}

function windowProblems(solution: Solution, adjustments: Adjustments): AdjustmentProblem[] {
  const { procedures } = adjust(solution, adjustments)
  return Object.keys(adjustments.procedures ?? {}).flatMap((key): AdjustmentProblem[] => {
    const { opensOn, closesOn } = own(procedures, key) ?? {}
    return opensOn !== undefined && closesOn !== undefined && closesOn < opensOn
      ? [
          {
            code: 'closes-before-opening',
            path: `procedures.${key}.closesOn`,
            message: adjustmentMessages.closesBeforeOpening,
          },
        ]
      : []
  })
}

/** What `check` would say of the regimes that the body adopted, at the place where it adopted them. */
function regimeProblems(solution: Solution, adjustments: Adjustments): AdjustmentProblem[] {
  const adopted = Object.entries(adjustments.procedures ?? {}).flatMap(([key, { regimes }]) =>
    regimes ? [key] : [],
  )
  if (adopted.length === 0) return []
  const adjusted = adjust(solution, adjustments)
  const { problems, report } = collectProblems()
  checkRegimes({ solution: adjusted, others: [], model: modelOf([adjusted]), report })
  return adopted.flatMap((key) => {
    const found = problems.find(({ path }) => path.startsWith(`procedures.${key}.regimeChanges[`))
    if (!found) return []
    return [{ code: 'regime-incomplete', path: `procedures.${key}.regimes`, message: found.message }]
  })
}
