// SPDX-License-Identifier: MIT
import type { Tone } from '@guichet/engine'
import type { ClockView, ReceiptLink } from '@guichet/server'
import { m } from '../paraglide/messages.js'
import type { DateWords } from '../ui/dates.ts'
import type { IconName } from '../ui/icons/Icon.tsx'

/** The legal clock of an entry with its dates in words. */
export interface ShownClock {
  readonly tone: Tone
  readonly summary: string
  /** « 12 jours », « Dernier jour »; absent while nothing runs. */
  readonly left: string | undefined
  /** Due date, awaited documents, days of suspension: what there is to say of each. */
  readonly facts: readonly string[]
  readonly basis: string | undefined
  readonly because: string | undefined
  readonly lines: readonly ShownClockLine[]
  readonly days: readonly ShownClockDay[]
  readonly receipts: readonly ShownReceipt[]
  readonly lacks: readonly string[]
}

export interface ShownClockLine {
  readonly on: string
  readonly words: string
  readonly missing: string | undefined
  readonly due: string | undefined
  readonly tone: Tone
  readonly icon: IconName
}

export interface ShownClockDay {
  readonly iso: string
  readonly on: string
  readonly state: string
  readonly tone: Tone
  readonly counted: number | undefined
  readonly isHoliday: boolean
}

export interface ShownReceipt {
  readonly title: string
  readonly on: string
  /** Last part of its address. */
  readonly address: string
}

const looks: Readonly<Record<ClockView['lines'][number]['effect'], readonly [Tone, IconName]>> = {
  started: ['info', 'player-play'],
  awaited: ['wait', 'hourglass'],
  suspended: ['wait', 'hourglass'],
  interrupted: ['wait', 'hourglass'],
  resumed: ['info', 'player-play'],
  restarted: ['info', 'refresh'],
  stopped: ['ok', 'circle-check'],
  expired: ['danger', 'alert-circle-filled'],
  none: ['idle', 'circle-dot'],
}

const dayTones: Readonly<Record<ClockView['state'], Tone>> = {
  none: 'idle',
  waiting: 'wait',
  running: 'info',
  suspended: 'wait',
  stopped: 'ok',
  expired: 'danger',
}

export function shownClock(clock: ClockView, dates: DateWords): ShownClock {
  const { daysLeft, legalBasis, because, lines, days, receipts, lacks } = clock
  return {
    tone: clock.tone,
    summary: clock.summary,
    left:
      daysLeft === null
        ? undefined
        : daysLeft === 0
          ? m.clock_last_day()
          : m.clock_days_left({ count: daysLeft }),
    facts: factsOf(clock, dates),
    basis: legalBasis ?? undefined,
    because: because ?? undefined,
    lines: lines.map(({ on, words, missing, dueOn, effect }) => ({
      on: dates.calendarDay(on),
      words,
      missing,
      due: dueOn === null ? undefined : dates.calendarDay(dueOn),
      tone: looks[effect][0],
      icon: looks[effect][1],
    })),
    days: days.map(({ on, state, counted, isHoliday }) => ({
      iso: on,
      on: dates.calendarDay(on),
      state: stateWords[state](),
      tone: dayTones[state],
      counted: counted ?? undefined,
      isHoliday,
    })),
    receipts: shownReceipts(receipts, dates),
    lacks: lacks.map((mention) => (mention === 'phone' ? m.clock_lacks_phone() : m.clock_lacks_address())),
  }
}

const stateWords: Readonly<Record<ClockView['state'], () => string>> = {
  none: m.clock_state_none,
  waiting: m.clock_state_waiting,
  running: m.clock_state_running,
  suspended: m.clock_state_suspended,
  stopped: m.clock_state_stopped,
  expired: m.clock_state_expired,
}

function factsOf({ state, dueOn, completeBy, suspendedDays }: ClockView, dates: DateWords): string[] {
  // The summary says the due date of a clock that runs.
  const isLater = state === 'suspended' && dueOn !== null
  return [
    ...(isLater ? [m.clock_due_later({ date: dates.calendarDay(dueOn) })] : []),
    ...(completeBy === null ? [] : [m.clock_awaited({ date: dates.calendarDay(completeBy) })]),
    ...(suspendedDays > 0 ? [m.clock_suspended({ count: suspendedDays })] : []),
  ]
}

/** Addresses are in French, like all that is bookmarked and printed. */
const addresses = { registration: 'enregistrement', acknowledgement: 'reception' } as const

export function shownReceipts(receipts: readonly ReceiptLink[], dates: DateWords): ShownReceipt[] {
  return receipts.map(({ kind, title, issuedAt }) => ({
    title,
    on: dates.day(issuedAt),
    address: `accuses/${addresses[kind]}`,
  }))
}

/** The kind of receipt that an address names; what it does not know is none. */
export function receiptKind(address: string): string {
  const found = Object.entries(addresses).find(([, one]) => one === address)
  return found?.[0] ?? ''
}
