// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { dayAt, instantOf, localTimeAt } from './zoned-time.ts'

const at = (instant: string) => Date.parse(instant)

describe('the time on the clocks', () => {
  it.each([
    ['2026-07-01T10:00:00.000Z', 'Europe/Paris', { date: '2026-07-01', time: '12:00:00.000' }],
    ['2026-01-01T23:30:15.250Z', 'Europe/Paris', { date: '2026-01-02', time: '00:30:15.250' }],
    ['2026-01-01T23:30:00.000Z', 'America/Martinique', { date: '2026-01-01', time: '19:30:00.000' }],
    ['1969-12-31T23:59:59.999Z', 'UTC', { date: '1969-12-31', time: '23:59:59.999' }],
  ])('at %s in %s', (instant, timeZone, local) => {
    expect(localTimeAt(at(instant), timeZone)).toEqual(local)
    expect(instantOf(local, timeZone)).toBe(at(instant))
  })

  it('is skipped in spring and shown twice in autumn', () => {
    expect(instantOf({ date: '2026-03-29', time: '02:30:00.000' }, 'Europe/Paris')).toBe(undefined)
    expect(instantOf({ date: '2026-10-25', time: '02:30:00.000' }, 'Europe/Paris')).toBe(
      at('2026-10-25T00:30:00Z'),
    )
  })

  it('gives the day of the body, not of Greenwich', () => {
    expect(dayAt(at('2026-05-01T22:30:00Z'), 'Europe/Paris')).toBe('2026-05-02')
  })

  it('leads back to the instant, or to an hour earlier when clocks show it twice', () => {
    const instants = fc.date({
      min: new Date('1980-01-01'),
      max: new Date('2100-01-01'),
      noInvalidDate: true,
    })
    const zones = fc.constantFrom(
      'Europe/Paris',
      'Pacific/Noumea',
      'America/Cayenne',
      'Indian/Reunion',
      'America/Miquelon',
    )
    fc.assert(
      fc.property(instants, zones, (instant, zone) => {
        const back = instantOf(localTimeAt(instant.getTime(), zone), zone)
        expect([0, 3_600_000]).toContain(instant.getTime() - (back ?? Number.NaN))
      }),
    )
  })
})
