// SPDX-License-Identifier: MIT
import type { FieldProblem } from './problem.ts'

/** Whether a checked value says nothing. `false` and `0` say something. */
export function isEmpty(value: unknown): boolean {
  return value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0)
}

/** What is said of a required field left empty. */
export function missingProblem(field: { readonly type: string }): FieldProblem {
  return { code: field.type === 'consent' ? 'consent_required' : 'required' }
}
