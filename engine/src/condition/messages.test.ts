// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import { libraryModel as model } from '../testing/library.ts'
import { operators } from './condition.ts'
import { operatorLabels, pathProblemText } from './messages.ts'
import { resolvePath } from './path.ts'

describe('the sentence about a path that leads nowhere', () => {
  it.each([
    ['colour', 'La table « library.loan » n’a pas de champ « colour ».'],
    ['book.size', '« size » n’est pas une partie de ce champ de la table « library.loan ».'],
    ['rules', 'Le champ « rules » n’a pas de valeur : c’est un texte affiché.'],
    ['ghost[book].state', 'Aucune table « library.ghost ».'],
    [
      'book.author.name',
      '« book » n’est pas une référence de la table « library.loan » : le chemin ne peut pas continuer par là.',
    ],
    [
      'borrower.loan[branch].state',
      'La référence « branch » de la table « library.loan » désigne une autre table que celle d’où part le chemin.',
    ],
    ['a[b][c]', 'Le chemin « a[b][c] » ne se lit pas : écrivez des noms de champs séparés par des points.'],
  ])('%s: %s', (path, sentence) => {
    const resolved = resolvePath(model, 'library.loan', path)
    if (resolved.ok) throw new Error('the path leads somewhere')
    const { fr, en } = pathProblemText(resolved.problem)
    expect(fr.replaceAll(/[\u00a0\u202f]/g, ' ')).toBe(sentence)
    expect(en).toContain(resolved.problem.segment)
    expect(en).not.toBe(fr)
  })
})

describe('operators', () => {
  it.each(operators)('%s has a name of its own in both languages', (operator) => {
    for (const locale of ['fr', 'en'] as const) {
      const others = operators.filter(
        (other) => operatorLabels[other][locale] === operatorLabels[operator][locale],
      )
      expect(others).toEqual([operator])
    }
  })
})
