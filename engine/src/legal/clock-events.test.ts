// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import type { ClockMark } from './clock-mark.ts'
import { clockEvents, markedFields } from './clock-events.ts'

const label = { fr: 'Action', en: 'Act' }
const marked = (clock?: ClockMark) => ({ from: ['a'], to: 'b', label, ...(clock && { clock }) })
const lifecycle = {
  transitions: {
    pass_on: marked({ does: 'forwards' }),
    ask: marked({ does: 'asks-completion', deadline: 'completeBy', onlyIf: 'isRequired' }),
    ask_plainly: { ...marked({ does: 'asks-completion' }), publicReason: true },
    answer: marked({ does: 'completes' }),
    accept: marked({ does: 'decides' }),
    look: marked(),
  },
}
const regime = { completionDays: 30 }
const kindsOf = (transition: string, values = {}) =>
  clockEvents(lifecycle, regime, '2026-03-01', [{ on: '2026-03-10', transition, values }]).slice(1)

describe('the facts of a clock among the moves of an entry', () => {
  it('begin with receipt', () => {
    expect(clockEvents(undefined, regime, '2026-03-01', [])).toEqual([{ kind: 'received', on: '2026-03-01' }])
  })

  it.each([
    ['pass_on', 'forwarded'],
    ['answer', 'completed'],
    ['accept', 'decided'],
  ])('%s is %s', (transition, kind) => {
    expect(kindsOf(transition)).toEqual([{ kind, on: '2026-03-10' }])
  })

  it.each(['look', 'gone', 'constructor'])('leave out a move that says nothing: %s', (transition) => {
    expect(kindsOf(transition)).toEqual([])
  })

  it('give until the day that the agent chose', () => {
    expect(kindsOf('ask', { isRequired: true, completeBy: '2026-03-20' })).toMatchObject([
      { completeBy: '2026-03-20' },
    ])
  })

  it.each([null, undefined, '2026-03-10', '2026-01-01', 12])(
    'give the days of the regime when the day chosen is %s',
    (completeBy) => {
      expect(kindsOf('ask', { isRequired: true, completeBy })).toMatchObject([{ completeBy: '2026-04-09' }])
    },
  )

  it('do not count a question that nothing requires', () => {
    expect(kindsOf('ask', { isRequired: false })).toEqual([])
    expect(kindsOf('ask', {})).toEqual([])
  })

  it('keep what was asked for: the fields named, then the words', () => {
    const move = {
      on: '2026-03-10',
      transition: 'ask_plainly',
      values: {},
      asked: [{ fr: 'Plan', en: 'Map' }],
      reason: 'Coté.',
    }
    expect(clockEvents(lifecycle, regime, '2026-03-01', [move])[1]).toMatchObject({ missing: 'Plan\nCoté.' })
  })

  it('leave out words that were not written for the applicant', () => {
    const move = { on: '2026-03-10', transition: 'ask', values: { isRequired: true }, reason: 'Douteux.' }
    expect(clockEvents(lifecycle, regime, '2026-03-01', [move])[1]).not.toHaveProperty('missing')
  })
})

it('the marks name the fields they read', () => {
  expect([...markedFields(lifecycle)]).toEqual(['completeBy', 'isRequired'])
  expect([...markedFields(undefined)]).toEqual([])
})
