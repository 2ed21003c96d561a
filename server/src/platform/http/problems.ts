// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'

/**
 * Everything that can stop a request, with the HTTP status it answers. A module that needs another problem adds it
 * here, with its data below and its sentences in `problem-messages.fr.ts` and `.en.ts`: the compiler asks for both.
 */
export const problemStatus = {
  'malformed-request': 400,
  'unknown-field': 400,
  'sign-in-required': 401,
  'sign-in-refused': 401,
  'key-refused': 401,
  'not-allowed': 403,
  'needs-second-administrator': 403,
  'foreign-site': 403,
  'not-found': 404,
  'method-not-allowed': 405,
  'acting-ended': 409,
  'entry-changed': 409,
  'transition-refused': 409,
  'change-decided': 409,
  'change-conflict': 409,
  'already-exists': 409,
  'still-used': 409,
  'duplicate-request': 409,
  'procedure-closed': 409,
  'link-expired': 410,
  'link-revoked': 410,
  'too-large': 413,
  'unsupported-file': 415,
  'unsupported-format': 415,
  'invalid-input': 422,
  'invalid-solution': 422,
  'rate-limited': 429,
  internal: 500,
  'database-unavailable': 503,
  'storage-unavailable': 503,
  'too-slow': 503,
  'storage-full': 507,
} as const satisfies Record<string, number>

export type ProblemCode = keyof typeof problemStatus

/** A value that was refused, at its place (`applicantEmail`, `children.0.name`; empty: the whole), and why. */
export type InputProblem = { readonly path: string; readonly code: string; readonly text: LocalizedText }

/**
 * What goes with a problem to the one who caused it: never a stack, SQL, or data they may not read.
 * A code that is absent carries nothing.
 */
export type ProblemData = {
  /** The place of the text that could not be read, or nothing when it is the whole. */
  'malformed-request': { readonly path?: string }
  'unknown-field': { readonly field: string }
  /** The entry as it is now, as the actor may see it. */
  'entry-changed': { readonly current: unknown }
  'transition-refused': { readonly refusal: string; readonly because?: LocalizedText | undefined }
  /** Fields whose value changed since they were proposed, and the version of the entry that says so. */
  'change-conflict': { readonly fields: readonly string[]; readonly entryVersion: number }
  'already-exists': { readonly field: string }
  /** Where the running or finished first request can be looked at, when it is known. */
  'duplicate-request': { readonly location?: string }
  'link-expired': { readonly renewable: boolean }
  'too-large': { readonly maxBytes: number }
  /** Content types accepted, when the list is short enough to tell. */
  'unsupported-file': { readonly found?: string; readonly accepted?: readonly string[] }
  'invalid-input': { readonly fields: readonly InputProblem[] }
  'invalid-solution': { readonly errors: readonly InputProblem[] }
  'rate-limited': { readonly retryAfterSeconds: number }
}

export type DataOf<Code extends ProblemCode> = Code extends keyof ProblemData ? ProblemData[Code] : undefined

/** What stops a request: thrown anywhere, answered once, by the error handler (RFC 9457) or by a page. */
export class Problem<Code extends ProblemCode = ProblemCode> extends Error {
  override name = 'Problem'
  readonly code: Code
  readonly status: number
  readonly data: DataOf<Code>

  constructor(code: Code, data: DataOf<Code>, cause?: unknown) {
    super(code, cause === undefined ? undefined : { cause })
    this.code = code
    this.status = problemStatus[code]
    this.data = data
  }
}

type Argument<Code extends ProblemCode> = Code extends keyof ProblemData
  ? [data: ProblemData[Code]]
  : [data?: undefined]

/** The problem of that code, to throw: `throw problem('entry-changed', { current })`. */
export function problem<Code extends ProblemCode>(code: Code, ...[data]: Argument<Code>): Problem<Code> {
  return new Problem(code, data as DataOf<Code>)
}

/** The problem that another error amounts to; that error goes to the log, not to the answer. */
export function problemFrom<Code extends ProblemCode>(
  cause: unknown,
  code: Code,
  ...[data]: Argument<Code>
): Problem<Code> {
  return new Problem(code, data as DataOf<Code>, cause)
}

/** Whether `error` is a problem, of that code when one is given. */
export function isProblem<Code extends ProblemCode>(error: unknown, code?: Code): error is Problem<Code> {
  return error instanceof Problem && (code === undefined || error.code === code)
}
