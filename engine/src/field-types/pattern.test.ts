// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { isSafePattern } from './pattern.ts'

describe('a pattern written by an administrator', () => {
  it.each([
    '[A-Z]{2}-\\d{3}-[A-Z]{2}',
    '\\d{2}(?: \\d{2}){4}',
    '(?:75|77|78|91|92|93|94|95)\\d{3}',
    '[A-Z]+-\\d+',
    'PLS-\\d{4}(?:-\\d{1,3})?',
    '(?:A|B){3}',
    '[)(|*+?]{3}',
    '\\(\\d+\\)',
    '\\p{Lu}\\p{L}*',
  ])('is accepted: %s', (source) => {
    expect(isSafePattern(source)).toBe(true)
  })

  it.each([
    ['(a+)+b', 'a repetition of a repetition'],
    ['(?:a*b?)*', 'a repetition of an option'],
    ['(a|a)*b', 'a repetition of alternatives'],
    ['((a{1,9}){1,9}){1,9}', 'repetitions in one another'],
    ['(a|aa){30}', 'thirty alternatives in a row'],
    ['(?:\\d+,){9}', 'nine repetitions in a row'],
    ['a*a*a*a*b', 'more than three repetitions'],
    ['a?'.repeat(30) + 'a{30}', 'thirty options'],
    ['(a)\\1', 'a back reference'],
    ['(?<x>a)\\k<x>', 'a named back reference'],
    ['(?=a)a', 'a look-ahead'],
    ['(a', 'not a regular expression'],
    ['a)|(b', 'not one when it is closed'],
  ])('is refused: %s (%s)', (source) => {
    expect(isSafePattern(source)).toBe(false)
  })

  it('answers a hostile text at once when it is as slow as is accepted', () => {
    const source = '[a-z]*[a-z]*[a-z]*!'
    expect(isSafePattern(source)).toBe(true)
    const before = performance.now()
    expect(new RegExp(`^(?:${source})$`, 'u').test('a'.repeat(250))).toBe(false)
    expect(performance.now() - before).toBeLessThan(500)
  })
})
