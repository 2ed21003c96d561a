// SPDX-License-Identifier: MIT
import { describe, expect, it } from 'vitest'
import type { Condition } from '../condition/condition.ts'
import { holds } from '../condition/holds.ts'
import {
  aLoan,
  aPerson,
  branches,
  director,
  lender,
  librarianOf,
  library,
  libraryModel as model,
  people,
  worldWith,
} from '../testing/library.ts'
import { nobody, system, type Actor } from './actor.ts'
import { explain, leavesAsked } from './explain.ts'
import type { Action, Grant } from './grant.ts'
import { explanationInWords, grantInWords, missingInWords, whoMay, type RightsScope } from './in-words.ts'
import { may, today } from './rights.fixture.ts'

function explained(actor: Actor, action: Action, loan = aLoan()) {
  const scope = { model, collection: loan.collection, world: worldWith(loan), ...today, actor }
  return explain({
    solution: library,
    collection: 'loan',
    actor,
    action,
    truth: (leaf) => holds(leaf, loan, scope),
  })
}

const words: RightsScope = { solution: library, collection: 'loan', locale: 'fr' }
const plain = (text: string) => text.replaceAll(/[\u00a0\u202f]/g, ' ')

/** What is missing under the nearest grant, in words. */
function missing(actor: Actor, action: Action, loan = aLoan(), locale: 'fr' | 'en' = 'fr') {
  const explanation = explained(actor, action, loan)
  if (explanation.may || !explanation.nearest) return undefined
  const scope = { ...words, locale }
  return explanation.nearest.missing.map((one) => plain(missingInWords(one, scope)))
}

describe('explaining a right', () => {
  it.each<[string, Actor, Action, number]>([
    ['the librarian reads', librarianOf(branches.north), 'read', 0],
    ['the director reads the history', director, 'history', 1],
    ['the owner cancels', aPerson(people.bruno), 'transition:cancel', 3],
    ['the bearer of the link gives back', lender, 'transition:giveBack', 5],
    ['the system does everything', system, 'delete', -1],
  ])('names the grant by which %s', (_, actor, action, index) => {
    expect(explained(actor, action)).toMatchObject({ may: true, because: { index } })
  })

  it('agrees with the decision, for every actor and action', () => {
    const actors = [
      librarianOf(branches.north),
      librarianOf(branches.south),
      director,
      aPerson(people.bruno),
      aPerson(people.ana),
      lender,
      nobody(),
      system,
    ]
    const actions = [
      'read',
      'edit',
      'delete',
      'comment',
      'export',
      'transition:lend',
      'transition:cancel',
    ] as const
    for (const actor of actors) {
      for (const action of actions) {
        for (const state of ['asked', 'returned']) {
          const loan = aLoan({ state })
          expect(explained(actor, action, loan).may).toBe(may(actor, action, loan))
        }
      }
    }
  })
})

describe('explaining a refusal', () => {
  it('names the one condition that is missing', () => {
    expect(missing(director, 'delete', aLoan({ state: 'lent' }))).toEqual(['« État » est « Rendu »'])
    expect(missing(director, 'delete', aLoan({ state: 'lent' }), 'en')).toEqual(['“State” is “Returned”'])
  })

  it('names the condition of the entry rather than a role one could hold', () => {
    expect(missing(aPerson(people.bruno), 'comment', aLoan({ state: 'lent' }))).toEqual([
      '« État » est « Demandé »',
    ])
  })

  it('names the role when the actor is not concerned by any grant', () => {
    expect(missing(nobody(), 'export')).toEqual(['les personnes qui ont le rôle « Direction »'])
  })

  it('names the organisation when the role is held elsewhere', () => {
    const loan = aLoan({ owner: people.ana })
    expect(missing(librarianOf(branches.south), 'transition:lend', loan)).toEqual([
      `« Annexe » est « ${branches.south} »`,
    ])
  })

  it('has nothing to name when no grant gives the action', () => {
    const bare = { ...library, grants: [] }
    expect(
      explain({ solution: bare, collection: 'loan', actor: director, action: 'read', truth: () => true }),
    ).toEqual({ may: false })
  })
})

describe('who may', () => {
  it('lists the grants that give an action, in words', () => {
    expect(whoMay('comment', words).map(({ index, words }) => [index, plain(words)])).toEqual([
      [0, 'les personnes qui ont le rôle « Bibliothécaire » dans l’organisme de « Annexe »'],
      [3, 'la personne qui a déposé la fiche, si « État » est « Demandé »'],
    ])
  })

  it('counts a grant of all transitions among those of one', () => {
    expect(whoMay('transition:giveBack', words).map(({ index }) => index)).toEqual([0, 5])
  })

  it.each([
    [1, 'les personnes qui ont le rôle « Direction »', 'people who hold the role “Director”'],
    [4, 'la personne désignée par « Emprunteur › Responsable »', 'the person named by “Borrower › Guardian”'],
    [
      5,
      'la personne qui a reçu le lien « Retour de prêt »',
      'the person who was sent the link “Loan return”',
    ],
    [6, 'toute personne connectée', 'every signed-in person'],
    [7, 'tout le monde', 'everyone'],
  ])('grant %i is for: %s', (index, fr, en) => {
    const grant = library.grants[index]
    if (!grant) throw new Error(`no grant ${index}`)
    expect(plain(grantInWords(grant, words))).toBe(fr)
    expect(grantInWords(grant, { ...words, locale: 'en' })).toBe(en)
  })
})

