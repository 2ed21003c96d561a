// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { aField, verdict } from './testing/a-field.ts'

const email = aField('email')

it.each([
  ['Jeanne.Martin@Plassans.Example', 'Jeanne.Martin@plassans.example'],
  [' jeanne+mairie@plassans.example ', 'jeanne+mairie@plassans.example'],
  ["o'neil@plassans.example", "o'neil@plassans.example"],
  ['jeanne@école.fr', 'jeanne@école.fr'],
  ['', null],
  ['jeanne', ['email']],
  ['jeanne@plassans', ['email']],
  ['jeanne@@plassans.example', ['email']],
  ['jeanne@plassans..example', ['email']],
  ['.jeanne@plassans.example', ['email']],
  ['jeanne.@plassans.example', ['email']],
  ['jeanne@-plassans.example', ['email']],
  ['jeanne martin@plassans.example', ['email']],
  ['Jeanne <jeanne@plassans.example>', ['email']],
  ['a@plassans.example, b@plassans.example', ['email']],
  ['jeanne@plassans.example\nBcc: x@y.example', ['email']],
  [`${'a'.repeat(65)}@plassans.example`, ['email']],
  [12, ['not_a_text']],
])('the mailbox %j is %j', (candidate, expected) => {
  expect(verdict(email, candidate)).toEqual(expected)
})
