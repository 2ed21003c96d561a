// SPDX-License-Identifier: MIT
import type { Regime } from './regime.ts'

/** A calendar day of the body, `YYYY-MM-DD`. */
export type Day = string

/** The facts that a legal clock looks at, in the order they happened. */
export type ClockEvent =
  | { readonly kind: 'received'; readonly on: Day }
  /** Passed to the authority that is competent. */
  | { readonly kind: 'forwarded'; readonly on: Day }
  /** The applicant is asked for what is missing, until a day. */
  | { readonly kind: 'incomplete'; readonly on: Day; readonly completeBy: Day; readonly missing?: string }
  | { readonly kind: 'completed'; readonly on: Day }
  | { readonly kind: 'withdrawn'; readonly on: Day }
  | { readonly kind: 'decided'; readonly on: Day }
  | { readonly kind: 'reopened'; readonly on: Day }

/** What only time does: the days given to complete have run out, or silence has decided. */
export type TimePassed = 'deadline-passed' | 'expired'

/**
 * What a fact did to the clock. `suspended` days do not count and the rest goes on after them; an `interrupted` period
 * is lost and a whole one is `restarted`; `stopped` is for good.
 */
export type ClockEffect =
  | 'started'
  | 'awaited'
  | 'suspended'
  | 'interrupted'
  | 'resumed'
  | 'restarted'
  | 'stopped'
  | 'expired'
  | 'none'

/** One line of a ledger: a fact, what it did, and the date that silence would decide from then on. */
export type ClockLine = {
  readonly on: Day
  readonly event: ClockEvent['kind'] | TimePassed
  readonly effect: ClockEffect
  readonly dueOn: Day | null
  /** For `incomplete`: until when, and what was asked for. */
  readonly completeBy?: Day
  readonly missing?: string
}

/**
 * `none`: silence decides nothing. `waiting`: an acceptance that cannot start before documents or the competent
 * authority have it. `stopped`: decided or withdrawn in time. `expired`: silence has decided.
 */
export type ClockState = 'none' | 'waiting' | 'running' | 'suspended' | 'stopped' | 'expired'

export type ClockReading = {
  readonly lines: readonly ClockLine[]
  readonly state: ClockState
  /** First day of the period in force: the day itself does not count. */
  readonly startedOn: Day | null
  /** Last day to decide, that day included. While suspended: if what is missing never comes. */
  readonly dueOn: Day | null
  /** While suspended: the last day if what is missing came on the day of reading. */
  readonly dueIfCompletedNow: Day | null
  /** Days left to decide, 0 on the last one. While suspended: as many as there will be when it goes on. */
  readonly daysLeft: number | null
  readonly suspendedDays: number
  /** While something is missing: until when it may come. */
  readonly completeBy: Day | null
  /** Decided or withdrawn, in time or not: nothing is waited for. */
  readonly closed: boolean
}

/** What a clock needs to know of a regime. */
export type ClockRules = Pick<Regime, 'silence' | 'period' | 'competent' | 'ends' | 'calendar'>
