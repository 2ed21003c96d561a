// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../identifiers/iso-date.ts'
import { alertOn, nextLookOn } from './alerts.ts'
import type { ClockEvent, ClockRules } from './clock.ts'
import { clockDays } from './clock-days.ts'
import { daysBetween, endOfPeriod } from './period.ts'
import { readClock } from './read-clock.ts'

const first = '2026-01-15'
const dayAt = (offset: number) => addDays(first, offset)
const someDay = fc.integer({ min: 0, max: 150 })

const someRules: fc.Arbitrary<ClockRules> = fc.record({
  silence: fc.constantFrom('accepts', 'rejects'),
  period: fc.oneof(
    fc.integer({ min: 1, max: 4 }).map((months) => ({ months })),
    fc.integer({ min: 1, max: 90 }).map((days) => ({ days })),
  ),
  competent: fc.constantFrom('body', 'forwarded'),
  ends: fc.constantFrom('any-day', 'working-day'),
  calendar: fc.constantFrom('FR', 'FR-AM', 'BE', 'LU', 'CH'),
})
const rejecting = someRules.map((rules): ClockRules => ({ ...rules, silence: 'rejects' }))
const accepting = someRules.map((rules): ClockRules => ({ ...rules, silence: 'accepts' }))

const asking = fc
  .tuple(someDay, fc.integer({ min: 0, max: 40 }))
  .map(([at, given]): ClockEvent => ({ kind: 'incomplete', on: dayAt(at), completeBy: dayAt(at + given) }))
const completing = someDay.map((at): ClockEvent => ({ kind: 'completed', on: dayAt(at) }))
const forwarding = someDay.map((at): ClockEvent => ({ kind: 'forwarded', on: dayAt(at) }))
const ending = fc
  .tuple(someDay, fc.constantFrom('decided', 'withdrawn'))
  .map(([at, kind]): ClockEvent => ({ kind, on: dayAt(at) }))
const reopening = someDay.map((at): ClockEvent => ({ kind: 'reopened', on: dayAt(at) }))

const receivedFirst = (events: readonly ClockEvent[]): ClockEvent[] => [
  { kind: 'received', on: first },
  ...events,
]
/** Receipt, then anything; one fact a day, so that their order is that of the days. */
const history = fc
  .uniqueArray(fc.oneof(asking, completing, forwarding, ending, reopening), {
    selector: ({ on }) => on,
    maxLength: 8,
  })
  .map((events) => receivedFirst(events.filter(({ on }) => on !== first)))
const openHistory = fc
  .uniqueArray(fc.oneof(asking, completing, forwarding), { selector: ({ on }) => on, maxLength: 8 })
  .map((events) => receivedFirst(events.filter(({ on }) => on !== first)))

describe('any legal clock', () => {
  it('tells the past the same on whatever later day it is read', () => {
    fc.assert(
      fc.property(someRules, history, someDay, someDay, (rules, events, one, other) => {
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)].map(dayAt) as [string, string]
        const before = (day: string) => readClock(rules, events, day).lines.filter(({ on }) => on < sooner)
        expect(before(later)).toEqual(before(sooner))
      }),
      { numRuns: 500 },
    )
  })

  it('does not depend on the order in which facts of different days are given', () => {
    fc.assert(
      fc.property(
        someRules,
        history.chain((events) =>
          fc.tuple(fc.constant(events), fc.shuffledSubarray(events, { minLength: events.length })),
        ),
        someDay,
        (rules, [events, shuffled], at) => {
          expect(readClock(rules, shuffled, dayAt(at))).toEqual(readClock(rules, events, dayAt(at)))
        },
      ),
    )
  })

  it('knows nothing of what has not happened yet', () => {
    fc.assert(
      fc.property(someRules, history, someDay, (rules, events, at) => {
        const known = events.filter(({ on }) => on <= dayAt(at))
        expect(readClock(rules, known, dayAt(at))).toEqual(readClock(rules, events, dayAt(at)))
      }),
    )
  })

  it('is stopped by a decision in time, and never runs after one', () => {
    fc.assert(
      fc.property(someRules, openHistory, someDay, someDay, (rules, events, at, further) => {
        const on = dayAt(at)
        const before = readClock(rules, events, on).state
        const after = readClock(rules, [...events, { kind: 'decided', on }], dayAt(at + further))
        expect(after.state).toBe(before === 'expired' ? 'expired' : 'stopped')
        expect(after.closed).toBe(true)
      }),
    )
  })

  it('has its lines in the order of days, and a date in each as it stood then', () => {
    fc.assert(
      fc.property(someRules, history, someDay, (rules, events, at) => {
        const { lines } = readClock(rules, events, dayAt(at))
        expect(lines.map(({ on }) => on)).toEqual(lines.map(({ on }) => on).toSorted())
        expect(lines.every(({ on }) => on <= dayAt(at))).toBe(true)
      }),
    )
  })

  it('says of the days left and of the last day the same thing', () => {
    fc.assert(
      fc.property(someRules, history, someDay, (rules, events, at) => {
        const { state, daysLeft, dueOn } = readClock(rules, events, dayAt(at))
        if (state !== 'running' || dueOn === null || daysLeft === null) return
        expect(addDays(dayAt(at), daysLeft)).toBe(dueOn)
        expect(daysLeft).toBeGreaterThanOrEqual(0)
      }),
    )
  })
})

