// SPDX-License-Identifier: MIT
import {
  type Block,
  completionBlocks,
  filingBlocks,
  type Locale,
  type MailNotice,
  readClock,
  type Receipt,
} from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import type { LoadedEntry } from '../entries/index.ts'
import { type ClockFacts, clockFactsOf, type ClockSubject, subjectOf } from './clock-subject.ts'
import { receiptsOf } from './clocks.queries.ts'

/** What the law has a mail about an entry say, in both languages. */
export type Notice = Readonly<Record<Locale, readonly Block[]>>

/** A mail that is being written about an entry, whose template asks for a notice. */
export type NoticeAsked = { readonly entry: LoadedEntry; readonly notice: MailNotice }

/**
 * The words that the `notice` of mails stands for, by entry; none for an entry whose procedure has no regime, or when
 * there is nothing to say. With the filing go all the receipts given so far; later, the acknowledgement; when something
 * is asked for, what is missing, until when, and what it does to the period.
 */
export async function mailNotices(
  tx: Tx,
  platform: Platform,
  asked: readonly NoticeAsked[],
): Promise<Map<string, Notice>> {
  const { timeZone } = platform.tenant
  const under = asked.flatMap(({ entry, notice }) => {
    const subject = subjectOf(entry, timeZone)
    return subject ? [{ subject, notice }] : []
  })
  const completing = under.filter(({ notice }) => notice === 'completion').map(({ subject }) => subject)
  const giving = under.filter(({ notice }) => notice !== 'completion')
  const found = new Map<string, Notice>()

  const given =
    giving.length > 0
      ? await receiptsOf(
          tx,
          giving.map(({ subject }) => subject.id),
        )
      : []
  const byEntry = Map.groupBy(given, ({ entryId }) => entryId)
  for (const { subject, notice } of giving) {
    const receipts = (byEntry.get(subject.id) ?? []).map(({ receipt }) => receipt)
    const words = receiptWords(
      receipts.filter(({ kind }) => notice === 'filing' || kind === 'acknowledgement'),
    )
    if (words) found.set(subject.id, words)
  }
  const facts =
    completing.length > 0 ? await clockFactsOf(tx, completing, timeZone) : new Map<string, ClockFacts>()
  const today = localDay(platform.clock.now(), timeZone)
  for (const subject of completing) {
    const words = completionWords(subject, facts.get(subject.id), today)
    if (words) found.set(subject.id, words)
  }
  return found
}

function receiptWords(receipts: readonly Receipt[]): Notice | undefined {
  if (receipts.length === 0) return undefined
  return { fr: filingBlocks(receipts, 'fr'), en: filingBlocks(receipts, 'en') }
}

function completionWords(
  { regime }: ClockSubject,
  facts: ClockFacts = { events: [], moves: [] },
  today: string,
): Notice | undefined {
  const { completeBy } = readClock(regime, facts.events, today)
  if (completeBy === null) return undefined
  // The words of the agent are already in the mail: only the fields that were named are listed.
  const named = facts.moves.findLast(({ asked }) => asked !== undefined && asked.length > 0)?.asked
  const words = (locale: Locale) => {
    const list = named ? named.map((label) => label[locale]).join('\n') : null
    return completionBlocks({ list, completeBy, silence: regime.silence }, locale)
  }
  return { fr: words('fr'), en: words('en') }
}
