// SPDX-License-Identifier: MIT
import {
  clockDays,
  clockSummary,
  clockTone,
  inLocale,
  ledgerLineWords,
  readClock,
  receiptBlocks,
  type Block,
  type ClockDay,
  type ClockLine,
  type ClockState,
  missingMentions,
  type Receipt,
  type ReceiptKind,
  receiptKinds,
  receiptTitle,
  type Regime,
  silenceSentence,
  type Tone,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { getEntry } from '../entries/index.ts'
import { clockFactsOf, subjectOf } from './clock-subject.ts'
import { receiptsOf } from './clocks.queries.ts'

/** The legal clock of an entry as it stands today, in the reader's language. */
export type ClockView = {
  readonly silence: Regime['silence']
  readonly state: ClockState
  readonly tone: Tone
  /** For those who handle the entry. */
  readonly summary: string
  /** For the applicant; null when there is nothing to say. */
  readonly sentence: string | null
  readonly receivedOn: string
  readonly startedOn: string | null
  /** Last day to decide; null once it no longer matters. */
  readonly dueOn: string | null
  readonly dueIfCompletedNow: string | null
  readonly daysLeft: number | null
  readonly suspendedDays: number
  readonly completeBy: string | null
  readonly closed: boolean
  readonly legalBasis: string | null
  readonly because: string | null
  readonly lines: readonly (ClockLine & { readonly words: string })[]
  /** Day by day from receipt to today, or to the day it ended. */
  readonly days: readonly Omit<ClockDay, 'lines'>[]
  readonly receipts: readonly ReceiptLink[]
  /** What the body must still say of itself for the acknowledgement to be whole. */
  readonly lacks: readonly ('address' | 'phone')[]
}

export type ReceiptLink = { readonly kind: ReceiptKind; readonly title: string; readonly issuedAt: Date }

/** A receipt as it was given, in words. */
export type ReceiptView = ReceiptLink & {
  readonly number: string | null
  readonly blocks: readonly Block[]
}

/**
 * The legal clock of an entry, for whoever may read the entry; null when its procedure has no regime.
 *
 * @throws Problem `not-found`
 */
export async function entryClock(context: Context, id: string): Promise<ClockView | null> {
  const entry = await getEntry(context.db, context, id)
  const { timeZone } = context.tenant
  const subject = subjectOf(entry, timeZone)
  if (!subject) return null
  const { locale } = context.actor
  const { regime, receivedOn } = subject
  const today = localDay(context.clock.now(), timeZone)
  const events = (await clockFactsOf(context.db, [subject], timeZone)).get(id)?.events ?? []
  const reading = readClock(regime, events, today)
  const { lines, ...now } = reading
  const receipts = await receiptsOf(context.db, [id])
  return {
    ...now,
    dueOn: now.closed ? null : now.dueOn,
    silence: regime.silence,
    tone: clockTone(reading, regime.alertDays),
    summary: clockSummary(reading, regime, locale),
    sentence: silenceSentence(reading, regime, locale) ?? null,
    receivedOn,
    legalBasis: regime.legalBasis ? inLocale(regime.legalBasis, locale) : null,
    because: regime.because ? inLocale(regime.because, locale) : null,
    lines: lines.map((line) => ({ ...line, words: ledgerLineWords(line, regime, locale) })),
    days: clockDays(regime, events, now.closed ? (lines.at(-1)?.on ?? today) : today).map(
      ({ on, state, counted, isHoliday }) => ({ on, state, counted, isHoliday }),
    ),
    receipts: receipts.map(({ receipt, issuedAt }) => ({
      kind: receipt.kind,
      title: receiptTitle(receipt, locale),
      issuedAt,
    })),
    lacks: receipts.flatMap(({ receipt }) =>
      receipt.kind === 'acknowledgement' ? missingMentions(receipt) : [],
    ),
  }
}

/**
 * A receipt given for an entry, for whoever may read the entry.
 *
 * @throws Problem `not-found`, also when it was not given
 */
export async function entryReceipt(context: Context, id: string, kind: string): Promise<ReceiptView> {
  await getEntry(context.db, context, id)
  const known = receiptKinds.find((one) => one === kind)
  const stored = (await receiptsOf(context.db, [id])).find(({ receipt }) => receipt.kind === known)
  if (!stored) throw problem('not-found')
  const { locale } = context.actor
  const { receipt, issuedAt } = stored
  return {
    kind: receipt.kind,
    title: receiptTitle(receipt, locale),
    issuedAt,
    number: receipt.number,
    blocks: wordsOf(receipt, locale),
  }
}

/** Without its first line, which is its title. */
function wordsOf(receipt: Receipt, locale: Context['actor']['locale']): readonly Block[] {
  return receiptBlocks(receipt, locale).slice(1)
}
