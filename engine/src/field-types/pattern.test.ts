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
    '[A-Z]{1,3}-?\\d{1,4}-?[A-Z]{1,3}',
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
    ['a{0,9}'.repeat(6), 'six wide repetitions'],
    ['a?a*a*a*b', 'three repetitions and an option'],
    ['a?'.repeat(30) + 'a{30}', 'thirty options'],
    ['(a)\\1', 'a back reference'],
    ['(?<x>a)\\k<x>', 'a named back reference'],
    ['(?=a)a', 'a look-ahead'],
    ['(a', 'not a regular expression'],
    ['a)|(b', 'not one when it is closed'],
  ])('is refused: %s (%s)', (source) => {
    expect(isSafePattern(source)).toBe(false)
  })

  it.each([
    '[a-z]*[a-z]*[a-z]*!',
    `${'a?'.repeat(4)}a*a*!`,
    `${'a?'.repeat(8)}a*!`,
    `${'a?'.repeat(12)}!`,
    `${'a{0,9}'.repeat(5)}!`,
  ])('answers a hostile text soon when it is as slow as is accepted: %s', (source) => {
    expect(isSafePattern(source)).toBe(true)
    const before = performance.now()
    expect(new RegExp(`^(?:${source})$`, 'u').test('a'.repeat(250))).toBe(false)
    expect(performance.now() - before).toBeLessThan(500)
  })
})