describe('an explanation in words', () => {
  const said = (actor: Actor, action: Action, loan = aLoan(), locale: 'fr' | 'en' = 'fr', since?: string) =>
    plain(explanationInWords(explained(actor, action, loan), { ...words, locale }, since))

  it.each<[Actor, Action, string, string]>([
    [
      director,
      'history',
      'Oui : rôle « Direction » depuis le 3 mars 2025, règle 2.',
      'Yes: role “Director” since le 3 mars 2025, rule 2.',
    ],
    [
      aPerson(people.bruno),
      'comment',
      'Oui : la personne qui a déposé la fiche depuis le 3 mars 2025, règle 4.',
      'Yes: the person who filed the entry since le 3 mars 2025, rule 4.',
    ],
  ])('tells the ground, since when, and the rule', (actor, action, fr, en) => {
    expect(said(actor, action, aLoan(), 'fr', '3 mars 2025')).toBe(fr)
    expect(said(actor, action, aLoan(), 'en', 'le 3 mars 2025')).toBe(en)
  })

  it('tells the organisation of a role held there, and nothing of a day that is not known', () => {
    expect(said(librarianOf(branches.north), 'edit')).toBe(
      'Oui : rôle « Bibliothécaire » dans l’organisme de « Annexe », règle 1.',
    )
  })

  it.each<[string, Actor, Action, string]>([
    ['a condition', director, 'delete', 'Non : la règle 3 demande : « État » est « Rendu ».'],
    ['a role', nobody(), 'export', 'Non : la règle 2 est pour les personnes qui ont le rôle « Direction ».'],
    [
      'a role and a condition',
      nobody(),
      'delete',
      'Non : la règle 3 est pour les personnes qui ont le rôle « Direction » et demande : « État » est « Rendu ».',
    ],
  ])('tells that %s is missing', (_, actor, action, sentence) => {
    expect(said(actor, action, aLoan({ state: 'lent' }))).toBe(sentence)
  })

  it('says when no rule gives the right at all', () => {
    const bare = { ...library, grants: [] }
    const none = explain({
      solution: bare,
      collection: 'loan',
      actor: director,
      action: 'read',
      truth: () => true,
    })
    expect(explanationInWords(none, words)).toMatch(/^Non/)
  })

  it('says that what is written waits for an approval', () => {
    const circuits = { money: { title: { fr: 'Argent', en: 'Money' }, levels: [] } }
    const scope = { ...words, solution: { ...library, circuits } }
    const grant: Grant = { who: { kind: 'everyone' }, may: ['edit'], on: 'loan', approval: 'money' }
    const because = { index: 1, grant }
    expect(plain(explanationInWords({ may: true, because }, scope as RightsScope))).toBe(
      'Oui : tout le monde, règle 2. Ce qui est écrit attend la validation « Argent ».',
    )
  })
})

describe('explaining a field', () => {
  const of = (actor: Actor, action: Action, field: string) => {
    const loan = aLoan()
    const scope = { model, collection: loan.collection, world: worldWith(loan), ...today, actor }
    const truth = (leaf: Condition) => holds(leaf, loan, scope)
    return explain({ solution: library, collection: 'loan', actor, action, field, truth }).may
  }

  it.each<[Actor, Action, string, boolean]>([
    [aPerson(people.bruno), 'read', 'dueOn', true],
    [aPerson(people.bruno), 'read', 'remark', false],
    [aPerson(people.bruno), 'edit', 'book', true],
    [aPerson(people.bruno), 'edit', 'dueOn', false],
    [librarianOf(branches.north), 'edit', 'dueOn', true],
  ])('%o %s %s', (actor, action, field, expected) => {
    expect(of(actor, action, field)).toBe(expected)
  })

  it('asks the truth of no other leaves than those it names', () => {
    const actor = aPerson(people.bruno)
    const request = { solution: library, collection: 'loan', actor, action: 'read' } as const
    const leaves = leavesAsked(request).map((leaf) => JSON.stringify(leaf))
    const asked: string[] = []
    explain({ ...request, truth: (leaf) => asked.push(JSON.stringify(leaf)) < 0 })
    expect(asked.length).toBeGreaterThan(0)
    expect(asked.filter((leaf) => !leaves.includes(leaf))).toEqual([])
    expect(new Set(leaves).size).toBe(leaves.length)
  })
})
