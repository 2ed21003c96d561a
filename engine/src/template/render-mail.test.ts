// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import type { Collection } from '../collection/collection.ts'
import { library } from '../solution/testing/library.ts'
import type { MailContext } from './merge-mail.ts'
import type { MailTemplate } from './message-template.ts'
import { renderMail } from './render-mail.ts'

const template = library.mails?.['lent'] as MailTemplate
const context: MailContext = {
  collection: library.collections['loan'] as Collection,
  row: {
    id: '00000000-0000-4000-8000-000000000001',
    collection: 'library.loan',
    state: 'asked',
    number: 'L-2026-0001',
    title: 'Nana',
    owner: null,
    createdAt: '2026-11-18T23:30:00.000Z',
    updatedAt: '2026-11-18T23:30:00.000Z',
    closedAt: null,
    values: { book: 'Nana', branch: 'b1', place: { label: '12 rue de la Banne' } },
  },
  reader: { locale: 'fr', nameOf: (id) => (id === 'b1' ? 'Annexe du port' : undefined) },
  body: { name: 'Ville de Plassans', phone: '01 99 00 41 00' },
  recipient: { name: 'Gervaise' },
  sender: { name: 'Virginie' },
  reason: 'Avant samedi.',
  link: { url: 'https://plassans.example/lien/abc?x=1&y=2', expiresAt: '2026-12-01T11:00:00.000Z' },
}
const write = (changes: Partial<MailContext> = {}, words: Partial<MailTemplate> = {}) =>
  renderMail({ ...template, ...words }, { ...context, ...changes }, '#0b4f6c')
const both = (text: string) => ({ fr: text, en: text })
const body = (text: string) => ({ body: both(text) })

describe('a mail', () => {
  it('says the same in HTML and in plain text', () => {
    const { subject, html, text } = write()
    expect(subject).toBe('Votre prêt\u00A0: Nana')
    for (const words of [
      'Bonjour Gervaise,',
      'C’est d’accord',
      'Annexe du port',
      'Avant samedi.',
      'Votre carte',
    ]) {
      expect(html).toContain(words)
      expect(text).toContain(words)
    }
  })

  it('is written in the reader’s language', () => {
    const { html, text } = write({ reader: { ...context.reader, locale: 'en' } })
    expect(text).toContain('Dear Gervaise')
    expect(html).toContain('<html lang="en">')
  })

  it('shows facts with their labels, and leaves out the empty ones', () => {
    const { text } = write({ row: { ...context.row, values: { book: 'Nana' } } })
    expect(text).toContain('Titre demandé\u00A0: Nana\nÉtat\u00A0: Reçu')
    expect(text).not.toContain('Adresse')
  })

  it('tells until when its link opens, in the body’s time zone', () => {
    expect(write().text).toContain('https://plassans.example/lien/abc?x=1&y=2')
    expect(write().text).toContain('valable jusqu’au 1er\u00A0décembre 2026')
  })

  it('has no button without a link, nor towards anything but the web', () => {
    const { link: _link, ...rest } = context
    expect(renderMail(template, rest, '#0b4f6c').html).not.toContain('<a href="http')
    const { html, text } = write({ link: { url: 'javascript:alert(1)' } })
    expect(html + text).not.toContain('javascript:')
  })

  it('names each answer to correct on a line of its own, with its word, and none when none was named', () => {
    const lines =
      'Mot\n\n{{ askedCount == 0 ? "" : text(askedCount) + " à corriger :" }}\n\n- **{{ asked.label }}**{{ asked.word == "" ? "" : " : " + asked.word }}'
    const asked = [
      { label: 'Adresse', word: 'Quel **numéro** ?' },
      { label: 'Photos', word: '' },
    ]
    const { text, html, subject } = write({ asked }, { ...body(lines), subject: both('{{ asked.label }}') })
    expect(text).toContain('2 à corriger :\n\n- Adresse : Quel **numéro** ?\n- Photos\n')
    expect(html).toContain('<b style="font-weight:600">Photos</b></li>')
    expect(subject).toBe('Adresse, Photos')
    expect(write({}, body(lines)).text).toMatch(/^Mot\n\nTitre/)
  })

  it('drops a paragraph that merging leaves empty', () => {
    const { reason: _reason, ...rest } = context
    const { html, text } = renderMail(template, rest, '#0b4f6c')
    expect(text).not.toContain('>')
    expect(html).not.toContain('class="note" style="padding')
  })

  it('fetches nothing: no picture, no script, no style sheet, no font', () => {
    expect(write().html).not.toMatch(/<img|<script|<link|url\(|@import/u)
  })

  it('gives a ground with every ink, so that dark themes stay readable', () => {
    expect(write().html).toContain('name="color-scheme" content="light dark"')
  })

  it('keeps a colour that is not one out of its styles', () => {
    const { html } = renderMail(template, context, 'red;} body{display:none')
    expect(html).not.toContain('display:none}')
    expect(html).toContain('#0b4f6c')
  })
})

describe('what is merged into a mail', () => {
  it('is never markup', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (given) => {
        const hostile = `<img src=x onerror=alert(1)>${given}"'&`
        const { html } = write({ reason: hostile, recipient: { name: hostile }, body: { name: hostile } })
        expect(html).not.toMatch(/<img/u)
      }),
    )
  })

  it('never makes structure', () => {
    const reason = 'Un\n\n# Titre\n\n- Liste\n\n**gras** {{ entry.number }}'
    const { html } = write({ reason }, body('{{ reason }}'))
    expect(html).not.toContain('<h1')
    expect(html).not.toContain('<ul')
    expect(html).not.toContain('<b style="font-weight:600">gras')
    expect(html).not.toContain('L-2026-0001')
  })

  it('keeps its own line breaks', () => {
    expect(write({ reason: 'Un\nDeux' }, body('{{ reason }}')).html).toContain('Un<br>Deux')
  })

  it('cannot add a line to the subject', () => {
    const row = { ...context.row, values: { book: 'Nana\r\nBcc: tous@exemple.example' } }
    expect(write({ row }).subject).not.toMatch(/[\r\n]/u)
  })
})

describe('the marks of a text', () => {
  it.each([
    ['# Titre', /<h1[^>]*>Titre<\/h1>/u],
    ['- Un\n- Deux', /<li[^>]*>Un<\/li><li[^>]*>Deux<\/li>/u],
    ['> Un mot', /class="note"[^>]*>Un mot</u],
    ['Un **mot** gras', /Un <b[^>]*>mot<\/b> gras/u],
    ['**{{ entry.number }}**', /<b[^>]*>L-2026-0001<\/b>/u],
    ['Deux ** étoiles', /Deux \*\* étoiles/u],
    ['- Un\npas une liste', /- Un<br>pas une liste/u],
    ['{{ "a ** b" }}', /a \*\* b/u],
  ])('%j', (text, shown) => {
    expect(write({}, body(text)).html).toMatch(shown)
  })

  it('throws on a template that was not checked', () => {
    expect(() => write({}, body('{{ entry.'))).toThrow('not checked')
  })
})
