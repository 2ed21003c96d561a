// SPDX-License-Identifier: MIT
import { isProblem, type ProblemCode } from '../../platform/http/problems.ts'
import { OutgoingError, type OutgoingFailure } from '../../platform/outgoing/outgoing.ts'

/** Why a step of a run does not succeed. */
export type RunErrorCode =
  | OutgoingFailure
  | 'answer-refused'
  | 'expression-faulty'
  | 'internal'
  | 'not-accepted'
  | 'step-unknown'
  | 'too-deep'
  | 'transition-refused'

/** Kept with the run. `detail` is a key, a status or a code, never a person's data. */
export type RunError = { readonly code: RunErrorCode; readonly detail?: string }

/** A step that cannot succeed as things are: trying again by itself would change nothing. */
export class StepRefused extends Error {
  readonly error: RunError
  constructor(error: RunError) {
    super(error.code)
    this.name = 'StepRefused'
    this.error = error
  }
}

/** A step that may succeed later. */
export class StepFailed extends Error {
  readonly error: RunError
  constructor(error: RunError) {
    super(error.code)
    this.name = 'StepFailed'
    this.error = error
  }
}

/** What a thrown error means for its run, and whether to try again. */
export function judgeFailure(thrown: unknown): { error: RunError; again: boolean } {
  if (thrown instanceof StepRefused) return { error: thrown.error, again: false }
  if (thrown instanceof StepFailed) return { error: thrown.error, again: true }
  if (thrown instanceof OutgoingError) {
    const { reason } = thrown
    return { error: { code: reason }, again: reason === 'no-answer' || reason === 'timed-out' }
  }
  if (isProblem(thrown, 'transition-refused')) {
    return { error: { code: 'transition-refused', detail: thrown.data.refusal }, again: false }
  }
  if (isProblem(thrown)) {
    const passing = thrown.status >= 500 || passingRefusals.has(thrown.code)
    return { error: { code: passing ? 'internal' : 'not-accepted', detail: thrown.code }, again: passing }
  }
  return { error: { code: 'internal' }, again: true }
}

/** Refusals that pass by themselves: somebody else was writing, or too much was asked at once. */
const passingRefusals: ReadonlySet<ProblemCode> = new Set(['entry-changed', 'rate-limited'])
