// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldSchema, fieldType } from './registry.ts'
import { aField, shown, verdict, verdictAt } from './testing/a-field.ts'

const label = (fr: string, en: string) => ({ fr, en })
const children = aField('group', {
  itemLabel: label('Enfant', 'Child'),
  maxItems: 3,
  fields: {
    name: { type: 'text', label: label('Prénom', 'First name'), required: true },
    age: { type: 'integer', label: label('Âge', 'Age'), max: 17 },
    notice: { type: 'information', label: label('Note', 'Note'), text: label('À lire', 'To read') },
  },
})
const schools = aField('group', {
  itemLabel: label('École', 'School'),
  fields: {
    place: { type: 'address', label: label('Adresse', 'Address') },
    years: {
      type: 'group',
      label: label('Années', 'Years'),
      itemLabel: label('Année', 'Year'),
      fields: { began: { type: 'date', label: label('Début', 'Start'), max: 'today' } },
    },
  },
})

const readChildren = (form: Record<string, string[]>) => fieldType(children).read(form, 'children', children)

describe('a repeatable group', () => {
  it.each([
    [
      'keeps its items in order',
      [{ name: 'Léa', age: '9' }, { name: 'Tom' }],
      [{ name: 'Léa', age: 9 }, { name: 'Tom' }],
    ],
    ['drops items left empty', [{ name: '' }, null, { name: 'Tom', age: '' }, {}], [{ name: 'Tom' }]],
    ['is empty when its items are', [{ name: ' ' }, {}], null],
    ['is empty when absent', '', null],
    [
      'says every problem, at the number of the item that was sent',
      [{}, { name: 'a'.repeat(300), age: '9,5' }, { name: 'Tom', age: '18' }],
      ['1.name: too_long', '1.age: integer', '2.age: max'],
    ],
    ['refuses members that it does not know', [{ name: 'Léa', isAdmin: true }], ['0.isAdmin: unknown_field']],
    ['refuses too many items', ['Léa', 'Tom', 'Zoé', 'Noé'].map((name) => ({ name })), ['max_items']],
    ['refuses an item that is no record', [{ name: 'Léa' }, 'Tom'], ['1: group']],
    ['refuses what is no list', { name: 'Léa' }, ['group']],
    ['refuses an endless list', Array.from({ length: 401 }, () => ({})), ['group']],
  ])('%s', (_, candidate, expected) => {
    expect(verdict(children, candidate)).toEqual(expected)
  })

  it('requires the members of the items given when asked to, not in a draft', () => {
    const given = [{}, { age: 9 }, { age: 'neuf' }]
    expect(verdict(children, given, { membersRequired: true })).toEqual([
      '1.name: required',
      '2.age: number',
      '2.name: required',
    ])
    expect(verdict(children, [{ age: 9 }])).toEqual([{ age: 9 }])
  })

  it('requires a number of items', () => {
    const pair = aField('group', { ...children, type: 'group', minItems: 2 })
    expect(verdict(pair, [{ name: 'Léa' }])).toEqual(['min_items'])
  })

  it('is read from numbered inputs, whose numbers may have gaps', () => {
    const form = {
      'children.0.name': [''],
      'children.2.name': ['Tom'],
      'children.2.age': ['12'],
      'childrens.1.name': ['x'],
    }
    expect(readChildren(form)).toEqual([{}, null, { name: 'Tom', age: '12' }])
    expect(verdict(children, readChildren(form))).toEqual([{ name: 'Tom', age: 12 }])
  })

  it.each([
    { 'children.400.name': ['Léa'] },
    { 'children.99999999.name': ['Léa'] },
    { 'children.-1.name': ['Léa'] },
    { 'children.00.name': ['Léa'] },
    { 'children.name': ['Léa'] },
    { 'children.0.name': [' '] },
  ])('reads nothing from %j', (form) => {
    expect(readChildren(form)).toBe(null)
  })

  it('holds structured values and groups', () => {
    const form = { 'schools.0.place.label': ['Plassans'], 'schools.0.years.0.began': ['01/09/2025'] }
    const value = [{ place: { label: 'Plassans' }, years: [{ began: '2025-09-01' }] }]
    const { read, write } = fieldType(schools)
    expect(verdict(schools, read(form, 'schools', schools))).toEqual(value)
    expect(verdict(schools, read(write(value, 'schools', schools), 'schools', schools))).toEqual(value)
    expect(verdict(schools, [{ years: [{ began: '2025-02-30' }] }])).toEqual(['0.years.0.began: date'])
  })

  it('hands the moment to its members', () => {
    const value = [{ years: [{ began: '2025-09-02' }] }]
    expect(verdictAt(schools, value, '2025-09-02')).toEqual(value)
    expect(verdictAt(schools, value, '2025-09-01')).toEqual([
      { code: 'max_date', params: { max: '2025-09-01' } },
    ])
  })

  it('is shown and found by its members', () => {
    const value = [{ name: 'Léa', age: 9 }, { name: 'Tom' }]
    expect(shown(children, value, 'fr')).toBe('Prénom_: Léa, Âge_: 9_; Prénom_: Tom')
    expect(shown(children, value, 'en')).toBe('First name: Léa, Age: 9; First name: Tom')
    expect(fieldType(children).searchText?.(value, children)).toBe('Léa Tom')
  })

  it.each([
    ['no member', {}],
    [
      'a computed member',
      { total: { type: 'computed', label: label('T', 'T'), expression: '1', result: 'number' } },
    ],
    ['a faulty member', { name: { type: 'text' } }],
    ['a member of unknown type', { name: { type: 'telepathy', label: label('T', 'T') } }],
    ['a faulty key', { 'na.me': { type: 'text', label: label('T', 'T') } }],
  ])('cannot be defined with %s', (_, fields) => {
    expect(fieldSchema.safeParse({ ...children, fields }).success).toBe(false)
  })
})
