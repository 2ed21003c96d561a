// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fieldSchema, fieldType, fieldTypes, type AnyFieldType, type Field } from './registry.ts'
import { samples } from './testing/field-samples.ts'

/** The value that a candidate is taken for; a sample that is refused is a fault of the test. */
function valueOf(type: AnyFieldType, field: Field, candidate: unknown): unknown {
  const checked = type.check(candidate, field)
  if (!checked.ok)
    throw new Error(`${field.type} refuses ${JSON.stringify(candidate)}: ${JSON.stringify(checked.problems)}`)
  return checked.value
}

describe.each(Object.entries(samples))('any value of the type %s', (_, { field, values }) => {
  const type = fieldType(field)
  const forAny = (law: (value: unknown) => void) => {
    fc.assert(
      fc.property(values, (candidate) => {
        law(valueOf(type, field, candidate)) // what `expect` gives back is not the property's verdict
      }),
    )
  }

  it('is itself when it is checked again', () => {
    forAny((value) => expect(valueOf(type, field, value)).toEqual(value))
  })

  it('comes back from the form it is written in', () => {
    if (field.type === 'computed') return // never read from forms: see computed.test.ts
    forAny((value) =>
      expect(valueOf(type, field, type.read(type.write(value, 'q', field), 'q', field))).toEqual(value),
    )
  })

  it('comes back from a spreadsheet’s cell', () => {
    forAny((value) =>
      expect(valueOf(type, field, type.fromCell(type.toCell(value, field), field))).toEqual(value),
    )
  })

  it('comes back from JSON, as the database and the API keep it', () => {
    forAny((value) => expect(valueOf(type, field, JSON.parse(JSON.stringify(value)))).toEqual(value))
  })

  it('is shown in both languages', () => {
    forAny((value) => {
      if (value === null) return
      for (const locale of ['fr', 'en'] as const)
        expect(type.display(value, field, locale)).not.toMatch(/undefined|NaN|\[object/)
    })
  })
})

describe('a type of field', () => {
  it.each(fieldTypes.map((type) => [type.key, type] as const))(
    '%s refuses anything without failing',
    (key, type) => {
      const { field } = samples[key as keyof typeof samples] // every type has its sample: the compiler sees to it
      fc.assert(
        fc.property(
          fc.anything({ withNullPrototype: true, withBigInt: true, withDate: true }),
          (candidate) => {
            const checked = type.check(candidate, field)
            if (checked.ok && checked.value !== null)
              expect(valueOf(type, field, checked.value)).toEqual(checked.value)
          },
        ),
      )
    },
  )

  it.each(fieldTypes.map((type) => [type.key, type] as const))(
    '%s reads an absent answer as empty',
    (key, type) => {
      const { field } = samples[key as keyof typeof samples] // every type has its sample: the compiler sees to it
      expect(type.read({}, 'q', field)).toBe(null)
      expect(type.write(null, 'q', field)).toEqual({})
      expect(type.toCell(null, field)).toBe('')
      expect(valueOf(type, field, type.fromCell('', field))).toBe(null)
      expect(valueOf(type, field, undefined)).toBe(null)
    },
  )

  it('has a key of its own', () => {
    const keys = fieldTypes.map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  it('compares no value that it does not store', () => {
    for (const { field } of Object.values(samples)) {
      const type = fieldType(field)
      const isCompared = type.comparable(field) !== undefined
      expect(type.operators(field).includes('eq')).toBe(isCompared)
      if (isCompared) expect(type.column(field)).toBeDefined()
    }
  })
})

describe('the definition of a field', () => {
  const label = { fr: 'Nom', en: 'Name' }

  it('survives being written and read', () => {
    for (const { field } of Object.values(samples)) {
      expect(fieldSchema.parse(JSON.parse(JSON.stringify(field)))).toEqual(field)
    }
  })

  it.each([
    ['of a type that does not exist', { type: 'telepathy', label }],
    ['without a type', { label }],
    ['without a label', { type: 'text' }],
    ['with a setting of another type', { type: 'boolean', label, maxLength: 3 }],
  ])('is refused %s', (_, definition) => {
    expect(fieldSchema.safeParse(definition).success).toBe(false)
  })
})
