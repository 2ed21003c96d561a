// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { openingOf } from './opening.ts'

const window = { opensOn: '2026-03-01', closesOn: '2026-04-15' }

describe('a procedure with an opening window', () => {
  it.each([
    ['2026-02-28', { open: false, because: 'not-yet', opensOn: '2026-03-01' }],
    ['2026-03-01', { open: true, until: '2026-04-15' }],
    ['2026-04-15', { open: true, until: '2026-04-15' }],
    ['2026-04-16', { open: false, because: 'over', closedOn: '2026-04-15' }],
  ])('on %s: %j', (today, opening) => {
    expect(openingOf(window, today)).toEqual(opening)
  })

  it('is always open without dates', () => {
    expect(openingOf({}, '2026-03-01')).toEqual({ open: true })
  })
})
