// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { en } from './messages.en.ts'
import { fr } from './messages.fr.ts'
import { fieldProblemText } from './messages.ts'
import type { FieldProblem, ProblemCode, ProblemParams } from './problem.ts'

/** Figures for the problems that have some; a new one does not compile until it is here. */
const params: {
  [Code in ProblemCode as ProblemParams[Code] extends undefined ? never : Code]: ProblemParams[Code]
} = {
  too_long: { max: 140, length: 1520 },
  too_short: { min: 3, length: 1 },
  pattern: { fr: 'Comme AB-123-CD.', en: 'Such as AB-123-CD.' },
  decimals: { max: 2 },
  min: { min: 1234.5 },
  max: { max: 10 },
  min_amount: { minCents: 100, currency: 'EUR' },
  max_amount: { maxCents: 123_450, currency: 'EUR' },
  min_date: { min: '2026-09-01' },
  max_date: { max: '2026-09-02' },
  min_choices: { min: 2 },
  max_choices: { max: 3 },
  too_many_references: { max: 1 },
  file_kind: { kinds: 'pdf,image' },
  file_size: { maxMb: 2.5 },
  file_disguised: { extension: 'pdf' },
  too_many_files: { max: 1 },
  min_items: { min: 2 },
  max_items: { max: 3 },
}

const problems = (Object.keys(fr) as ProblemCode[]).map(
  // The keys of `params` are the codes that have figures: what the type of a problem says.
  (code) =>
    ({ code, ...(code in params && { params: params[code as keyof typeof params] }) }) as FieldProblem,
)

describe('the sentence of a refused value', () => {
  it.each(problems)('exists in both languages for $code', (problem) => {
    for (const locale of ['fr', 'en'] as const) {
      const sentence = fieldProblemText(problem, locale)
      expect(sentence).toMatch(/^[A-Z][^]{9,}\.$/u)
      expect(sentence).not.toMatch(/undefined|NaN|\[object|\{|\s{2}/)
    }
  })

  it('has the same codes in both languages', () => {
    expect(Object.keys(en).sort()).toEqual(Object.keys(fr).sort())
  })

  it('keeps French punctuation on the line of its word', () => {
    for (const problem of problems) {
      const sentence = fieldProblemText(problem, 'fr').replace(/https?:|\d:\d/g, '')
      expect(sentence).not.toMatch(/[^\u00a0\u202f][:;?!»]/)
    }
  })

  it.each([
    [
      { code: 'too_long', params: { max: 140, length: 1520 } },
      'Raccourcissez votre texte : 140 caractères au plus, il en compte 1 520.',
      'Shorten your text: 140 characters at most, it has 1,520.',
    ],
    [
      { code: 'min_date', params: { min: '2026-09-01' } },
      'Choisissez une date à partir du 1er septembre 2026.',
      'Choose a date from 1 September 2026 on.',
    ],
    [
      { code: 'max_amount', params: { maxCents: 123_450, currency: 'EUR' } },
      'Saisissez un montant inférieur ou égal à 1 234,50 €.',
      'Enter an amount of €1,234.50 or less.',
    ],
    [
      { code: 'decimals', params: { max: 1 } },
      'Saisissez au plus 1 chiffre après la virgule.',
      'Enter at most 1 decimal.',
    ],
    [
      { code: 'file_kind', params: { kinds: 'pdf,image' } },
      'Joignez un fichier d’un autre type. Acceptés : PDF, image.',
      'Attach a file of another type. Accepted: PDF, image.',
    ],
    [{ code: 'pattern', params: { fr: 'Comme AB.', en: 'Such as AB.' } }, 'Comme AB.', 'Such as AB.'],
  ] satisfies [FieldProblem, string, string][])(
    'says %j in figures of the language',
    (problem, french, english) => {
      const said = (locale: 'fr' | 'en') => fieldProblemText(problem, locale).replace(/[\u00a0\u202f]/g, ' ')
      expect([said('fr'), said('en')]).toEqual([french, english])
    },
  )
})
