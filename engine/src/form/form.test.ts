// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Collection } from '../collection/collection.ts'
import { library } from '../solution/testing/library.ts'
import { checkForm, checkPage, fieldOnForm } from './check-form.ts'
import type { Form } from './form.ts'
import { answersToKeep, nextPage, previousPage } from './pages.ts'
import { formFields, visibleItems, visiblePages } from './visibility.ts'

const form = library.forms['asking'] as Form
const collection = library.collections['loan'] as Collection
const scope = { collection, today: '2026-11-20' }
const keys = (pages: readonly { key: string }[]) => pages.map(({ key }) => key)
const fields = (items: readonly { field: string }[]) => items.map(({ field }) => field)

describe('what a form shows', () => {
  it('leaves out a page whose condition does not hold', () => {
    expect(keys(visiblePages(form, scope, { isMinor: false }))).toEqual(['what', 'who'])
    expect(keys(visiblePages(form, scope, { isMinor: true }))).toEqual(['what', 'guardian', 'who'])
  })

  it('shows a question once the answer it depends on is given', () => {
    expect(fields(visibleItems(form, 'guardian', scope, { isMinor: true }))).toEqual(['guardian'])
    const answers = { isMinor: true, guardian: 'Jeanne' }
    expect(fields(visibleItems(form, 'guardian', scope, answers))).toEqual(['guardian', 'guardianPhone'])
  })

  it('does not count the answer to a question that is hidden', () => {
    expect(fields(visibleItems(form, 'guardian', scope, { isMinor: false, guardian: 'Jeanne' }))).toEqual([])
  })

  it('names every field it may ask for once', () => {
    expect(formFields(form)).toHaveLength(new Set(formFields(form)).size)
  })

  it('walks from page to page over those shown', () => {
    expect(nextPage(form, scope, { isMinor: false }, 'what')?.key).toBe('who')
    expect(nextPage(form, scope, { isMinor: true }, 'what')?.key).toBe('guardian')
    expect(previousPage(form, scope, { isMinor: false }, 'who')?.key).toBe('what')
    expect(nextPage(form, scope, {}, 'who')).toBeUndefined()
    expect(previousPage(form, scope, {}, 'what')).toBeUndefined()
  })
})

describe('the answers kept', () => {
  it('are not those typed, then hidden by a later choice', () => {
    const typed = { isMinor: false, guardian: 'Jeanne', guardianPhone: '+33639981234', book: 'Nana' }
    expect(answersToKeep(form, scope, typed)).toEqual({ isMinor: false, book: 'Nana' })
  })

  it('include the values that the form does not ask for', () => {
    expect(answersToKeep(form, scope, { branch: 'b', isMinor: false })).toEqual({
      branch: 'b',
      isMinor: false,
    })
  })

  it('are the same when they are kept twice', () => {
    const answer = fc.record({
      isMinor: fc.constantFrom(true, false, null),
      guardian: fc.constantFrom('Jeanne', null),
      guardianPhone: fc.constantFrom('+33639981234', null),
      book: fc.string(),
    })
    fc.assert(
      fc.property(answer, (answers) => {
        const once = answersToKeep(form, scope, answers)
        expect(answersToKeep(form, scope, once)).toEqual(once)
      }),
    )
  })
})

describe('checking a page', () => {
  it('requires only what it shows', () => {
    const outcome = checkPage(form, 'guardian', scope, { isMinor: true }, { guardian: '', guardianPhone: '' })
    expect(outcome).toMatchObject({
      ok: false,
      problems: [{ path: 'guardian', problem: { code: 'required' } }],
    })
  })

  it('reads the answers of the same page before those of the draft', () => {
    const outcome = checkPage(
      form,
      'guardian',
      scope,
      { isMinor: true },
      { guardian: 'Jeanne', guardianPhone: null },
    )
    expect(outcome).toMatchObject({ ok: false, problems: [{ path: 'guardianPhone', page: 'guardian' }] })
  })

  it('gives the normalised values, of that page only', () => {
    const outcome = checkPage(
      form,
      'what',
      scope,
      {},
      { book: '  Nana ', weeks: '3', isMinor: 'no', kind: null },
    )
    expect(outcome).toEqual({ ok: true, values: { kind: null, book: 'Nana', weeks: 3, isMinor: false } })
  })

  it('keeps the right answers beside a wrong one', () => {
    const outcome = checkPage(
      form,
      'what',
      scope,
      {},
      { book: 'Nana', weeks: 'many', isMinor: 'no', kind: null },
    )
    expect(outcome).toMatchObject({
      ok: false,
      values: { book: 'Nana', isMinor: false },
      problems: [{ path: 'weeks' }],
    })
  })

  it('has nothing to say of a hidden page', () => {
    expect(checkPage(form, 'guardian', scope, { isMinor: false }, { guardian: 'Jeanne' })).toEqual({
      ok: true,
      values: {},
    })
  })
})

describe('checking the whole form', () => {
  const complete = {
    book: 'Nana',
    weeks: 2,
    isMinor: false,
    borrower: 'Gervaise',
    email: 'gervaise@courriel.example',
  }

  it('gives the values of what is shown, and drops the rest', () => {
    const outcome = checkForm(form, scope, {}, { ...complete, guardian: 'Jeanne' })
    expect(outcome.ok && Object.keys(outcome.values)).toEqual([
      'kind',
      'book',
      'weeks',
      'isMinor',
      'borrower',
      'email',
      'place',
    ])
  })

  it('tells every problem with its page', () => {
    const outcome = checkForm(form, scope, {}, { isMinor: true })
    const places = outcome.ok ? [] : outcome.problems.map(({ page, path }) => `${page}/${path}`)
    expect(places).toEqual(['what/book', 'guardian/guardian', 'who/borrower', 'who/email'])
  })

  it('keeps the known value of a field that is not given again', () => {
    const outcome = checkForm(form, scope, complete, { weeks: 5 })
    expect(outcome).toMatchObject({ ok: true, values: { book: 'Nana', weeks: 5 } })
  })

  it('refuses to empty a compulsory answer', () => {
    expect(checkForm(form, scope, complete, { book: null })).toMatchObject({
      ok: false,
      problems: [{ path: 'book' }],
    })
  })
})

describe('a field on a form', () => {
  it('takes the words and the demand of the form', () => {
    const label = { fr: 'Titre', en: 'Title' }
    expect(fieldOnForm(collection, { field: 'book', label, required: false })).toMatchObject({
      label,
      required: false,
    })
    expect(fieldOnForm(collection, { field: 'book' })?.required).toBe(true)
  })

  it('does not exist under an inherited name', () => {
    expect(fieldOnForm(collection, { field: 'constructor' })).toBeUndefined()
  })
})
