// SPDX-License-Identifier: MIT
import {
  addDays,
  alertOn,
  type ClockReading,
  collectionRef,
  type MoveFact,
  nextLookOn,
  readClock,
  receiptOf,
  type ReceiptKind,
  system,
} from '@guichet/engine'
import { actingAs, type Platform } from '../../platform/context.ts'
import type { Tx } from '../../platform/db/database.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
import { type NewEvent, recordEvents } from '../events/index.ts'
import { type ClockFacts, clockFactsOf, type ClockSubject, procedureWithRegime } from './clock-subject.ts'
import {
  filedAmong,
  insertReceipts,
  keepClocks,
  lockEntries,
  type NewReceipt,
  toldOf,
} from './clocks.queries.ts'

/**
 * Reads the clocks of entries anew and keeps them: the last day in the typed row, the next day to look, the receipts
 * that are due. What those who handle an entry must be told (the end is near, silence has decided, the acknowledgement
 * is given) is an event, once.
 *
 * @returns the entries that have a clock; the others of `ids` have none
 */
export async function updateClocks(tx: Tx, platform: Platform, ids: readonly string[]): Promise<Set<string>> {
  const subjects = await subjectsOf(tx, platform, ids)
  if (subjects.length === 0) return new Set()
  const found = subjects.map(({ id }) => id)
  await lockEntries(tx, found)
  const { timeZone } = platform.tenant
  const now = platform.clock.now()
  const today = localDay(now, timeZone)
  const facts = await clockFactsOf(tx, subjects, timeZone)
  const told = await toldOf(tx, found)
  const updates = subjects.map((subject) =>
    update(subject, facts.get(subject.id), told.get(subject.id) ?? null, today),
  )

  await keepClocks(
    tx,
    updates.map(({ kept }) => kept),
    now,
  )
  const receipts = updates.flatMap((each) => receiptsDue(platform, each, today))
  const given = await insertReceipts(tx, receipts, now)
  await recordEvents(tx, [
    ...updates.flatMap((each) => newlyTold(platform, each)),
    ...updates.flatMap((each) => acknowledgedLater(platform, each, given)),
  ])
  return new Set(found)
}

async function subjectsOf(tx: Tx, platform: Platform, ids: readonly string[]): Promise<ClockSubject[]> {
  const definitions = await definitionsOf(platform)
  const subjects: ClockSubject[] = []
  for (const row of await filedAmong(tx, ids)) {
    const release = await definitions.release(row.release_id)
    const receivedOn = localDay(row.created_at, platform.tenant.timeZone)
    const procedure = procedureWithRegime(release, row.procedure, receivedOn)
    const definition = release.solution.collections[row.collection]
    if (!procedure || !definition) continue
    subjects.push({
      id: row.id,
      collection: collectionRef(row.collection, row.solution),
      definition,
      regime: procedure.regime,
      procedure: procedure.title,
      number: row.number,
      receivedOn,
    })
  }
  return subjects
}

type Update = {
  readonly subject: ClockSubject
  readonly moves: readonly MoveFact[]
  readonly reading: ClockReading
  readonly toldBefore: string | null
  readonly kept: Parameters<typeof keepClocks>[1][number]
}

function update(
  subject: ClockSubject,
  { events, moves }: ClockFacts = { events: [], moves: [] },
  toldBefore: string | null,
  today: string,
): Update {
  const { regime, id, collection } = subject
  const reading = readClock(regime, events, today)
  const { state, dueOn, closed } = reading
  return {
    subject,
    moves,
    reading,
    toldBefore,
    kept: {
      entryId: id,
      collection,
      state,
      dueOn: closed ? null : dueOn,
      lookOn: sooner(
        nextLookOn(reading, regime.alertDays, today),
        acknowledgementDueOn(subject, reading, today),
      ),
      told: toTell(reading, regime.alertDays, today) ?? toldBefore,
    },
  }
}

/** What there is to tell on a day, under a name that tells it apart from what was told before. */
function toTell(reading: ClockReading, alertDays: readonly number[], today: string): string | undefined {
  if (reading.state === 'expired' && !reading.closed) return `expired:${reading.dueOn ?? ''}`
  const alert = alertOn(reading, alertDays, today)
  return alert && `${alert.dueOn}:${alert.daysBefore}`
}

function newlyTold(platform: Platform, { subject, reading, toldBefore, kept }: Update): NewEvent[] {
  const { dueOn, daysLeft, state } = reading
  if (kept.told === null || kept.told === toldBefore || dueOn === null) return []
  const about = {
    context: actingAs(platform, system),
    entry: { id: subject.id, collection: subject.collection },
  }
  return state === 'expired'
    ? [{ ...about, kind: 'clock.expired', payload: { dueOn, silence: subject.regime.silence } }]
    : [{ ...about, kind: 'clock.near', payload: { dueOn, daysLeft: daysLeft ?? 0 } }]
}

/** The last day to give an acknowledgement that waits for a check; none once that day was looked at. */
function acknowledgementDueOn({ regime, receivedOn }: ClockSubject, { closed }: ClockReading, today: string) {
  if (regime.acknowledged === 'at-filing' || closed) return undefined
  const day = addDays(receivedOn, regime.acknowledgeWithinDays)
  return day > today ? day : undefined
}

function receiptsDue(platform: Platform, { subject, moves, reading }: Update, today: string): NewReceipt[] {
  const { id, regime, definition, procedure, number, receivedOn } = subject
  const facts = { procedure, number, receivedOn, reading, body: platform.tenant }
  const give = (kind: ReceiptKind) => ({ entryId: id, receipt: receiptOf(kind, regime, facts) })
  const isChecked =
    regime.acknowledged === 'at-filing' ||
    moves.some(({ transition }) => definition.lifecycle?.transitions[transition]?.clock?.acknowledges) ||
    addDays(receivedOn, regime.acknowledgeWithinDays) <= today
  return [give('registration'), ...(isChecked && !reading.closed ? [give('acknowledgement')] : [])]
}

/** Given with the filing, it is told by the filing; given later, it is a fact of its own. */
function acknowledgedLater(
  platform: Platform,
  { subject: { id, collection, regime } }: Update,
  given: readonly { entryId: string; kind: ReceiptKind }[],
): NewEvent[] {
  const isNew = given.some(({ entryId, kind }) => entryId === id && kind === 'acknowledgement')
  if (!isNew || regime.acknowledged === 'at-filing') return []
  return [
    {
      context: actingAs(platform, system),
      kind: 'receipt.given',
      entry: { id, collection },
      payload: { receipt: 'acknowledgement' },
    },
  ]
}

function sooner(one: string | undefined, other: string | undefined): string | null {
  return [one, other].filter((day) => day !== undefined).toSorted()[0] ?? null
}
