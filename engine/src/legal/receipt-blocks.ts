// SPDX-License-Identifier: MIT
import { formatDate } from '../field-types/format.ts'
import type { Block, Run } from '../template/mail-model.ts'
import type { Locale } from '../text/localized.ts'
import type { ClockReading } from './clock.ts'
import type { Receipt, ReceiptMissing } from './receipt.ts'
import { receiptMessages } from './receipt-messages.ts'
import type { Regime } from './regime.ts'

const plain = (text: string): Run => ({ text, bold: false })
const strong = (text: string): Run => ({ text, bold: true })
const paragraph = (...runs: Run[]): Block => ({ kind: 'paragraph', lines: [runs] })

/** A receipt in words: the same on its page and in the mail that carries it. */
export function receiptBlocks(receipt: Receipt, locale: Locale): readonly Block[] {
  const words = receiptMessages[locale]
  const isAcknowledgement = receipt.kind === 'acknowledgement'
  return [
    paragraph(strong(words.titles[receipt.kind])),
    factsBlock(receipt, locale),
    ...(isAcknowledgement ? silenceBlocks(receipt, locale) : followBlocks(receipt, locale)),
    ...(isAcknowledgement && receipt.missing
      ? completionBlocks({ ...receipt.missing, silence: receipt.silence }, locale)
      : []),
  ]
}

/** What the mail of a filing says: the receipts given with it, as one when the acknowledgement is among them. */
export function filingBlocks(receipts: readonly Receipt[], locale: Locale): readonly Block[] {
  const acknowledgement = receipts.find(({ kind }) => kind === 'acknowledgement')
  if (!acknowledgement || receipts.length < 2) {
    return receipts.flatMap((receipt) => receiptBlocks(receipt, locale))
  }
  const [, ...words] = receiptBlocks(acknowledgement, locale)
  return [paragraph(strong(receiptMessages[locale].titles.both)), ...words]
}

/** The title of a receipt, for a page or a link. */
export function receiptTitle({ kind }: Pick<Receipt, 'kind'>, locale: Locale): string {
  return receiptMessages[locale].titles[kind]
}

function factsBlock({ procedure, number, receivedOn, service }: Receipt, locale: Locale): Block {
  const { labels } = receiptMessages[locale]
  const reach = [service.name[locale], ...service.address, service.email, service.phone]
  const facts: [string, string | null][] = [
    [labels.procedure, procedure[locale]],
    [labels.number, number],
    [labels.receivedOn, formatDate(receivedOn, locale)],
    [labels.service, reach.filter((part) => part !== null && part !== '').join(', ')],
  ]
  return {
    kind: 'list',
    lines: facts.flatMap(([label, value]) => (value === null ? [] : [[plain(label), strong(value)]])),
  }
}

function silenceBlocks(receipt: Receipt, locale: Locale): Block[] {
  const words = receiptMessages[locale]
  const { silence, dueOn, period, legalBasis, remedies } = receipt
  const decides =
    silence === 'none'
      ? words.silence.none
      : dueOn === null || period === null
        ? words.silence[silence].notStarted
        : words.silence[silence].dated(formatDate(dueOn, locale), words.period(period))
  return [
    paragraph(plain(decides)),
    ...(silence !== 'none' && dueOn !== null ? [paragraph(plain(words.mayMove[silence]))] : []),
    ...(silence === 'accepts' ? [paragraph(plain(words.attestation))] : []),
    ...(remedies ? [paragraph(strong(words.labels.remedies), plain(remedies[locale]))] : []),
    ...(legalBasis ? [paragraph(plain(words.basis(legalBasis[locale])))] : []),
  ]
}

function followBlocks({ acknowledgedWithinDays: days }: Receipt, locale: Locale): Block[] {
  return days === null ? [] : [paragraph(plain(receiptMessages[locale].acknowledgementFollows(days)))]
}

/** What is missing, until when it may come, and what it does to the period (CRPA, art. L114-5). */
export function completionBlocks(
  { list, completeBy, silence }: ReceiptMissing & Pick<Receipt, 'silence'>,
  locale: Locale,
): readonly Block[] {
  const words = receiptMessages[locale]
  return [
    paragraph(strong(words.completeBy(formatDate(completeBy, locale)))),
    ...(list === null
      ? []
      : [{ kind: 'note' as const, lines: list.split('\n').map((line) => [plain(line)]) }]),
    ...(silence === 'none' ? [] : [paragraph(plain(words.completionEffect[silence]))]),
  ]
}

/** What an applicant reads of the clock in one sentence; undefined when there is nothing to say. */
export function silenceSentence(
  { state, dueOn, completeBy, closed }: ClockReading,
  { silence }: Pick<Regime, 'silence'>,
  locale: Locale,
): string | undefined {
  if (silence === 'none' || closed) return undefined
  const words = receiptMessages[locale].applicant
  if (state === 'expired' && dueOn !== null) return words.expired[silence](formatDate(dueOn, locale))
  if (completeBy !== null) return words.awaited[silence](formatDate(completeBy, locale))
  return state === 'running' && dueOn !== null ? words.due[silence](formatDate(dueOn, locale)) : undefined
}

/** What a procedure's sheet says of silence, before anybody files. */
export function silenceRule({ silence, period }: Pick<Regime, 'silence' | 'period'>, locale: Locale): string {
  const words = receiptMessages[locale]
  return silence === 'none' || !period ? words.sheet.none : words.sheet[silence](words.period(period))
}
