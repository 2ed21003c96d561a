// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldType } from './registry.ts'
import { aField, shown, verdict } from './testing/a-field.ts'

const meeting = aField('datetime')
const noumea = { timeZone: 'Pacific/Noumea' }

describe('a date and time', () => {
  it.each([
    ['2026-09-01T07:30:00Z', '2026-09-01T07:30:00.000Z'],
    ['2026-09-01T09:30:00+02:00', '2026-09-01T07:30:00.000Z'],
    ['2026-09-01T09:30', '2026-09-01T07:30:00.000Z'],
    ['2026-01-15 09:30', '2026-01-15T08:30:00.000Z'],
    [{ date: '01/09/2026', time: '9h30' }, '2026-09-01T07:30:00.000Z'],
    [{ date: '2026-09-01', time: '9 h' }, '2026-09-01T07:00:00.000Z'],
    [{ date: '2026-09-01', time: '09:30:15.250' }, '2026-09-01T07:30:15.250Z'],
    [new Date('2026-09-01T07:30:00Z'), '2026-09-01T07:30:00.000Z'],
    ['', null],
    [{ date: '2026-09-01', time: '' }, ['datetime']],
    [{ date: '', time: '9:30' }, ['datetime']],
    [{ date: '2026-02-30', time: '9:30' }, ['datetime']],
    [{ date: '2026-09-01', time: '24:00' }, ['datetime']],
    [{ date: '2026-09-01', time: '9:60' }, ['datetime']],
    ['2026-02-30T09:30:00Z', ['datetime']],
    ['2026-09-01', ['datetime']],
    [new Date(Number.NaN), ['datetime']],
    [12, ['datetime']],
  ])('%j is the instant %j', (candidate, expected) => {
    expect(verdict(meeting, candidate)).toEqual(expected)
  })

  it('is refused when the clocks skip it, and is the first of the two when they show it twice', () => {
    expect(verdict(meeting, '2026-03-29T02:30')).toEqual(['time_skipped'])
    expect(verdict(meeting, '2026-10-25T02:30')).toBe('2026-10-25T00:30:00.000Z')
  })

  it('is given and shown in the time zone of the body', () => {
    expect(verdict(meeting, '2026-09-01T09:30', noumea)).toBe('2026-08-31T22:30:00.000Z')
    expect(shown(meeting, '2026-08-31T22:30:00.000Z', 'fr', noumea)).toBe('1er_septembre 2026 à 9_h_30')
    expect(fieldType(meeting).write('2026-08-31T22:30:00.000Z', 'meeting', meeting, noumea)).toMatchObject({
      'meeting.date': ['2026-09-01'],
      'meeting.time': ['09:30'],
    })
  })

  it('is shown in words', () => {
    expect(shown(meeting, '2026-09-01T07:30:00.000Z', 'fr')).toBe('1er_septembre 2026 à 9_h_30')
    expect(shown(meeting, '2026-09-02T12:00:00.000Z', 'fr')).toBe('2_septembre 2026 à 14_h')
    expect(shown(meeting, '2026-09-01T07:30:00.000Z', 'en')).toBe('1_September 2026 at 09:30')
  })

  it('is read from a day and a time, or from one input', () => {
    const { read } = fieldType(meeting)
    const two = { 'meeting.date': ['2026-09-01'], 'meeting.time': ['09:30'] }
    expect(verdict(meeting, read(two, 'meeting', meeting))).toBe('2026-09-01T07:30:00.000Z')
    expect(verdict(meeting, read({ meeting: ['2026-09-01T09:30'] }, 'meeting', meeting))).toBe(
      '2026-09-01T07:30:00.000Z',
    )
    expect(verdict(meeting, read({ 'meeting.date': ['2026-09-01'] }, 'meeting', meeting))).toEqual([
      'datetime',
    ])
    expect(read({}, 'meeting', meeting)).toBe(null)
  })
})
