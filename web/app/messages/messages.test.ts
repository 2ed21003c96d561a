// SPDX-License-Identifier: MIT
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { frenchSpaces } from '@guichet/engine'
import { describe, expect, it } from 'vitest'

type Variants = { readonly match: Readonly<Record<string, string>> }
type Messages = Readonly<Record<string, string | readonly Variants[]>>

const files = readdirSync(join(import.meta.dirname, 'fr'))
const read = (locale: string, file: string) =>
  JSON.parse(readFileSync(join(import.meta.dirname, locale, file), 'utf8')) as Messages
const textsOf = (message: Messages[string]): string[] =>
  typeof message === 'string' ? [message] : message.flatMap(({ match }) => Object.values(match))
const placeholders = (text: string) => [...text.matchAll(/\{(\w+)\}/g)].map(([, name]) => name)

describe.each(files)('the messages of %s', (file) => {
  const french = read('fr', file)
  const english = read('en', file)

  it('are the same in both languages', () => {
    expect(Object.keys(english)).toEqual(Object.keys(french))
  })

  it('are never empty, and take the same values', () => {
    for (const [key, message] of Object.entries(french)) {
      const texts = [textsOf(message), textsOf(english[key] ?? '')]
      for (const text of texts.flat()) expect(text, key).not.toBe('')
      const values = texts.map((one) => new Set(one.flatMap(placeholders)))
      expect(values[1], key).toEqual(values[0])
    }
  })

  it('keep their signs on the line of their words, in French', () => {
    for (const text of Object.values(french).flatMap(textsOf)) expect(text).toBe(frenchSpaces(text))
  })
})
