// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { problemLine } from './ErrorSummary.tsx'

overwriteGetLocale(() => 'fr')

describe('a line of the summary of problems', () => {
  it.each([
    ['Description', 'Description\u00a0: Répondez.'],
    ['Depuis quand\u202f?', 'Depuis quand\u202f? Répondez.'],
    [undefined, 'Répondez.'],
  ])('names its question: %j', (label, line) => {
    expect(problemLine(label, 'Répondez.')).toBe(line)
  })
})
