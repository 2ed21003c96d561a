// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import type { ClockEvent, ClockRules } from './clock.ts'
import { readClock } from './read-clock.ts'

const rejects: ClockRules = {
  silence: 'rejects',
  period: { months: 2 },
  competent: 'body',
  ends: 'any-day',
  calendar: 'FR',
}
const accepts: ClockRules = { ...rejects, silence: 'accepts' }
const acceptsElsewhere: ClockRules = { ...accepts, competent: 'forwarded' }

const received = (on: string): ClockEvent => ({ kind: 'received', on })
const forwarded = (on: string): ClockEvent => ({ kind: 'forwarded', on })
const asked = (on: string, completeBy: string): ClockEvent => ({ kind: 'incomplete', on, completeBy })
const completed = (on: string): ClockEvent => ({ kind: 'completed', on })
const decided = (on: string): ClockEvent => ({ kind: 'decided', on })
const withdrawn = (on: string): ClockEvent => ({ kind: 'withdrawn', on })
const reopened = (on: string): ClockEvent => ({ kind: 'reopened', on })

const effects = (rules: ClockRules, events: ClockEvent[], today: string) =>
  readClock(rules, events, today).lines.map(({ on, event, effect, dueOn }) => [on, event, effect, dueOn])

describe('silence that rejects', () => {
  it('decides two months after receipt, day for day', () => {
    const reading = readClock(rejects, [received('2026-11-21')], '2026-11-21')
    expect(reading).toMatchObject({ state: 'running', dueOn: '2027-01-21', daysLeft: 61 })
  })

  it('still leaves the last day, until midnight', () => {
    expect(readClock(rejects, [received('2026-11-21')], '2027-01-21')).toMatchObject({
      state: 'running',
      daysLeft: 0,
    })
    expect(readClock(rejects, [received('2026-11-21')], '2027-01-22')).toMatchObject({
      state: 'expired',
      daysLeft: null,
    })
  })

  it('is suspended while documents are awaited, and goes on the day they come', () => {
    const events = [received('2026-03-01'), asked('2026-03-10', '2026-04-10'), completed('2026-03-20')]
    expect(effects(rejects, events, '2026-03-25')).toEqual([
      ['2026-03-01', 'received', 'started', '2026-05-01'],
      ['2026-03-10', 'incomplete', 'suspended', '2026-06-01'],
      ['2026-03-20', 'completed', 'resumed', '2026-05-11'],
    ])
  })

  it('goes on by itself at the end of the time given, when nothing comes', () => {
    const events = [received('2026-03-01'), asked('2026-03-10', '2026-03-25')]
    expect(readClock(rejects, events, '2026-03-25')).toMatchObject({
      state: 'suspended',
      completeBy: '2026-03-25',
    })
    expect(effects(rejects, events, '2026-03-26').at(-1)).toEqual([
      '2026-03-25',
      'deadline-passed',
      'resumed',
      '2026-05-16',
    ])
  })

  it('gains nothing from documents that come after the time given', () => {
    const events = [received('2026-03-01'), asked('2026-03-10', '2026-03-25'), completed('2026-04-20')]
    const reading = readClock(rejects, events, '2026-04-21')
    expect(reading.dueOn).toBe('2026-05-16')
    expect(reading.lines.at(-1)).toMatchObject({ event: 'completed', effect: 'none' })
  })

  it('gives until the later day when more is asked for meanwhile, and counts no day twice', () => {
    const events = [
      received('2026-03-01'),
      asked('2026-03-10', '2026-03-25'),
      asked('2026-03-15', '2026-04-01'),
      completed('2026-03-30'),
    ]
    expect(readClock(rejects, events, '2026-03-31')).toMatchObject({ suspendedDays: 20, dueOn: '2026-05-21' })
  })

  it('keeps the days left while it is suspended', () => {
    const events = [received('2026-03-01'), asked('2026-03-10', '2026-04-10')]
    const left = ['2026-03-10', '2026-03-20', '2026-04-10'].map(
      (day) => readClock(rejects, events, day).daysLeft,
    )
    expect(left).toEqual([52, 52, 52])
  })

  it('runs from the first receipt, wherever the request is forwarded', () => {
    const events = [received('2026-03-01'), forwarded('2026-04-15')]
    expect(readClock({ ...rejects, competent: 'forwarded' }, events, '2026-04-16').dueOn).toBe('2026-05-01')
  })

  it.each([
    ['a decision', decided('2026-04-30')],
    ['a decision on the last day', decided('2026-05-01')],
    ['a withdrawal', withdrawn('2026-04-02')],
  ])('is stopped by %s', (_, event) => {
    expect(readClock(rejects, [received('2026-03-01'), event], '2027-01-01')).toMatchObject({
      state: 'stopped',
      dueOn: null,
      daysLeft: null,
      closed: true,
    })
  })

  it('has decided before a decision that comes later: it is told, and closes the request', () => {
    const reading = readClock(rejects, [received('2026-03-01'), decided('2026-05-02')], '2026-06-01')
    expect(reading).toMatchObject({ state: 'expired', dueOn: '2026-05-01', closed: true })
    expect(reading.lines.map(({ event, effect }) => [event, effect])).toEqual([
      ['received', 'started'],
      ['expired', 'expired'],
      ['decided', 'none'],
    ])
  })

  it('is not suspended by documents asked for once it has decided', () => {
    const events = [received('2026-03-01'), asked('2026-05-10', '2026-06-10')]
    expect(readClock(rejects, events, '2026-05-11')).toMatchObject({ state: 'expired', completeBy: null })
  })

  it('starts a whole period again when a decision is taken back', () => {
    const events = [received('2026-03-01'), decided('2026-03-20'), reopened('2026-04-02')]
    expect(readClock(rejects, events, '2026-04-03')).toMatchObject({
      state: 'running',
      dueOn: '2026-06-02',
      closed: false,
    })
  })

  it('may end on the next day of work, when a text says so', () => {
    const rules: ClockRules = { ...rejects, ends: 'working-day' }
    // 1 May 2026 is a holiday and a Friday.
    expect(readClock(rules, [received('2026-03-01')], '2026-03-02').dueOn).toBe('2026-05-04')
  })

  it('never ends before the day a suspension ends, even one asked for on the days off it waited for', () => {
    const rules: ClockRules = { ...rejects, period: { days: 2 }, ends: 'working-day' }
    // Thursday, and two days: Saturday, so Monday 19. Asked on the Sunday.
    const events = [received('2026-01-15'), asked('2026-01-18', '2026-01-20')]
    expect(effects(rules, events, '2026-01-22')).toEqual([
      ['2026-01-15', 'received', 'started', '2026-01-19'],
      ['2026-01-18', 'incomplete', 'suspended', '2026-01-20'],
      ['2026-01-20', 'deadline-passed', 'resumed', '2026-01-20'],
      ['2026-01-20', 'expired', 'expired', '2026-01-20'],
    ])
  })

  it('counts in days where a text does', () => {
    expect(
      readClock({ ...rejects, period: { days: 30 } }, [received('2026-11-21')], '2026-11-21').dueOn,
    ).toBe('2026-12-21')
  })
})

