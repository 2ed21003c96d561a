// SPDX-License-Identifier: MIT
import { formatDate } from '../field-types/format.ts'
import type { Tone } from '../text/key.ts'
import type { Locale } from '../text/localized.ts'
import type { ClockLine, ClockReading } from './clock.ts'
import { ledgerMessages } from './ledger-messages.ts'
import { receiptMessages } from './receipt-messages.ts'
import type { Regime } from './regime.ts'

type Silence = Pick<Regime, 'silence' | 'period'>

/** A line of a ledger as an agent reads it: what happened, then what it did to the period. */
export function ledgerLineWords(line: ClockLine, regime: Silence, locale: Locale): string {
  const words = ledgerMessages[locale]
  const { event, completeBy } = line
  const happened =
    event === 'expired'
      ? words.expired[regime.silence === 'accepts' ? 'accepts' : 'rejects']
      : event === 'incomplete'
        ? words.asked(formatDate(completeBy ?? line.on, locale))
        : words.events[event]
  const did = regime.silence === 'none' || event === 'expired' ? '' : didWords(line, regime, locale)
  return [happened, did].filter((part) => part !== '').join(' ')
}

function didWords({ event, effect }: ClockLine, { period }: Silence, locale: Locale): string {
  const words = ledgerMessages[locale]
  const lasting = period ? receiptMessages[locale].period(period) : ''
  switch (effect) {
    case 'started':
    case 'restarted':
      return words.effects[effect](lasting)
    case 'awaited':
    case 'suspended':
    case 'interrupted':
    case 'resumed':
    case 'stopped':
      return words.effects[effect]
    case 'expired':
      return ''
    case 'none':
      return event === 'decided' || event === 'withdrawn' ? words.tooLate : words.effects.none
  }
}

/** Where a clock stands, in a few words for those who handle the request. */
export function clockSummary(reading: ClockReading, { silence }: Silence, locale: Locale): string {
  const words = ledgerMessages[locale].states
  const { state, dueOn, dueIfCompletedNow, completeBy } = reading
  switch (state) {
    case 'none':
      return words.none
    case 'waiting':
      return completeBy === null ? words.waiting : words.waitingDocuments
    case 'stopped':
      return words.stopped
    case 'suspended':
      return words.suspended(formatDate(dueIfCompletedNow ?? dueOn ?? completeBy ?? '', locale))
    case 'running':
    case 'expired': {
      if (dueOn === null || silence === 'none') return words.none
      return words[state][silence](formatDate(dueOn, locale))
    }
  }
}

/** How near the last day is: `warn` from the first alert on, `danger` from the last alert or once silence decided. */
export function clockTone({ state, daysLeft, closed }: ClockReading, alertDays: readonly number[]): Tone {
  if (closed || state === 'stopped' || state === 'none') return 'idle'
  if (state === 'expired') return 'danger'
  if (state !== 'running' || daysLeft === null) return 'wait'
  if (daysLeft <= Math.min(...alertDays, 5)) return 'danger'
  return daysLeft <= Math.max(...alertDays, 0) ? 'warn' : 'info'
}
