// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { alertOn, nextLookOn } from './alerts.ts'
import type { ClockEvent, ClockRules } from './clock.ts'
import { readClock } from './read-clock.ts'

const rules: ClockRules = {
  silence: 'rejects',
  period: { months: 2 },
  competent: 'body',
  ends: 'any-day',
  calendar: 'FR',
}
const received: ClockEvent = { kind: 'received', on: '2026-11-21' }
const days = [15, 5]
const at = (today: string, ...events: ClockEvent[]) => readClock(rules, [received, ...events], today)

describe('the alert of a day', () => {
  it.each([
    ['2026-12-01', undefined],
    ['2027-01-05', undefined],
    ['2027-01-06', 15],
    ['2027-01-15', 15],
    ['2027-01-16', 5],
    ['2027-01-21', 5],
    ['2027-01-22', undefined],
  ])('on %s is %s', (today, daysBefore) => {
    expect(alertOn(at(today), days, today)?.daysBefore).toBe(daysBefore)
  })

  it('is none while documents are awaited, nor once it is decided', () => {
    const asked: ClockEvent = { kind: 'incomplete', on: '2027-01-10', completeBy: '2027-02-10' }
    expect(alertOn(at('2027-01-16', asked), days, '2027-01-16')).toBeUndefined()
    const decided: ClockEvent = { kind: 'decided', on: '2027-01-10' }
    expect(alertOn(at('2027-01-16', decided), days, '2027-01-16')).toBeUndefined()
  })
})

describe('the next day to look', () => {
  it.each([
    ['2026-11-21', '2027-01-06'],
    ['2027-01-06', '2027-01-16'],
    ['2027-01-16', '2027-01-22'],
    ['2027-01-22', undefined],
  ])('from %s is %s', (today, next) => {
    expect(nextLookOn(at(today), days, today)).toBe(next)
  })

  it('is the morrow of the time given, while documents are awaited', () => {
    const asked: ClockEvent = { kind: 'incomplete', on: '2026-12-10', completeBy: '2026-12-31' }
    expect(nextLookOn(at('2026-12-12', asked), days, '2026-12-12')).toBe('2027-01-01')
  })
})
