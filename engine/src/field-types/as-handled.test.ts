// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { asHandled } from './as-handled.ts'
import { fieldType, fieldSchema, type Field } from './registry.ts'

const asked = { fr: 'Vous demandez pour', en: 'You ask for' }
const short = { fr: 'Au nom de', en: 'On behalf of' }
const kind = fieldSchema.parse({
  type: 'choice',
  label: asked,
  shortLabel: short,
  options: [
    {
      value: 'self',
      label: { fr: 'Vous-même', en: 'Yourself' },
      shortLabel: { fr: 'Le demandeur', en: 'The applicant' },
    },
    { value: 'company', label: { fr: 'Une entreprise', en: 'A company' } },
  ],
})

const words = (field: Field, value: unknown) => fieldType(field).display(value, field, 'fr')

describe('a field in the words of those who handle entries', () => {
  it('has its short label, and those of its options', () => {
    expect(asHandled(kind).label).toEqual(short)
    expect(words(kind, 'self')).toBe('Vous-même')
    expect(words(asHandled(kind), 'self')).toBe('Le demandeur')
    expect(words(asHandled(kind), 'company')).toBe('Une entreprise')
  })

  it('keeps the words that everyone reads where there are no others', () => {
    const plain = fieldSchema.parse({ type: 'text', label: asked, maxLength: 20 })
    expect(asHandled(plain)).toEqual(plain)
  })

  it('has the short labels of the members of a group', () => {
    const group = fieldSchema.parse({
      type: 'group',
      label: asked,
      itemLabel: asked,
      fields: {
        name: { type: 'text', label: { fr: 'Votre nom', en: 'Your name' }, shortLabel: short, maxLength: 9 },
      },
    })
    expect(words(asHandled(group), [{ name: 'Élise' }])).toContain('Au nom de')
  })
})
