// SPDX-License-Identifier: MIT
import type { Checked } from './field-type.ts'
import type { FieldProblem } from './problem.ts'

/** Nothing was given. */
export const nothing = { ok: true, value: null } as const

export function accepted<V>(value: V): { readonly ok: true; readonly value: V } {
  return { ok: true, value }
}

export function refused(problem: FieldProblem, at?: string): Extract<Checked<never>, { ok: false }> {
  return { ok: false, problems: [at === undefined ? { problem } : { problem, at }] }
}
