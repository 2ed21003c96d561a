// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fixedClock } from './clock.ts'

describe('a fixed clock', () => {
  it('stands still until it is advanced', () => {
    const clock = fixedClock('2026-03-02T08:00:00Z')
    expect(clock.now()).toEqual(clock.now())
    clock.advance(90_000)
    expect(clock.now().toISOString()).toBe('2026-03-02T08:01:30.000Z')
  })

  it('gives a date that its reader may change without moving the clock', () => {
    const clock = fixedClock('2026-03-02T08:00:00Z')
    clock.now().setFullYear(1999)
    expect(clock.now().getUTCFullYear()).toBe(2026)
  })
})
