// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { isIban } from './iban.ts'

// Examples of the SWIFT IBAN registry.
it.each([
  'FR1420041010050500013M02606',
  'BE68539007547034',
  'CH9300762011623852957',
  'LU280019400644750000',
  'MC5811222000010123456789030',
  'DE89370400440532013000',
  'NO9386011117947',
  'MT84MALT011000012345MTLCAST001S',
])('%s is an account', (iban) => {
  expect(isIban(iban)).toBe(true)
})

it.each([
  ['FR1420041010050500013M02607', 'a wrong figure'],
  ['FR1420041010050500031M02606', 'two figures swapped'],
  ['FR142004101005050001302606', 'one figure short'],
  ['XX1420041010050500013M02606', 'an unknown country'],
  ['fr1420041010050500013m02606', 'small letters'],
  ['', 'nothing'],
])('%s is not (%s)', (iban) => {
  expect(isIban(iban)).toBe(false)
})
