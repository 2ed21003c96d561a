// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { defineRegime } from './regime.ts'
import { regimeOn } from './regime-change.ts'

const first = defineRegime({ silence: 'rejects', period: { months: 2 } })
const second = defineRegime({ silence: 'accepts', period: { months: 2 } })
const procedure = {
  regime: first,
  regimeChanges: [
    { since: '2027-03-01', regime: null },
    { since: '2027-01-01', regime: second },
  ],
}

describe('the regime of a procedure that changes', () => {
  it.each([
    ['2026-12-31', 'rejects'],
    ['2027-01-01', 'accepts'],
    ['2027-02-28', 'accepts'],
    ['2027-03-01', undefined],
  ])('is that of the day of receipt: %s', (day, silence) => {
    expect(regimeOn(procedure, day)?.silence).toBe(silence)
  })

  it('is the only one when nothing changes it, or none', () => {
    expect(regimeOn({ regime: first }, '2027-01-01')).toBe(first)
    expect(regimeOn({}, '2027-01-01')).toBeUndefined()
  })
})