describe('silence that accepts', () => {
  it('runs from receipt by a body that is competent', () => {
    expect(readClock(accepts, [received('2026-11-21')], '2026-11-22')).toMatchObject({
      state: 'running',
      dueOn: '2027-01-21',
    })
  })

  it('does not run until the competent authority has the request', () => {
    const events = [received('2026-03-01'), forwarded('2026-03-12')]
    expect(readClock(acceptsElsewhere, events, '2026-03-11')).toMatchObject({ state: 'waiting', dueOn: null })
    expect(effects(acceptsElsewhere, events, '2026-03-13')).toEqual([
      ['2026-03-01', 'received', 'awaited', null],
      ['2026-03-12', 'forwarded', 'started', '2026-05-12'],
    ])
  })

  it('is interrupted by what is missing, and starts whole when it comes', () => {
    const events = [received('2026-03-01'), asked('2026-03-20', '2026-04-05'), completed('2026-04-01')]
    expect(effects(accepts, events, '2026-04-02')).toEqual([
      ['2026-03-01', 'received', 'started', '2026-05-01'],
      ['2026-03-20', 'incomplete', 'interrupted', null],
      ['2026-04-01', 'completed', 'restarted', '2026-06-01'],
    ])
  })

  it('waits for what is missing even after the time given to send it', () => {
    const events = [received('2026-03-01'), asked('2026-03-20', '2026-04-05')]
    expect(readClock(accepts, events, '2026-12-31')).toMatchObject({ state: 'waiting', dueOn: null })
    expect(readClock(accepts, [...events, completed('2026-12-31')], '2026-12-31').dueOn).toBe('2027-02-28')
  })

  it('does not start at the competent authority while the request is incomplete', () => {
    const events = [received('2026-03-01'), asked('2026-03-05', '2026-03-25'), forwarded('2026-03-12')]
    expect(readClock(acceptsElsewhere, events, '2026-03-13').state).toBe('waiting')
    const whole = [...events, completed('2026-03-18')]
    expect(effects(acceptsElsewhere, whole, '2026-03-19').at(-1)).toEqual([
      '2026-03-18',
      'completed',
      'started',
      '2026-05-18',
    ])
  })

  it('starts again at another authority when the first was not the competent one', () => {
    const events = [received('2026-03-01'), forwarded('2026-03-12'), forwarded('2026-03-30')]
    expect(readClock(acceptsElsewhere, events, '2026-03-31').dueOn).toBe('2026-05-30')
  })

  it('has accepted at the end of the last day, whatever is asked for later', () => {
    const events = [received('2026-03-01'), asked('2026-05-03', '2026-06-01')]
    expect(readClock(accepts, events, '2026-05-04')).toMatchObject({ state: 'expired', dueOn: '2026-05-01' })
  })
})

describe('a regime without silence', () => {
  it('keeps the ledger, where nothing is due and nothing expires', () => {
    const events = [received('2026-03-01'), asked('2026-03-10', '2026-03-20')]
    const reading = readClock({ ...rejects, silence: 'none' }, events, '2027-03-01')
    expect(reading).toMatchObject({ state: 'none', dueOn: null, daysLeft: null })
    expect(reading.lines.every(({ dueOn, effect }) => dueOn === null && effect === 'none')).toBe(true)
  })
})
