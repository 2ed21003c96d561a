// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { checkFields, formValues, readFields, writeFields } from './form-values.ts'
import type { Fields } from './registry.ts'
import { aField } from './testing/a-field.ts'

const fields: Fields = {
  subject: aField('text', { required: true }),
  email: aField('email'),
  place: aField('address'),
  deadline: aField('date', { min: 'today' }),
  terms: aField('consent', { required: true, text: { fr: 'J’accepte.', en: 'I accept.' } }),
  children: aField('group', {
    itemLabel: { fr: 'Enfant', en: 'Child' },
    fields: {
      name: { type: 'text', required: true, label: { fr: 'Prénom', en: 'Name' } },
      age: aField('integer'),
    },
  }),
  notice: aField('information', { text: { fr: 'À lire', en: 'To read' } }),
  total: aField('computed', { expression: '1 + 1', result: 'number' }),
}
const enforce = { required: 'enforce' } as const
const skip = { required: 'skip' } as const

describe('a submitted form', () => {
  it('gathers the values of a name in the order they were sent', () => {
    expect(
      formValues([
        ['a', '1'],
        ['b', '2'],
        ['a', '3'],
      ]),
    ).toEqual({ a: ['1', '3'], b: ['2'] })
  })

  it('takes hostile names for names', () => {
    const form = formValues([
      ['__proto__', 'x'],
      ['constructor', 'y'],
    ])
    expect(Object.keys(form)).toEqual(['__proto__', 'constructor'])
    expect(({} as Record<string, unknown>)['x']).toBe(undefined)
    const named = { constructor: aField('text'), valueOf: aField('text') }
    expect(readFields(named, formValues([]))).toEqual({ constructor: null, valueOf: null })
  })

  it('gives a candidate for each field that is asked', () => {
    const form = formValues([
      ['subject', 'Lampe'],
      ['place.label', 'Plassans'],
      ['total', '9'],
      ['other', 'x'],
    ])
    expect(readFields(fields, form)).toEqual({
      subject: 'Lampe',
      email: null,
      place: { label: 'Plassans', coordinates: null },
      deadline: null,
      terms: null,
      children: null,
    })
  })

  it('may carry a prefix before its names', () => {
    const two = { subject: aField('text'), place: aField('address') }
    const values = { subject: 'Lampe', place: { label: 'Plassans' } }
    const form = writeFields(two, values, 'answers.')
    expect(form).toEqual({ 'answers.subject': ['Lampe'], 'answers.place.label': ['Plassans'] })
    expect(checkFields(two, readFields(two, form, 'answers.'), enforce)).toEqual({ ok: true, values })
  })
})

describe('checking several fields', () => {
  it('gives every value, normalised, and null for those left empty', () => {
    const form = formValues([
      ['subject', ' Lampe '],
      ['terms', 'on'],
      ['children.1.name', 'Léa'],
      ['children.1.age', '9'],
    ])
    expect(checkFields(fields, readFields(fields, form), enforce)).toEqual({
      ok: true,
      values: {
        subject: 'Lampe',
        email: null,
        place: null,
        deadline: null,
        terms: { accepted: true },
        children: [{ name: 'Léa', age: 9 }],
      },
    })
  })

  it('says every problem at the name of its input, and keeps what is right', () => {
    const form = formValues([
      ['email', 'jeanne'],
      ['place.label', 'Plassans'],
      ['place.postcode', '1'],
      ['children.0.name', ''],
      ['children.1.age', 'neuf'],
    ])
    const outcome = checkFields(fields, readFields(fields, form), enforce)
    expect(outcome).toEqual({
      ok: false,
      problems: [
        { path: 'subject', problem: { code: 'required' } },
        { path: 'email', problem: { code: 'email' } },
        { path: 'place.postcode', problem: { code: 'postcode' } },
        { path: 'terms', problem: { code: 'consent_required' } },
        { path: 'children.1.age', problem: { code: 'number' } },
        { path: 'children.1.name', problem: { code: 'required' } },
      ],
      values: { deadline: null },
    })
  })

  it('does not refuse in a draft what is still missing, but what is wrong', () => {
    expect(checkFields(fields, { children: [{ age: 9 }] }, skip)).toEqual({
      ok: true,
      values: { children: [{ age: 9 }] },
    })
    expect(checkFields(fields, { email: 'jeanne' }, skip)).toMatchObject({ ok: false })
  })

  it('leaves alone the fields without a candidate, and empties those given as null', () => {
    expect(checkFields(fields, { email: null }, skip)).toEqual({ ok: true, values: { email: null } })
  })

  it('requires fields that are absent altogether', () => {
    const { subject } = fields
    if (!subject) throw new Error('the subject is among the fields')
    expect(checkFields({ subject }, {}, enforce)).toMatchObject({ problems: [{ path: 'subject' }] })
  })

  it('neither requires nor keeps what is not shown', () => {
    const visible = new Set(['email'])
    expect(
      checkFields(fields, { subject: 'Lampe', email: 'jeanne@plassans.example' }, { ...enforce, visible }),
    ).toEqual({
      ok: true,
      values: { email: 'jeanne@plassans.example' },
    })
  })

  it.each([
    ['a name that is no field', { colour: 'red' }, 'colour', 'unknown_field'],
    ['a name that objects have', { toString: 'red' }, 'toString', 'unknown_field'],
    ['a value for a computed field', { total: 3 }, 'total', 'read_only'],
    ['a value for an information block', { notice: 'lu' }, 'notice', 'read_only'],
  ])('refuses %s', (_, candidates, path, code) => {
    expect(checkFields(fields, candidates, skip)).toMatchObject({
      ok: false,
      problems: [{ path, problem: { code } }],
    })
  })

  it('judges by the moment when it is told', () => {
    const moment = { now: '2026-05-02T08:00:00.000Z', today: '2026-05-02' }
    const candidates = { subject: 'Lampe', terms: true, deadline: '2026-05-01' }
    expect(checkFields(fields, candidates, enforce)).toMatchObject({ ok: true })
    expect(checkFields(fields, candidates, { ...enforce, moment })).toEqual({
      ok: false,
      problems: [{ path: 'deadline', problem: { code: 'min_date', params: { min: '2026-05-02' } } }],
      values: { subject: 'Lampe', terms: { accepted: true, at: moment.now } },
    })
  })
})
