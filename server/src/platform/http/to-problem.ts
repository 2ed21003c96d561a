// SPDX-License-Identifier: MIT
import { hasZodFastifySchemaValidationErrors } from 'fastify-type-provider-zod'
import { isProblem, type InputProblem, type Problem, problemFrom } from './problems.ts'
import { postgresProblem } from './postgres-problems.ts'
import { shapeMessages } from './shape-messages.ts'

/** The codes under which fastify and its plugins refuse a request, and what they amount to. */
const refusals: Readonly<Record<string, (error: Error, limits: Limits) => Problem>> = {
  FST_ERR_CTP_BODY_TOO_LARGE: (error, { bodyLimit }) =>
    problemFrom(error, 'too-large', { maxBytes: bodyLimit }),
  FST_REQ_FILE_TOO_LARGE: (error, { maxUploadBytes }) =>
    problemFrom(error, 'too-large', { maxBytes: maxUploadBytes }),
  FST_FILES_LIMIT: (error, { maxUploadBytes }) =>
    problemFrom(error, 'too-large', { maxBytes: maxUploadBytes }),
  FST_PARTS_LIMIT: (error, { maxUploadBytes }) =>
    problemFrom(error, 'too-large', { maxBytes: maxUploadBytes }),
  FST_FIELDS_LIMIT: (error, { maxUploadBytes }) =>
    problemFrom(error, 'too-large', { maxBytes: maxUploadBytes }),
  FST_ERR_CTP_INVALID_MEDIA_TYPE: (error) => problemFrom(error, 'unsupported-format'),
  FST_INVALID_MULTIPART_CONTENT_TYPE: (error) => problemFrom(error, 'unsupported-format'),
  ENOSPC: (error) => problemFrom(error, 'storage-full'),
  EDQUOT: (error) => problemFrom(error, 'storage-full'),
}

export type Limits = { readonly bodyLimit: number; readonly maxUploadBytes: number }

/**
 * Any error as a problem: itself, what it is known to amount to, or `internal`, whose cause only the log tells.
 */
export function toProblem(error: unknown, limits: Limits): Problem {
  if (isProblem(error)) return error
  if (hasZodFastifySchemaValidationErrors(error))
    return problemFrom(error, 'invalid-input', { fields: shapeProblems(error.validation) })
  const known = knownRefusal(error, limits) ?? postgresProblem(error)
  if (known) return known
  return isClientError(error) ? problemFrom(error, 'malformed-request', {}) : problemFrom(error, 'internal')
}

function knownRefusal(error: unknown, limits: Limits): Problem | undefined {
  if (!(error instanceof Error)) return undefined
  const { code } = error as { code?: unknown }
  return typeof code === 'string' ? refusals[code]?.(error, limits) : undefined
}

/** Fastify gives a status to the errors of the request itself: bad JSON, truncated body, header too long. */
function isClientError(error: unknown): boolean {
  const status = (error as { statusCode?: unknown } | null)?.statusCode
  return typeof status === 'number' && status >= 400 && status < 500
}

function shapeProblems(issues: readonly { keyword: string; instancePath: string }[]): InputProblem[] {
  return issues.map(({ keyword, instancePath }) => ({
    path: instancePath.split('/').filter(Boolean).join('.'),
    code: keyword.replaceAll('_', '-'),
    text:
      keyword in shapeMessages ? shapeMessages[keyword as keyof typeof shapeMessages] : shapeMessages.other,
  }))
}
