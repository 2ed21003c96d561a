// SPDX-License-Identifier: MIT
import { types } from 'pg'
import { describe, expect, it } from 'vitest'
import { instant } from './column-types.ts'

const byTheDriver = types.getTypeParser(types.builtins.TIMESTAMPTZ, 'text')

describe('an instant out of the database', () => {
  it.each([
    '2026-11-21 09:30:00+00',
    '2026-11-21 09:30:00.1+00',
    '2026-11-21 09:30:00.123+00',
    '2026-11-21 09:30:00.123456+00',
    '2026-11-21 10:30:00.123+01',
    '2026-11-21 04:00:00-05:30',
    '0044-03-15 12:00:00+00 BC',
    '12026-01-01 00:00:00+00',
    'infinity',
    '-infinity',
  ])('is read as the driver reads it: %s', (text) => {
    expect(instant(text)).toEqual(byTheDriver(text))
  })
})
