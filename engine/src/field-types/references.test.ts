// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { fieldSchema } from './registry.ts'
import { aField, shown, verdict } from './testing/a-field.ts'

const one = '01890a5d-ac96-774b-bcce-b302099a8057'
const other = '01890a5d-ac96-774b-bcce-b302099a8058'

describe('a reference', () => {
  const unit = aField('reference', { to: 'directory.organisation' })

  it.each([
    [one, one],
    [` ${one.toUpperCase()} `, one],
    ['', null],
    ['voirie', ['reference']],
    [`${one}0`, ['reference']],
    [{ id: one }, ['reference']],
    [7, ['reference']],
  ])('%j is %j', (candidate, expected) => {
    expect(verdict(unit, candidate)).toEqual(expected)
  })

  it.each(['organisation', 'library.reader', 'lost-property.find'])('may lead to %s', (to) => {
    expect(
      fieldSchema.safeParse({ type: 'reference', label: { fr: 'Service', en: 'Unit' }, to }).success,
    ).toBe(true)
  })

  it.each(['', 'a.b.c', 'Directory.organisation', 'organisation; drop table'])('may not lead to %j', (to) => {
    expect(
      fieldSchema.safeParse({ type: 'reference', label: { fr: 'Service', en: 'Unit' }, to }).success,
    ).toBe(false)
  })
})

describe('several references', () => {
  const units = aField('references', { to: 'unit', maxItems: 2 })

  it.each([
    [
      [other, one],
      [other, one],
    ],
    [[one, one.toUpperCase()], [one]],
    [one, [one]],
    [[], null],
    [['', ' '], null],
    [[one, 'voirie'], ['reference']],
    [[one, 12], ['not_a_list']],
    [[one, other, '01890a5d-ac96-774b-bcce-b302099a8059'], ['too_many_references']],
  ])('%j is %j', (candidate, expected) => {
    expect(verdict(units, candidate)).toEqual(expected)
  })
})

describe('attachments', () => {
  it('are ids, one or several', () => {
    expect(verdict(aField('file'), one)).toBe(one)
    expect(verdict(aField('file'), 'photo.jpg')).toEqual(['attachment'])
    expect(verdict(aField('files', { maxCount: 2 }), [one, other])).toEqual([one, other])
    expect(verdict(aField('files', { maxCount: 1 }), [one, other])).toEqual(['too_many_files'])
    expect(verdict(aField('files'), ['photo.jpg'])).toEqual(['attachment'])
  })

  it('are counted when shown', () => {
    expect(shown(aField('files'), [one], 'fr')).toBe('1_fichier')
    expect(shown(aField('files'), [one, other], 'fr')).toBe('2_fichiers')
    expect(shown(aField('file'), one, 'en')).toBe('1_file')
  })
})
