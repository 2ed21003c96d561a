// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { inOrderOfReference } from './in-order.ts'

const table = (name: string) => ({ schema: 'public' as const, name, columns: [] })
const refers = (from: string, to: string) => ({ from: `public.${from}`, to: `public.${to}` })

it('puts those referred to first, and leaves the others in their order', () => {
  const tables = ['accounts', 'entries', 'events', 'releases', 'seals'].map(table)
  const references = [refers('accounts', 'entries'), refers('entries', 'releases'), refers('events', 'seals')]
  expect(inOrderOfReference(tables, references).map(({ name }) => name)).toEqual([
    'releases',
    'entries',
    'accounts',
    'seals',
    'events',
  ])
})

it('says which tables refer to each other in a circle', () => {
  const references = [refers('a', 'b'), refers('b', 'a')]
  expect(() => inOrderOfReference(['a', 'b'].map(table), references)).toThrow(
    'public.a → public.b → public.a',
  )
})