describe('silence that rejects', () => {
  it('is never brought nearer by asking for documents once more', () => {
    fc.assert(
      fc.property(rejecting, openHistory, asking, (rules, events, more) => {
        const due = (list: readonly ClockEvent[]) => readClock(rules, list, dayAt(1_000)).dueOn ?? ''
        fc.pre(events.every(({ on }) => on !== more.on))
        expect(due([...events, more]) >= due(events)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('is never later than its period and the times given, nor sooner than its period', () => {
    fc.assert(
      fc.property(rejecting, openHistory, (rules, events) => {
        const given = events.reduce(
          (sum, event) => sum + (event.kind === 'incomplete' ? daysBetween(event.on, event.completeBy) : 0),
          0,
        )
        const due = readClock(rules, events, dayAt(1_000)).dueOn ?? ''
        const end = endOfPeriod(first, rules.period ?? { days: 1 })
        const rolled = rules.ends === 'working-day' ? 5 : 0
        expect(due >= end).toBe(true)
        expect(due <= addDays(end, given + rolled)).toBe(true)
      }),
      { numRuns: 500 },
    )
  })

  it('comes no later when the documents come sooner', () => {
    fc.assert(
      fc.property(rejecting, someDay, someDay, (rules, one, other) => {
        const due = (on: string) =>
          readClock(
            rules,
            receivedFirst([
              { kind: 'incomplete', on: dayAt(1), completeBy: dayAt(60) },
              { kind: 'completed', on },
            ]),
            dayAt(1_000),
          ).dueOn ?? ''
        const [sooner, later] = [Math.min(one, other), Math.max(one, other)]
        expect(due(dayAt(sooner + 1)) <= due(dayAt(later + 1))).toBe(true)
      }),
    )
  })

  it('is the same wherever it is forwarded', () => {
    fc.assert(
      fc.property(rejecting, history, someDay, (rules, events, at) => {
        const kept = events.filter(({ kind }) => kind !== 'forwarded')
        const { state, dueOn, suspendedDays } = readClock(rules, kept, dayAt(at))
        expect(readClock(rules, events, dayAt(at))).toMatchObject({ state, dueOn, suspendedDays })
      }),
    )
  })
})

describe('silence that accepts', () => {
  it('runs a whole period from the last day on which nothing was missing any more', () => {
    fc.assert(
      fc.property(accepting, openHistory, someDay, (rules, events, at) => {
        const { state, startedOn, dueOn, lines } = readClock(rules, events, dayAt(at))
        if (state !== 'running' || startedOn === null || dueOn === null) return
        expect(dueOn >= endOfPeriod(startedOn, rules.period ?? { days: 1 })).toBe(true)
        const last = lines.findLast(({ effect }) => effect === 'started' || effect === 'restarted')
        expect(startedOn).toBe(last?.on)
      }),
    )
  })

  it('never runs while what was asked for is awaited', () => {
    fc.assert(
      fc.property(accepting, openHistory, someDay, (rules, events, at) => {
        const { state, completeBy } = readClock(rules, events, dayAt(at))
        if (state === 'running') expect(completeBy).toBeNull()
      }),
    )
  })
})

describe('the ledger day by day', () => {
  it('has every day once, and the lines of each on it', () => {
    fc.assert(
      fc.property(someRules, history, someDay, (rules, events, at) => {
        const days = clockDays(rules, events, dayAt(at))
        expect(days.map(({ on }) => on)).toEqual(Array.from({ length: at + 1 }, (_, offset) => dayAt(offset)))
        const lines = readClock(rules, events, dayAt(at + 1)).lines.filter(({ on }) => on <= dayAt(at))
        expect(days.flatMap((day) => day.lines)).toEqual(lines)
      }),
      { numRuns: 50 },
    )
  })

  it('counts one more on each day that runs, and none on those suspended', () => {
    const rules: ClockRules = {
      silence: 'rejects',
      period: { days: 10 },
      competent: 'body',
      ends: 'any-day',
      calendar: 'FR',
    }
    const events = receivedFirst([
      { kind: 'incomplete', on: dayAt(2), completeBy: dayAt(30) },
      { kind: 'completed', on: dayAt(5) },
    ])
    const days = clockDays(rules, events, dayAt(14))
    expect(days.map(({ counted }) => counted)).toEqual([0, 1, 2, 2, 2, 2, 3, 4, 5, 6, 7, 8, 9, 10, null])
    expect(days[13]?.state).toBe('expired')
  })

  it('is empty before receipt', () => {
    fc.assert(
      fc.property(someRules, (rules) => {
        expect(clockDays(rules, receivedFirst([]), '2026-01-14')).toEqual([])
      }),
      { numRuns: 5 },
    )
  })
})

describe('looking at a clock', () => {
  const someAlerts = fc.uniqueArray(fc.integer({ min: 0, max: 40 }), { maxLength: 4 })

  it('on the days it names is enough to see every change and every alert', () => {
    fc.assert(
      fc.property(someRules, openHistory, someAlerts, (rules, events, alertDays) => {
        const start = 160
        const readOn = (at: number) => {
          const now = readClock(rules, events, dayAt(at))
          return { now, seen: JSON.stringify([now.state, alertOn(now, alertDays, dayAt(at))]) }
        }
        let before = readOn(start)
        let look = nextLookOn(before.now, alertDays, dayAt(start))
        for (let at = start + 1; at < start + 150; at += 1) {
          const today = dayAt(at)
          const read = readOn(at)
          if (read.seen !== before.seen) expect(look).toBe(today)
          if (look === today) look = nextLookOn(read.now, alertDays, today)
          before = read
        }
      }),
      { numRuns: 40 },
    )
  })
})
