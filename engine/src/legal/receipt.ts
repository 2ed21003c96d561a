// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import type { ClockReading, Day } from './clock.ts'
import type { Period } from './period.ts'
import type { Regime } from './regime.ts'

/**
 * What an applicant is given: `registration`, the electronic registration receipt, at once; `acknowledgement`, the
 * acknowledgement of receipt with its mentions (CRPA, art. L112-3, L112-11 and R112-5, read on 2026-11-21).
 */
export const receiptKinds = ['registration', 'acknowledgement'] as const
export type ReceiptKind = (typeof receiptKinds)[number]

/** Who has the request in charge, with every way to reach them. */
export type ReceiptService = {
  readonly name: LocalizedText
  readonly address: readonly string[]
  readonly email: string | null
  readonly phone: string | null
}

/** What is missing, and until when it may come (CRPA, art. L114-5). */
export type ReceiptMissing = { readonly list: string | null; readonly completeBy: Day }

/** A receipt as it was given: kept as it was, whatever the procedure or the body become. */
export type Receipt = {
  readonly kind: ReceiptKind
  readonly procedure: LocalizedText
  readonly number: string | null
  readonly receivedOn: Day
  readonly service: ReceiptService
  readonly silence: Regime['silence']
  readonly period: Period | null
  /** Null when silence decides nothing, or when its period has not started. */
  readonly dueOn: Day | null
  readonly legalBasis: LocalizedText | null
  readonly remedies: LocalizedText | null
  readonly missing: ReceiptMissing | null
  /** For a registration: days within which the acknowledgement follows; null when it is given with it. */
  readonly acknowledgedWithinDays: number | null
}

/** What the body says of itself, when it is the service in charge. */
export type ReceiptBody = {
  readonly name: string
  readonly address: readonly string[]
  readonly email: string
  readonly phone: string
}

export type ReceiptFacts = {
  readonly procedure: LocalizedText
  readonly number: string | null
  readonly receivedOn: Day
  readonly reading: ClockReading
  readonly body: ReceiptBody
}

/** The receipt to give under a regime, from where its clock stands. */
export function receiptOf(kind: ReceiptKind, regime: Regime, facts: ReceiptFacts): Receipt {
  const { reading, body, procedure, number, receivedOn } = facts
  const asked = reading.lines.findLast(({ event }) => event === 'incomplete')
  return {
    kind,
    procedure,
    number,
    receivedOn,
    service: serviceOf(regime, body),
    silence: regime.silence,
    period: regime.period ?? null,
    dueOn: reading.dueOn,
    legalBasis: regime.legalBasis ?? null,
    remedies: regime.remedies ?? null,
    missing:
      reading.completeBy === null ? null : { list: asked?.missing ?? null, completeBy: reading.completeBy },
    acknowledgedWithinDays: regime.acknowledged === 'at-filing' ? null : regime.acknowledgeWithinDays,
  }
}

function serviceOf({ inCharge }: Regime, body: ReceiptBody): ReceiptService {
  if (inCharge !== 'body') {
    const { name, address, email, phone } = inCharge
    return { name, address: address ?? [], email: email ?? null, phone: phone ?? null }
  }
  return {
    name: { fr: body.name, en: body.name },
    address: body.address,
    email: body.email === '' ? null : body.email,
    phone: body.phone === '' ? null : body.phone,
  }
}

/** The mentions that the acknowledgement must carry and this one lacks: what the body must say of itself. */
export function missingMentions({ service }: Pick<Receipt, 'service'>): readonly ('address' | 'phone')[] {
  return [
    ...(service.address.length === 0 ? (['address'] as const) : []),
    ...(service.phone === null ? (['phone'] as const) : []),
  ]
}
