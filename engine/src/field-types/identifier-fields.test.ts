// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import type { FieldTypeKey } from './registry.ts'
import { aField, shown, verdict } from './testing/a-field.ts'

it.each<[FieldTypeKey, unknown, unknown]>([
  ['siret', '784 301 772 00025', '78430177200025'],
  ['siret', '784.301.772.00025', '78430177200025'],
  ['siret', '78430177200026', ['siret']],
  ['siret', 78_430_177_200_025, ['not_a_text']],
  ['siret', '', null],
  ['siren', '732\u00a0829\u202f320', '732829320'],
  ['siren', '732829321', ['siren']],
  ['siren', ' ', null],
  ['uai', '0750654d', '0750654D'],
  ['uai', '075 0654 D', '0750654D'],
  ['uai', '0750654E', ['uai']],
  ['uai', null, null],
  ['iban', 'fr14 2004 1010 0505 0001 3m02 606', 'FR1420041010050500013M02606'],
  ['iban', 'IBAN : FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
  ['iban', 'FR15 2004 1010 0505 0001 3M02 606', ['iban']],
  ['iban', '', null],
])('a %s given as %j is %j', (type, candidate, expected) => {
  expect(verdict(aField(type), candidate)).toEqual(expected)
})

it.each<[FieldTypeKey, string, string]>([
  ['siret', '78430177200025', '784_301_772_00025'],
  ['siren', '732829320', '732_829_320'],
  ['uai', '0750654D', '0750654D'],
  ['iban', 'FR1420041010050500013M02606', 'FR14_2004_1010_0505_0001_3M02_606'],
])('a %s is shown in groups, in both languages', (type, value, expected) => {
  expect([shown(aField(type), value, 'fr'), shown(aField(type), value, 'en')]).toEqual([expected, expected])
})
