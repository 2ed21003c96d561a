// SPDX-License-Identifier: MIT
import type { Field } from '@guichet/engine'
import type { EntryFile, FieldView } from '@guichet/server'
import { describe, expect, it } from 'vitest'
import { overwriteGetLocale } from '../paraglide/runtime.js'
import { dateWords } from '../ui/dates.ts'
import { shownAnswers } from './answers.ts'

overwriteGetLocale(() => 'fr')

const words = {
  locale: 'fr',
  timeZone: 'Europe/Paris',
  dates: dateWords('fr', 'Europe/Paris', new Date('2026-11-20T09:00:00Z')),
  folder: '/fichiers',
} as const
const label = (text: string) => ({ fr: text, en: text })
const both = label('x')

function aField(key: string, definition: Field, value: unknown, display = String(value)): FieldView {
  return { key, label: key, definition, value, display }
}

describe('the answers of an entry', () => {
  it('are those that say something', () => {
    const fields = [
      aField('subject', { type: 'text', label: both }, 'Lampadaire'),
      aField('details', { type: 'text', label: both }, null, ''),
      aField('advice', { type: 'information', label: both, text: both }, 'x'),
    ]
    expect(shownAnswers(fields, [], words).map(({ key }) => key)).toEqual(['subject'])
  })

  it('open a mail or a call', () => {
    const [email, phone] = shownAnswers(
      [
        aField('email', { type: 'email', label: both }, 'a@b.example'),
        aField('phone', { type: 'phone', label: both }, '+33699001284', '06 99 00 12 84'),
      ],
      [],
      words,
    )
    expect(email?.value).toMatchObject({ href: 'mailto:a@b.example' })
    expect(phone?.value).toMatchObject({ text: '06 99 00 12 84', href: 'tel:+33699001284' })
  })

  it('show pictures as pictures and leave out files that the reader may not open', () => {
    const file = (id: string, mediaType: string): EntryFile => ({
      id,
      name: `${id}.x`,
      mediaType,
      kind: 'other',
      size: 2_400_000,
      createdAt: new Date('2026-11-18T09:00:00Z'),
      field: 'photos',
      messageId: null,
      shared: null,
      mayRemove: false,
    })
    const photos = aField('photos', { type: 'files', label: both }, ['a', 'b', 'gone'])
    const [answer] = shownAnswers([photos], [file('a', 'image/jpeg'), file('b', 'application/pdf')], words)
    expect(answer?.value).toMatchObject({ kind: 'files', images: [{ id: 'a' }], files: [{ id: 'b' }] })
  })

  it('strike through what the last move changed', () => {
    const place = aField('place', { type: 'text', label: both }, '12 rue de la Banne')
    const changes = [
      { field: 'place', label: 'Adresse', before: '14 rue de la Banne', after: '12 rue de la Banne' },
    ]
    expect(shownAnswers([place], [], words, changes)[0]?.before).toBe('14 rue de la Banne')
    expect(
      shownAnswers([place], [], words, [{ ...changes[0], before: null } as never])[0],
    ).not.toHaveProperty('before')
  })

  it('give each item of a group its own list', () => {
    const group: Field = {
      type: 'group',
      label: both,
      itemLabel: label('Enfant'),
      fields: {
        firstName: { type: 'text', label: label('Prénom') },
        since: { type: 'date', label: label('Depuis') },
      },
    }
    const children = aField('children', group, [
      { firstName: 'Inès', since: '2026-09-01' },
      { firstName: 'Léo' },
    ])
    const [answer] = shownAnswers([children], [], words)
    expect(answer?.value).toMatchObject({
      kind: 'items',
      items: [
        [
          { label: 'Prénom', value: { text: 'Inès' } },
          { label: 'Depuis', value: { text: expect.stringMatching(/^1er\sseptembre\s2026$/) } },
        ],
        [{ label: 'Prénom', value: { text: 'Léo' } }],
      ],
    })
  })
})
