// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { addDays, isIsoDate, parseDate } from './iso-date.ts'

it.each([
  ['2026-02-28', true],
  ['2028-02-29', true],
  ['2000-02-29', true],
  ['1900-02-29', false],
  ['2026-02-30', false],
  ['2026-00-10', false],
  ['2026-1-1', false],
  ['0999-01-01', false],
  ['+002026-01-01', false],
])('%s exists: %s', (text, expected) => {
  expect(isIsoDate(text)).toBe(expected)
})

it.each([
  ['2026-12-31', 1, '2027-01-01'],
  ['2028-03-01', -1, '2028-02-29'],
  ['2026-03-28', 2, '2026-03-30'],
  ['2026-05-01', 0, '2026-05-01'],
])('%s plus %i days is %s', (date, days, expected) => {
  expect(addDays(date, days)).toBe(expected)
})

it('is read with the day first, as French and Swiss people write', () => {
  expect(parseDate('3/4/2026')).toBe('2026-04-03')
  expect(parseDate('4/13/2026')).toBe(undefined)
})
