// SPDX-License-Identifier: MIT
import type { RouterContextProvider } from 'react-router'
import { webContext } from '../context.ts'

/** Why an action was refused, for the page that shows its form again. */
export interface Refusal {
  readonly code: string
  readonly status: number
  readonly title: string
  readonly detail: string
  /** Sentences at their inputs; empty when the refusal is about the whole. */
  readonly problems: readonly { readonly path: string; readonly text: string }[]
}

/** Refusals that leave the form standing; anything else has its own page. */
const aboutTheForm = new Set([
  'invalid-input',
  'entry-changed',
  'too-large',
  'unsupported-file',
  'storage-full',
  'rate-limited',
  'database-unavailable',
])

/**
 * What a service refused, when the form it came from should be shown again with what was typed.
 *
 * @param also codes that this form can tell besides the usual ones
 * @throws what was thrown, when it is not about the form
 */
export function refusalOf(
  context: Readonly<RouterContextProvider>,
  thrown: unknown,
  also: readonly string[] = [],
): Refusal {
  if (!(thrown instanceof Error)) throw thrown
  const { code, status, title, detail, data } = context.get(webContext).describeProblem(thrown)
  if (!aboutTheForm.has(code) && !also.includes(code)) throw thrown
  const { fields = [] } = (data ?? {}) as { fields?: readonly { path: string; message: string }[] }
  return {
    code,
    status,
    title,
    detail,
    problems: fields.map(({ path, message }) => ({ path, text: message })),
  }
}
