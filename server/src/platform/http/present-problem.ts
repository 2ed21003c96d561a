// SPDX-License-Identifier: MIT
import type { Locale } from '@guichet/engine'
import { problemMessagesEn } from './problem-messages.en.ts'
import { problemMessagesFr } from './problem-messages.fr.ts'
import type { DataOf, InputProblem, Problem, ProblemCode } from './problems.ts'

/** The sentences of every problem in one language; the detail says what to do. */
export type ProblemMessages = {
  readonly [Code in ProblemCode]: {
    title: string
    detail: string | ((data: NonNullable<DataOf<Code>>) => string)
  }
}

const messages: Record<Locale, ProblemMessages> = { fr: problemMessagesFr, en: problemMessagesEn }

/** A problem in the reader's language, safe to show. `reference` is the request id under which the log tells more. */
export type PresentedProblem = {
  readonly status: number
  readonly code: ProblemCode
  readonly title: string
  readonly detail: string
  readonly reference: string
  readonly data?: unknown
}

/** The problem as a page or an answer tells it. */
export function presentProblem(problem: Problem, locale: Locale, reference: string): PresentedProblem {
  const { title, detail } = messages[locale][problem.code]
  return {
    status: problem.status,
    code: problem.code,
    title,
    // The catalogue's own type ties a code to its data; seen through a union of codes, it no longer does.
    detail: typeof detail === 'string' ? detail : (detail as (data: unknown) => string)(problem.data),
    reference,
    ...(problem.data !== undefined && { data: presentData(problem.data, locale) }),
  }
}

/** The body of an `application/problem+json` answer (RFC 9457, read 2026-03): its members, then ours. */
export function problemToJson(problem: Problem, locale: Locale, requestId: string): Record<string, unknown> {
  const { status, code, title, detail, data } = presentProblem(problem, locale, requestId)
  return {
    type: `urn:guichet:problem:${code}`,
    title,
    status,
    detail,
    code,
    requestId,
    ...(data as object | undefined),
  }
}

/** Lists of refused values are told in the reader's language, the rest goes as it is. */
function presentData(data: object, locale: Locale): object {
  return Object.fromEntries(
    Object.entries(data).map(([key, value]) => [
      key,
      key === 'fields' || key === 'errors' ? inWords(value, locale) : value,
    ]),
  )
}

function inWords(problems: readonly InputProblem[], locale: Locale): object[] {
  return problems.map(({ path, code, text }) => ({ path, code, message: text[locale] }))
}
