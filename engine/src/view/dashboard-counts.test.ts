// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { addDays } from '../identifiers/iso-date.ts'
import { ageSteps, weekRanges } from './dashboard-counts.ts'

const today = '2026-11-21'

describe('the steps of ages', () => {
  it('are days of the calendar, counted back from today', () => {
    expect(ageSteps({ steps: [2, 5] }, today)).toEqual([
      { fromDays: 0, toDays: 2, range: { from: '2026-11-19' } },
      { fromDays: 3, toDays: 5, range: { from: '2026-11-16', to: '2026-11-18' } },
      { fromDays: 6, range: { to: '2026-11-15' } },
    ])
  })

  it('hold every day once, whatever the steps and their order', () => {
    const steps = fc.array(fc.integer({ min: 0, max: 60 }), { minLength: 1, maxLength: 6 })
    fc.assert(
      fc.property(steps, fc.integer({ min: -90, max: 5 }), (ends, days) => {
        const day = addDays(today, days)
        const holding = ageSteps({ steps: ends }, today).filter(
          ({ range: { from = '0000', to = '9999' } }) => from <= day && day <= to,
        )
        expect(holding).toHaveLength(1)
      }),
    )
  })
})

describe('the weeks of a chart', () => {
  it('begin on Mondays and end with the running one', () => {
    expect(weekRanges(2, today)).toEqual([
      { from: '2026-11-09', to: '2026-11-15' },
      { from: '2026-11-16', to: '2026-11-22' },
    ])
    expect(weekRanges(2, '2026-11-22').at(-1)).toEqual({ from: '2026-11-16', to: '2026-11-22' })
    expect(weekRanges(2, '2026-11-23').at(-1)).toEqual({ from: '2026-11-23', to: '2026-11-29' })
  })
})
