// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { requestLocale } from './request-locale.ts'

describe('the language of an answer', () => {
  it.each([
    ['the choice kept in the cookie, before the browser', 'guichet_locale=en', 'fr-FR', 'en'],
    [
      'the first language of the browser that the product speaks',
      undefined,
      'de-DE, en-GB;q=0.8, fr;q=0.5',
      'en',
    ],
    ['the better quality, whatever the order', undefined, 'en;q=0.3, fr;q=0.9', 'fr'],
    ['a regional variant as its language', 'theme=dark; other=1', 'en-CA', 'en'],
    ['French when the browser refuses the others', undefined, 'en;q=0, de', 'fr'],
    ['French when nothing is known', undefined, undefined, 'fr'],
    ['French rather than a language that does not exist', 'guichet_locale=xx', '*', 'fr'],
    ['a quality that is not a number as no wish at all', undefined, 'en;q=abc, fr;q=0.1', 'en'],
  ])('is %s', (_, cookie, acceptLanguage, expected) => {
    expect(requestLocale(cookie, acceptLanguage)).toBe(expected)
  })
})
