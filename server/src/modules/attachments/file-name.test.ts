// SPDX-License-Identifier: MIT
import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { cleanFileName } from './file-name.ts'

describe('the name kept for a file', () => {
  it.each([
    ['photo.JPG', ['jpg', 'jpeg'], 'photo.jpg'],
    ['Carte d’identité.pdf', ['pdf'], 'Carte d’identité.pdf'],
    ['C:\\Users\\elise\\carte.pdf', ['pdf'], 'carte.pdf'],
    ['../../etc/passwd', ['txt'], 'passwd.txt'],
    ['facture.png', ['pdf'], 'facture.pdf'],
    ['facture.pdf.exe', ['pdf'], 'facture.pdf.pdf'],
    ['photo\u202Egpj.exe', ['jpg'], 'photogpj.jpg'],
    ['plan\u0000.pdf\n', ['pdf'], 'plan.pdf'],
    ['a<b>:"c|?*.pdf', ['pdf'], 'a_b___c___.pdf'],
    ['  .htaccess ', ['txt'], 'htaccess.txt'],
    ['.pdf', ['pdf'], 'pdf.pdf'],
    ['', ['pdf'], 'document.pdf'],
    ['...', [], 'document'],
    ['dessin.dwg', [], 'dessin.dwg'],
    ['Relevé 2.1 du compte', ['pdf'], 'Relevé 2.1 du compte.pdf'],
  ])('%j with %j is %j', (given, extensions, kept) => {
    expect(cleanFileName(given, extensions)).toBe(kept)
  })

  it('is short enough for any system, extension included', () => {
    const kept = cleanFileName(`${'é'.repeat(500)}.pdf`, ['pdf'])
    expect(Array.from(kept)).toHaveLength(120)
    expect(kept).toMatch(/\.pdf$/)
  })

  it('is never empty, hidden, a path or unreadable, whatever is sent', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 300 }), (given) => {
        const kept = cleanFileName(given, ['pdf'])
        expect(kept).toMatch(/^[^./\\\p{Cc}\p{Cf}][^/\\\p{Cc}\p{Cf}]*\.pdf$/u)
      }),
    )
  })
})
