// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { library } from '../solution/testing/library.ts'
import { titleTemplateFor } from './entry-title.ts'

const loan = library.collections['loan']
if (!loan) throw new Error('The library lends')

describe('the title of an entry', () => {
  it.each([
    ['film', 'Film : {{ entry.book }}'],
    ['book', '{{ entry.book }}'],
    [null, '{{ entry.book }}'],
  ])('of kind %s is made by %s', (kind, template) => {
    expect(titleTemplateFor(loan, { kind }, '2026-11-20')).toBe(template)
  })
})
