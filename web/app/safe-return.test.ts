// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { safeReturn } from './safe-return.ts'

describe('the page to go back to', () => {
  it.each(['/', '/demarches/etat-civil?etape=2#place', '/demandes/été'])(
    'is the one asked when it is ours: %s',
    (path) => {
      expect(decodeURI(safeReturn(path))).toBe(path)
    },
  )

  it.each([
    'https://evil.example/',
    '//evil.example',
    '/\\evil.example',
    '/\t/evil.example',
    '/..//evil.example',
    '/.//evil.example',
    'javascript:alert(1)',
    'demarches',
    '',
    null,
  ])('is the home page when %j is asked', (path) => {
    expect(safeReturn(path)).toBe('/')
  })
})
