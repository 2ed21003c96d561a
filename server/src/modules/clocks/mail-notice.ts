// SPDX-License-Identifier: MIT
import {
  type Block,
  completionBlocks,
  filingBlocks,
  type Locale,
  type MailNotice,
  readClock,
} from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import type { LoadedEntry } from '../entries/index.ts'
import { clockFactsOf, procedureWithRegime } from './clock-subject.ts'
import { receiptsOf } from './clocks.queries.ts'

/** What the law has a mail about an entry say, in both languages. */
export type Notice = Readonly<Record<Locale, readonly Block[]>>

/**
 * The words that a mail's `notice` stands for; `undefined` when the entry's procedure has no regime, or when there is
 * nothing to say. With the filing go all the receipts given so far; later, the acknowledgement; when something is asked
 * for, what is missing, until when, and what it does to the period.
 */
export async function mailNotice(
  tx: Tx,
  platform: Platform,
  entry: LoadedEntry,
  notice: MailNotice,
): Promise<Notice | undefined> {
  const procedure = procedureWithRegime(entry.release, entry.procedure)
  if (!procedure) return undefined
  if (notice === 'completion') return completion(tx, platform, entry, procedure)
  const given = await receiptsOf(tx, [entry.id])
  const receipts = given
    .map(({ receipt }) => receipt)
    .filter(({ kind }) => notice === 'filing' || kind === 'acknowledgement')
  if (receipts.length === 0) return undefined
  return { fr: filingBlocks(receipts, 'fr'), en: filingBlocks(receipts, 'en') }
}

async function completion(
  tx: Tx,
  platform: Platform,
  entry: LoadedEntry,
  { regime, title }: NonNullable<ReturnType<typeof procedureWithRegime>>,
): Promise<Notice | undefined> {
  const { timeZone } = platform.tenant
  const receivedOn = localDay(entry.createdAt, timeZone)
  const { id, collection, definition, number } = entry
  const subject = { id, collection, definition, number, regime, receivedOn, procedure: title }
  const facts = (await clockFactsOf(tx, [subject], timeZone)).get(id)
  const today = localDay(platform.clock.now(), timeZone)
  const { completeBy } = readClock(regime, facts?.events ?? [], today)
  if (completeBy === null) return undefined
  // The words of the agent are already in the mail: only the fields that were named are listed.
  const named = facts?.moves.findLast(({ asked }) => asked !== undefined && asked.length > 0)?.asked
  const words = (locale: Locale) => {
    const list = named ? named.map((label) => label[locale]).join('\n') : null
    return completionBlocks({ list, completeBy, silence: regime.silence }, locale)
  }
  return { fr: words('fr'), en: words('en') }
}
