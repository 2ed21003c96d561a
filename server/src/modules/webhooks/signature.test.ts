// SPDX-License-Identifier: MIT
import { createHmac } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { isSigned, sign } from './signature.ts'

const now = new Date('2026-11-21T11:00:00.900Z')
const body = '{"kind":"entry.created"}'

describe('a signature', () => {
  it('is what a receiver computes with nothing but HMAC-SHA256', () => {
    const digest = createHmac('sha256', 'whsec').update(`1795258800.${body}`).digest('hex')
    expect(sign('whsec', body, now)).toBe(`t=1795258800,v1=${digest}`)
  })

  it('holds for its secret, its body and its time', () => {
    expect(isSigned('whsec', body, sign('whsec', body, now), { now })).toBe(true)
  })

  it.each<[string, string, string, number]>([
    ['another secret', 'other', body, 0],
    ['another body', 'whsec', `${body} `, 0],
    ['a copy sent six minutes later', 'whsec', body, 360],
    ['an instant in the future', 'whsec', body, -360],
  ])('does not hold for %s', (_, secret, received, laterSeconds) => {
    const later = new Date(now.getTime() + laterSeconds * 1000)
    expect(isSigned(secret, received, sign('whsec', body, now), { now: later })).toBe(false)
  })

  it.each(['', 't=1', 't=1795258800,v1=', 'v1=00', `t=1795258800,v1=${'g'.repeat(64)}`])(
    'is not read in %j',
    (signature) => {
      expect(isSigned('whsec', body, signature, { now })).toBe(false)
    },
  )
})
