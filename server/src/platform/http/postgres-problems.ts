// SPDX-License-Identifier: MIT
import { type Problem, problemFrom } from './problems.ts'

/** What the driver tells of a refusal by the server (a subset of `DatabaseError`) or of a lost connection. */
type PostgresError = { code?: unknown; constraint?: unknown; message?: unknown }

/** The field that a unique constraint speaks of: whoever adds a constraint that users can hit adds its line. */
const fieldOfConstraint: Readonly<Record<string, string>> = {
  entries_number: 'number',
  releases_number: 'number',
}

type Reading = (error: PostgresError) => Problem

const unavailable: Reading = (error) => problemFrom(error, 'database-unavailable')

/** By SQLSTATE (PostgreSQL documentation, appendix A) or by the code of a failed system call. */
const readings: Readonly<Record<string, Reading>> = {
  '22001': (error) => problemFrom(error, 'malformed-request', {}),
  '22003': (error) => problemFrom(error, 'malformed-request', {}),
  '22P02': (error) => problemFrom(error, 'malformed-request', {}),
  '22021': (error) => problemFrom(error, 'malformed-request', {}),
  '23503': (error) => problemFrom(error, 'still-used'),
  '23505': (error) => problemFrom(error, 'already-exists', { field: fieldOf(error.constraint) }),
  '53100': (error) => problemFrom(error, 'storage-full'),
  '57014': (error) => problemFrom(error, 'too-slow'),
  '25006': unavailable,
  '53300': unavailable,
  '57P01': unavailable,
  '57P02': unavailable,
  '57P03': unavailable,
  '55P03': unavailable,
  ECONNREFUSED: unavailable,
  ECONNRESET: unavailable,
  ENOENT: unavailable,
  EPIPE: unavailable,
  ETIMEDOUT: unavailable,
  ENOTFOUND: unavailable,
  EAI_AGAIN: unavailable,
}

/** The driver has no code for these. */
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error|Cannot use a pool after calling end)/

/**
 * The problem that an error of the database amounts to, or `undefined` when it is no such error or nothing the user
 * can act upon. So the database does the checking, and nobody asks first whether a value is free.
 */
export function postgresProblem(error: unknown): Problem | undefined {
  if (!isDatabaseError(error)) return undefined
  const code = typeof error.code === 'string' ? error.code : ''
  const reading = readings[code] ?? (code.startsWith('08') ? unavailable : undefined)
  if (reading) return reading(error)
  return lostConnection.test(String(error.message)) ? unavailable(error) : undefined
}

/** Only errors of the driver, or of the socket it opens: an `ENOENT` of the file system is another matter. */
function isDatabaseError(error: unknown): error is PostgresError {
  if (!(error instanceof Error)) return false
  const { severity, syscall } = error as { severity?: unknown; syscall?: unknown }
  const ofServer = typeof severity === 'string'
  const ofSocket = typeof syscall === 'string' && /^(connect|read|write|getaddrinfo)$/.test(syscall)
  return ofServer || ofSocket || lostConnection.test(error.message)
}

function fieldOf(constraint: unknown): string {
  return (typeof constraint === 'string' && fieldOfConstraint[constraint]) || 'id'
}
