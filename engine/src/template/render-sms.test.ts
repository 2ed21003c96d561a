// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { check } from '../solution/check.ts'
import { changed, library } from '../solution/testing/library.ts'
import { mayReceiveTexts } from '../identifiers/phone.ts'
import { renderSms, smsParts } from './render-sms.ts'

const loan = library.collections['loan']
if (!loan) throw new Error('the library lends nothing')

const context = {
  collection: loan,
  row: {
    id: 'loan-1',
    collection: 'library.loan',
    state: 'asked',
    number: 'L-2026-0001',
    title: 'Nana',
    owner: null,
    createdAt: '2026-11-18T10:00:00.000Z',
    updatedAt: '2026-11-18T10:00:00.000Z',
    closedAt: null,
    values: { book: 'Nana\nde Zola' },
  },
  reader: { locale: 'fr', timeZone: 'Europe/Paris', nameOf: () => undefined },
  body: { name: 'Ville de Plassans' },
  recipient: { name: 'Gervaise' },
  link: { url: 'https://plassans.example/lien/abc' },
} as const

const template = (fr: string) => ({ title: { fr: 'Prêt', en: 'Loan' }, text: { fr, en: fr } })

describe('a text message', () => {
  it('merges the same names as a mail, on one paragraph', () => {
    const text = '{{ body.name }} : « {{ entry.book }} » vous attend.\n{{ link.url }}'
    expect(renderSms(template(text), context)).toBe(
      'Ville de Plassans : « Nana de Zola » vous attend. https://plassans.example/lien/abc',
    )
  })

  it.each([
    ['é'.repeat(160), 1],
    ['é'.repeat(161), 2],
    ['€'.repeat(81), 2],
    ['ê'.repeat(70), 1],
    ['ê'.repeat(71), 2],
    ['', 1],
  ])('is counted as its operator cuts it (%#)', (text, parts) => {
    expect(smsParts(text)).toBe(parts)
  })
})

describe('a telephone', () => {
  it.each([
    ['+33612345678', true],
    ['+33712345678', true],
    ['+33199004100', false],
    ['+262692001122', true],
    ['+262262001122', false],
    ['+32470123456', true],
    ['0612345678', false],
  ])('%s: %s', (phone, may) => {
    expect(mayReceiveTexts(phone)).toBe(may)
  })
})

describe('the check of text messages', () => {
  const sending = (text: string) =>
    changed(library, (draft) => {
      draft.texts = { ready: { title: { fr: 'Prêt', en: 'Ready' }, text: { fr: text, en: text } } }
      const step = draft.flows?.['lent']?.steps[0]
      if (step?.kind === 'condition' && step.then[0]?.kind === 'notify') step.then[0].text = 'ready'
    })
  const problems = (solution: typeof library) =>
    check(solution).filter(({ path }) => path.includes('text') || path.includes('flows.lent'))

  it('accepts one that a flow sends and that merges', () => {
    expect(problems(sending('{{ entry.book }}'))).toEqual([])
  })

  it('refuses a tag that names nothing, with its place', () => {
    expect(problems(sending('{{ entry.boook }}'))).toMatchObject([
      { severity: 'error', path: 'texts.ready.text.fr' },
      { severity: 'error', path: 'texts.ready.text.en' },
    ])
  })

  it('refuses a step that sends one that is not there', () => {
    const without = changed(sending('x'), (draft) => {
      draft.texts = {}
    })
    expect(problems(without)).toMatchObject([
      { code: 'unknown-text', path: expect.stringContaining('.text') },
    ])
  })

  it('doubts one that nothing sends', () => {
    const unused = changed(sending('x'), (draft) => {
      draft.flows = {}
    })
    expect(check(unused)).toContainEqual(
      expect.objectContaining({ code: 'unused-text', severity: 'warning' }),
    )
  })
})
