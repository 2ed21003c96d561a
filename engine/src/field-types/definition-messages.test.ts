// SPDX-License-Identifier: MIT
import { expect, it } from 'vitest'
import { definitionMessage } from './definition-messages.ts'
import { fieldSchema } from './registry.ts'

const option = { value: 'a', label: { fr: 'A', en: 'A' } }
const message = { fr: 'x', en: 'x' }
const itemLabel = { fr: 'Ligne', en: 'Line' }
const label = { fr: 'Champ', en: 'Field' }
const computed = { type: 'computed', label, expression: '1', result: 'number' }

it.each([
  ['min_above_max', { type: 'text', minLength: 9, maxLength: 2 }],
  ['min_above_max', { type: 'integer', min: 2, max: 1 }],
  ['min_above_max', { type: 'money', minCents: 2, maxCents: 1 }],
  ['min_above_max', { type: 'date', min: 'today', max: 'today-1' }],
  ['min_above_max', { type: 'choices', options: [option], minChoices: 2 }],
  [
    'min_above_max',
    { type: 'group', itemLabel, fields: { a: { type: 'text', label } }, minItems: 3, maxItems: 2 },
  ],
  ['unsafe_pattern', { type: 'text', pattern: { regex: '(a+)+', message } }],
  ['pattern_on_long_text', { type: 'text', maxLength: 251, pattern: { regex: 'a', message } }],
  ['date_limit', { type: 'date', min: 'hier' }],
  ['duplicate_option', { type: 'choice', options: [option, option] }],
  ['no_member', { type: 'group', itemLabel, fields: {} }],
  ['computed_member', { type: 'group', itemLabel, fields: { total: computed } }],
])('says %s in both languages of %j', (key, settings) => {
  const issue = fieldSchema.safeParse({ label, ...settings }).error?.issues[0]
  expect(issue?.message).toBe(key)
  expect(definitionMessage(key)).toEqual({
    fr: expect.stringMatching(/\.$/),
    en: expect.stringMatching(/\.$/),
  })
})

it('leaves the other issues to the words of the schema library', () => {
  expect(definitionMessage('toString')).toBe(undefined)
})
