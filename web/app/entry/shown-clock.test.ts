// SPDX-License-Identifier: MIT
import type { ClockView } from '@guichet/server'
import { describe, expect, it } from 'vitest'
import { dateWords } from '../ui/dates.ts'
import { receiptKind, shownClock, shownReceipts } from './shown-clock.ts'

const dates = dateWords('fr', 'Europe/Paris', new Date('2026-11-21T11:00:00Z'))
const clock: ClockView = {
  silence: 'rejects',
  state: 'running',
  tone: 'info',
  summary: 'Sans décision le 21 janvier 2027, la demande est réputée rejetée.',
  sentence: null,
  receivedOn: '2026-11-21',
  startedOn: '2026-11-21',
  dueOn: '2027-01-21',
  dueIfCompletedNow: null,
  daysLeft: 61,
  suspendedDays: 0,
  completeBy: null,
  closed: false,
  legalBasis: null,
  because: null,
  lines: [],
  days: [{ on: '2026-11-21', state: 'running', counted: 0, isHoliday: false }],
  receipts: [],
  lacks: [],
}

describe('the legal clock in words', () => {
  it.each([
    [61, '61 jours'],
    [1, '1 jour'],
    [0, 'Dernier jour'],
    [null, undefined],
  ])('with %s days left says %s', (daysLeft, left) => {
    expect(shownClock({ ...clock, daysLeft }, dates).left).toBe(left)
  })

  it('says of a suspension until when, how long, and the due date at the latest', () => {
    const suspended = { ...clock, state: 'suspended', suspendedDays: 3, completeBy: '2026-12-10' } as const
    expect(shownClock(suspended, dates).facts).toEqual([
      'Au plus tard le 21 janvier 2027 si rien n’arrive',
      'Pièces attendues jusqu’au 10 décembre 2026',
      '3 jours de suspension',
    ])
    expect(shownClock(clock, dates).facts).toEqual([])
  })

  it('tells what the acknowledgement lacks', () => {
    expect(shownClock({ ...clock, lacks: ['address', 'phone'] }, dates).lacks).toHaveLength(2)
  })
})

describe('the address of a receipt', () => {
  it('leads back to its kind', () => {
    const given = (['registration', 'acknowledgement'] as const).map((kind) => ({
      kind,
      title: kind,
      issuedAt: new Date('2026-11-21T11:00:00Z'),
    }))
    for (const { address, title } of shownReceipts(given, dates)) {
      expect(receiptKind(address.replace('accuses/', ''))).toBe(title)
    }
  })

  it('that nothing has is of no kind', () => {
    expect(receiptKind('constructor')).toBe('')
  })
})
