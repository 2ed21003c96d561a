// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { libraryModel as model, people } from '../testing/library.ts'
import {
  all,
  always,
  any,
  compare,
  compareActor,
  compareToday,
  exists,
  never,
  not,
  type Condition,
} from './condition.ts'
import { inWords } from './in-words.ts'

const say = (condition: Condition, locale: 'fr' | 'en') =>
  inWords(condition, {
    model,
    collection: 'library.loan',
    locale,
    nameOf: (id) => (id === people.ana ? 'Ana' : undefined),
  }).replaceAll(/[\u00a0\u202f]/g, ' ')

describe('a condition in words', () => {
  it.each<[Condition, string, string]>([
    [compare('state', 'eq', 'asked'), '« État » est « Demandé »', '“State” is “Asked”'],
    [
      compare('state', 'eq', ['asked', 'lent']),
      '« État » est « Demandé » ou « Prêté »',
      '“State” is “Asked” or “Lent”',
    ],
    [
      compare('state', 'ne', ['asked', 'lent']),
      '« État » n’est ni « Demandé » ni « Prêté »',
      '“State” is neither “Asked” nor “Lent”',
    ],
    [compare('kinds', 'eq', 'comic'), '« Genres » comprend « Bande dessinée »', '“Kinds” includes “Comic”'],
    [compare('fee', 'gte', 1250), '« Amende » est au moins 12,50 €', '“Fine” is at least €12.50'],
    [compare('damaged', 'eq', true), '« Abîmé » est « Oui »', '“Damaged” is “Yes”'],
    [compare('book', 'contains', 'Paris'), '« Livre » contient « Paris »', '“Book” contains “Paris”'],
    [
      compare('dueOn', 'lt', '2026-03-01'),
      '« À rendre le » est avant le 1er mars 2026',
      '“Due on” is before 1 March 2026',
    ],
    [
      compareToday('dueOn', 'lte', -30),
      '« À rendre le » est au plus tard aujourd’hui − 30 jours',
      '“Due on” is on or before today − 30 days',
    ],
    [compare('borrower', 'eq', people.ana), '« Emprunteur » est « Ana »', '“Borrower” is “Ana”'],
    [
      compareActor('branch', 'eq', 'my.organisations'),
      '« Annexe » est un organisme de la personne connectée',
      '“Branch” is an organisation of the signed-in person',
    ],
    [
      compare('branch.place.city', 'empty'),
      '« Annexe › Adresse › Commune » est vide',
      '“Branch › Address › Town” is empty',
    ],
    [
      compare('borrower.loan[borrower]', 'filled'),
      '« Emprunteur › Prêts » n’est pas vide',
      '“Borrower › Loans” is not empty',
    ],
    [
      exists('branch', compare('name', 'eq', 'Nord')),
      '« Annexe » comprend une fiche où « Nom » est « Nord »',
      '“Branch” has an entry where “Name” is “Nord”',
    ],
    [
      exists('borrower', always),
      '« Emprunteur » comprend au moins une fiche',
      '“Borrower” has at least one entry',
    ],
    [
      all(compare('book', 'filled'), any(compare('fee', 'empty'), not(compare('damaged', 'filled')))),
      '« Livre » n’est pas vide et (« Amende » est vide ou il n’est pas vrai que « Abîmé » n’est pas vide)',
      '“Book” is not empty and (“Fine” is empty or it is not true that “Damaged” is not empty)',
    ],
    [
      { kind: 'compare', path: 'owner', op: 'eq', value: { kind: 'path', path: 'borrower' } },
      '« Auteur de la fiche » est « Emprunteur »',
      '“Author of the entry” is “Borrower”',
    ],
    [always, 'toujours', 'always'],
    [never, 'jamais', 'never'],
  ])('%j', (condition, fr, en) => {
    expect(say(condition, 'fr')).toBe(fr)
    expect(say(condition, 'en')).toBe(en)
  })

  it('keeps French signs on the line of their word', () => {
    const text = inWords(compare('state', 'eq', 'asked'), { model, collection: 'library.loan', locale: 'fr' })
    expect(text).toBe('«\u00a0État\u00a0» est «\u00a0Demandé\u00a0»')
  })
})
