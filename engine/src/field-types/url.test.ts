// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { aField, verdict } from './testing/a-field.ts'

const url = aField('url')

it.each([
  ['https://www.plassans.example/a?b=c#d', 'https://www.plassans.example/a?b=c#d'],
  ['www.plassans.example', 'https://www.plassans.example/'],
  ['plassans.example:8080/page', 'https://plassans.example:8080/page'],
  ['HTTP://Plassans.Example', 'http://plassans.example/'],
  ['', null],
  ['javascript:alert(1)', ['url_scheme']],
  ['data:text/html,x', ['url_scheme']],
  ['file:///etc/passwd', ['url_scheme']],
  ['mailto:jeanne@plassans.example', ['url_scheme']],
  ['https://plassans.example@evil.example', ['url']],
  ['https://plassans', ['url']],
  ['la page', ['url']],
  [`https://plassans.example/${'a'.repeat(2000)}`, ['too_long']],
  [12, ['not_a_text']],
])('the address %j is %j', (candidate, expected) => {
  expect(verdict(url, candidate)).toEqual(expected)
})
