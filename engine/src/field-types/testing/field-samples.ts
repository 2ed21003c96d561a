// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import type { Field, FieldTypeKey } from '../registry.ts'
import { aField } from './a-field.ts'

/** A field and any of its values, before they are normalised by `check`. */
export type Sample = { readonly field: Field; readonly values: fc.Arbitrary<unknown> }

const label = { fr: 'Champ', en: 'Field' }
const letter = fc.constantFrom(
  'a',
  'é',
  'É',
  'e\u0301',
  ' ',
  '-',
  '’',
  '\n',
  '\t',
  '"',
  ';',
  ',',
  '{',
  '🙂',
  '\u0000',
  '\u202e',
)
const line = fc.oneof(
  fc.string({ unit: letter, maxLength: 40 }),
  fc.string({ unit: 'binary', maxLength: 40 }),
)
const day = fc
  .date({ min: new Date('1000-01-01'), max: new Date('9999-12-30'), noInvalidDate: true })
  .map((date) => date.toISOString().slice(0, 10))
const uuid = fc.uuid()
const uuids = fc.array(uuid, { maxLength: 5 })
const degrees = (max: number) => fc.double({ min: -max, max, noNaN: true })
const point = fc.record({ lon: degrees(180), lat: degrees(90) })
const options = ['road', 'light', '2026-2027'].map((value) => ({ value, label }))
const decimals = fc.tuple(fc.integer({ min: -1_000_000, max: 1_000_000 }), fc.integer({ min: 0, max: 8 }))

// In the hour that clocks show twice, a form cannot tell the second from the first: no value is taken there.
const instants = fc
  .date({ min: new Date('1990-01-01'), max: new Date('2090-01-01'), noInvalidDate: true })
  .map((date) => date.toISOString())
  .filter((instant) => !/^\d{4}-(?:09|10|11)-\d\dT0[01]:/.test(instant))

const address = fc.record(
  {
    label: line,
    street: line,
    city: line,
    postcode: fc.constantFrom('13100', 'L-9516', ''),
    citycode: fc.constantFrom('13001', '2A004'),
    coordinates: point,
  },
  { requiredKeys: ['label'] },
)

const person = fc.record(
  {
    civility: fc.constantFrom('mme', 'm'),
    firstName: line.map((name) => `a${name}`),
    lastName: line.map((name) => `${name}z`),
    birthDate: day,
  },
  { requiredKeys: ['firstName', 'lastName'] },
)

/** For each type, a field and its values: the laws of `FieldType` are tried on all of them. */
export const samples: Record<FieldTypeKey, Sample> = {
  text: { field: aField('text'), values: line },
  long_text: { field: aField('long_text'), values: line },
  number: {
    field: aField('number'),
    values: decimals.map(([figures, power]) => Number(`${figures}e-${power}`)),
  },
  integer: {
    field: aField('integer'),
    values: fc.integer({ min: -999_999_999_999_999, max: 999_999_999_999_999 }),
  },
  money: { field: aField('money'), values: fc.maxSafeInteger() },
  boolean: { field: aField('boolean'), values: fc.boolean() },
  date: { field: aField('date'), values: day },
  datetime: { field: aField('datetime'), values: instants },
  choice: { field: aField('choice', { options }), values: fc.constantFrom('road', 'light', '2026-2027', '') },
  choices: { field: aField('choices', { options }), values: fc.subarray(['road', 'light', '2026-2027']) },
  email: {
    field: aField('email'),
    values: fc.emailAddress().filter((address) => !/[\u0080-\uffff]/.test(address)),
  },
  phone: {
    field: aField('phone'),
    values: fc.constantFrom('+33199004100', '+262692123456', '+41791234567', '+16135550199'),
  },
  url: { field: aField('url'), values: fc.webUrl({ withFragments: true, withQueryParameters: true }) },
  address: { field: aField('address'), values: address },
  geo_point: { field: aField('geo_point'), values: point },
  person_identity: {
    field: aField('person_identity', { civility: 'optional', birthDate: 'optional' }),
    values: person,
  },
  reference: { field: aField('reference', { to: 'unit' }), values: uuid },
  references: { field: aField('references', { to: 'unit' }), values: uuids },
  siret: { field: aField('siret'), values: fc.constantFrom('78430177200025', '19911948800013', '') },
  siren: { field: aField('siren'), values: fc.constantFrom('732829320', '784301772') },
  uai: { field: aField('uai'), values: fc.constantFrom('0951099D', '0750654D') },
  iban: { field: aField('iban'), values: fc.constantFrom('FR1420041010050500013M02606', 'BE68539007547034') },
  file: { field: aField('file'), values: uuid },
  files: { field: aField('files'), values: uuids },
  computed: { field: aField('computed', { expression: '1', result: 'text' }), values: line },
  consent: {
    field: aField('consent', { text: label }),
    values: fc.constantFrom(true, { accepted: true }, null),
  },
  information: { field: aField('information', { text: label }), values: fc.constant(null) },
  group: {
    field: aField('group', {
      itemLabel: label,
      fields: {
        name: { type: 'text', label },
        place: { type: 'address', label },
        children: { type: 'group', label, itemLabel: label, fields: { born: { type: 'date', label } } },
      },
    }),
    values: fc.array(
      fc.record(
        { name: line, place: address, children: fc.array(fc.record({ born: day }), { maxLength: 3 }) },
        { requiredKeys: [] },
      ),
      { maxLength: 4 },
    ),
  },
}
