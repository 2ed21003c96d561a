// SPDX-License-Identifier: MIT
import { type DestinationStream, type Logger, pino } from 'pino'

/** Structured log. Fields hold identifiers, counts and durations: never a name, an address, a token or a text. */
export type Log = Logger

export const logLevels = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const
export type LogLevel = (typeof logLevels)[number]

/** The places where a secret could slip into a log line whatever the caller's care. */
const secrets = [
  'authorization',
  'cookie',
  'password',
  'token',
  'secret',
  '*.authorization',
  '*.cookie',
  '*.password',
  '*.token',
  '*.secret',
]

/** One JSON line per fact on standard output, or on `destination`. */
export function createLog(level: LogLevel, destination?: DestinationStream): Log {
  const options = {
    level,
    base: null,
    redact: { paths: secrets, censor: '[removed]' },
    serializers: { err: describeError },
  }
  return destination ? pino(options, destination) : pino(options)
}

/** A log for tests and one-shot commands, which says nothing. */
export const silentLog: Log = createLog('silent')

/**
 * What an error tells a log: not all its properties, because the database puts whole rows in the `detail` of its
 * refusals, and a mail server the mailbox it refused.
 */
export function describeError(error: unknown): object {
  if (!(error instanceof Error)) return { message: messageOf(error) }
  const { code, constraint } = error as { code?: unknown; constraint?: unknown }
  return {
    type: error.name,
    message: error.message,
    ...(typeof code === 'string' && { code }),
    ...(typeof constraint === 'string' && { constraint }),
    stack: error.stack,
    ...(error.cause !== undefined && { cause: describeError(error.cause) }),
  }
}

/** Some libraries throw or emit objects that only look like errors. */
function messageOf(thrown: unknown): string {
  const message =
    typeof thrown === 'object' && thrown !== null && 'message' in thrown ? thrown.message : thrown
  return typeof message === 'string' ? message : String(message)
}
