// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fixedClock } from './clock.ts'
import { randomToken, uuidV7Ids } from './ids.ts'

const shape = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

describe('identifiers', () => {
  it('are UUIDs of version 7 that begin with the time', () => {
    const id = uuidV7Ids(fixedClock('2026-01-01T00:00:00Z')).next()
    expect(id).toMatch(shape)
    expect(Number.parseInt(id.replaceAll('-', '').slice(0, 12), 16)).toBe(Date.UTC(2026, 0, 1))
  })

  it('are all different and sorted in the order they were asked for, even within one millisecond', () => {
    const ids = uuidV7Ids(fixedClock('2026-01-01T00:00:00Z'))
    const asked = Array.from({ length: 20_000 }, () => ids.next())
    expect(asked.every((id) => shape.test(id))).toBe(true)
    expect(new Set(asked).size).toBe(asked.length)
    expect(asked.toSorted()).toEqual(asked)
  })

  it('keep their order when the clock of the machine goes back', () => {
    const clock = fixedClock('2026-01-01T00:00:00Z')
    const ids = uuidV7Ids(clock)
    const before = ids.next()
    clock.advance(-60_000)
    expect(ids.next() > before).toBe(true)
  })
})

describe('a random token', () => {
  it('carries the bytes asked for in letters that an address accepts', () => {
    expect(randomToken(32)).toMatch(/^[\w-]{43}$/)
    expect(randomToken(32)).not.toBe(randomToken(32))
  })
})
