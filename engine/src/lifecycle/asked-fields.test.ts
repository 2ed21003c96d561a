// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import type { Collection } from '../collection/collection.ts'
import type { Form } from '../form/form.ts'
import { library } from '../solution/testing/library.ts'
import { askableFields, openItems } from './asked-fields.ts'

const form = library.forms['asking'] as Form
const scope = { collection: library.collections['loan'] as Collection, today: '2026-11-21' }
const stored = { book: 'Germinal', isMinor: false, borrower: 'Élise' }

const keys = (items: ReturnType<typeof openItems>) => items.map(({ item }) => item.field)

describe('the fields that may be asked for', () => {
  it('are the questions shown for the answers given, without what asks nothing', () => {
    expect(askableFields(form, scope, stored)).toEqual([
      'kind',
      'book',
      'weeks',
      'isMinor',
      'borrower',
      'email',
      'place',
    ])
  })

  it('include those that an answer brings up', () => {
    expect(askableFields(form, scope, { ...stored, isMinor: true })).toContain('guardian')
  })
})

describe('the questions open to an answer', () => {
  it('are the fields asked for, and no other', () => {
    expect(keys(openItems(form, scope, stored, {}, [{ field: 'book' }]))).toEqual(['book'])
  })

  it('are all of them when none was named', () => {
    expect(keys(openItems(form, scope, stored, {}, []))).toContain('borrower')
  })

  it('grow by what the new answers bring up', () => {
    const opened = openItems(form, scope, stored, { isMinor: true }, [{ field: 'isMinor' }])
    expect(keys(opened)).toEqual(['isMinor', 'guardian'])
  })

  it('do not grow by an answer that was not asked for', () => {
    expect(keys(openItems(form, scope, stored, { isMinor: true }, [{ field: 'book' }]))).toEqual(['book'])
  })

  it('are not those that the form hides', () => {
    expect(keys(openItems(form, scope, stored, {}, [{ field: 'guardian' }]))).toEqual([])
  })
})
