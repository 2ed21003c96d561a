// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { base32, codeAppUri, codeOfStep, stepOfCode } from './totp.ts'

const secret = Buffer.from('12345678901234567890')

describe('a code', () => {
  // RFC 6238, appendix B, SHA-1, of which applications show the last six digits.
  it.each([
    [59, '287082'],
    [1_111_111_109, '081804'],
    [1_111_111_111, '050471'],
    [1_234_567_890, '005924'],
    [2_000_000_000, '279037'],
    [20_000_000_000, '353130'],
  ])('of the second %i is %s', (seconds, code) => {
    expect(codeOfStep(secret, Math.floor(seconds / 30))).toBe(code)
  })

  it('is taken one step early or late, and no more', () => {
    const at = (seconds: number) => stepOfCode(secret, '081804', new Date(seconds * 1000))
    const step = Math.floor(1_111_111_109 / 30)
    expect([at(1_111_111_109), at((step - 1) * 30), at((step + 2) * 30 - 1)]).toEqual([step, step, step])
    expect([at((step - 1) * 30 - 1), at((step + 2) * 30)]).toEqual([undefined, undefined])
  })
})

it('writes the secret as applications read it', () => {
  expect(base32(secret)).toBe('GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ')
  expect(base32(Buffer.from('f'))).toBe('MY')
})

it('tells the application whose code it shows, accents and spaces included', () => {
  expect(codeAppUri('GEZD', { issuer: 'Ville d’Été', account: 'zoe@plassans.example' })).toBe(
    'otpauth://totp/Ville%20d%E2%80%99%C3%89t%C3%A9:zoe%40plassans.example?secret=GEZD&issuer=Ville%20d%E2%80%99%C3%89t%C3%A9',
  )
})
