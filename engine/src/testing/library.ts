// SPDX-License-Identifier: MIT
import { compare, not, exists, always } from '../condition/condition.ts'
import type { EntryRow, World } from '../condition/scope.ts'
import type { Actor, HeldRole } from '../rights/actor.ts'
import { modelOf, type CollectionRef } from '../solution/model.ts'
import { defineSolution } from '../solution/solution.ts'

/*
 * A public library, for tests: readers borrow books from branches, librarians of the branch lend them. Small, but
 * with one of each thing that conditions and rights know.
 */

const named = (fr: string, en: string) => ({ fr, en })

export const library = defineSolution({
  key: 'library',
  title: named('Médiathèque', 'Library'),
  summary: named('Prêts de livres', 'Loans of books'),
  roles: {
    librarian: { title: named('Bibliothécaire', 'Librarian'), space: 'desk' },
    director: { title: named('Direction', 'Director'), space: 'desk' },
  },
  links: { lender: { title: named('Retour de prêt', 'Loan return'), lifetimeDays: 30, opens: 'work' } },
  forms: {},
  collections: {
    reader: {
      title: named('Lecteur', 'Reader'),
      titlePlural: named('Lecteurs', 'Readers'),
      entryTitle: '{{ entry.name }}',
      fields: {
        name: { type: 'text', label: named('Nom', 'Name') },
        born: { type: 'date', label: named('Naissance', 'Birth') },
        guardian: { type: 'reference', to: 'reader', label: named('Responsable', 'Guardian') },
      },
    },
    branch: {
      title: named('Annexe', 'Branch'),
      titlePlural: named('Annexes', 'Branches'),
      entryTitle: '{{ entry.name }}',
      fields: {
        name: { type: 'text', label: named('Nom', 'Name') },
        place: { type: 'address', label: named('Adresse', 'Address') },
        manager: { type: 'reference', to: 'reader', label: named('Responsable', 'Manager') },
      },
    },
    loan: {
      title: named('Prêt', 'Loan'),
      titlePlural: named('Prêts', 'Loans'),
      entryTitle: '{{ entry.book }}',
      noteAudiences: {
        staff: { label: named('Équipe', 'Staff') },
        direction: { label: named('Direction', 'Direction') },
      },
      fields: {
        book: { type: 'text', label: named('Livre', 'Book') },
        kinds: {
          type: 'choices',
          label: named('Genres', 'Kinds'),
          options: [
            { value: 'novel', label: named('Roman', 'Novel') },
            { value: 'comic', label: named('Bande dessinée', 'Comic') },
          ],
        },
        borrower: { type: 'reference', to: 'reader', label: named('Emprunteur', 'Borrower') },
        helpers: { type: 'references', to: 'reader', label: named('Accompagnants', 'Helpers') },
        branch: { type: 'reference', to: 'branch', label: named('Annexe', 'Branch') },
        dueOn: { type: 'date', label: named('À rendre le', 'Due on') },
        fee: { type: 'money', label: named('Amende', 'Fine') },
        lentAt: { type: 'datetime', label: named('Prêté le', 'Lent at') },
        damaged: { type: 'boolean', label: named('Abîmé', 'Damaged') },
        remark: { type: 'long_text', label: named('Remarque interne', 'Internal remark') },
        days: {
          type: 'computed',
          expression: 'daysBetween(entry.lentAt, entry.dueOn)',
          result: 'number',
          label: named('Durée', 'Duration'),
        },
        rules: {
          type: 'information',
          label: named('Règlement', 'Rules'),
          text: named('Un mois au plus.', 'A month at most.'),
        },
      },
      lifecycle: {
        initial: 'asked',
        states: {
          asked: { label: named('Demandé', 'Asked'), tone: 'info' },
          lent: { label: named('Prêté', 'Lent'), tone: 'wait' },
          returned: { label: named('Rendu', 'Returned'), tone: 'ok', closed: true },
        },
        transitions: {
          lend: { from: ['asked'], to: 'lent', label: named('Prêter', 'Lend') },
          giveBack: { from: ['lent'], to: 'returned', label: named('Rendre', 'Give back') },
          cancel: { from: ['asked'], to: 'returned', label: named('Annuler', 'Cancel') },
        },
      },
    },
  },
  grants: [
    {
      who: { kind: 'role-at', role: 'librarian', at: 'branch' },
      may: ['list', 'read', 'edit', 'comment', 'note', 'transition:*'],
      on: 'loan',
      fields: { write: ['dueOn', 'remark', 'days', 'rules'] },
      notes: ['staff'],
    },
    {
      who: { kind: 'role', role: 'director' },
      may: ['list', 'read', 'export', 'history', 'share', 'note'],
      on: 'loan',
      notes: ['staff', 'direction'],
    },
    {
      who: { kind: 'role', role: 'director' },
      may: ['delete'],
      on: 'loan',
      where: compare('state', 'eq', 'returned'),
    },
    {
      who: { kind: 'owner' },
      may: ['list', 'read', 'comment', 'edit', 'transition:cancel'],
      on: 'loan',
      where: compare('state', 'eq', 'asked'),
      fields: { read: ['book', 'dueOn', 'branch'], write: ['book'] },
    },
    {
      who: { kind: 'relation', path: 'borrower.guardian' },
      may: ['read'],
      on: 'loan',
      fields: { read: ['book', 'dueOn'] },
    },
    { who: { kind: 'link', purpose: 'lender' }, may: ['read', 'transition:giveBack'], on: 'loan' },
    {
      who: { kind: 'signed-in' },
      may: ['create'],
      on: 'loan',
      fields: { write: ['book', 'branch', 'borrower'] },
    },
    { who: { kind: 'everyone' }, may: ['list', 'read'], on: 'branch', fields: { read: ['name'] } },
    {
      who: { kind: 'role', role: 'librarian' },
      may: ['read'],
      on: 'reader',
      where: not(exists('loan[helpers]', always)),
      fields: { read: ['name', 'guardian'] },
    },
  ],
})

export const libraryModel = modelOf([library])

/** `idOf(3)` → `00000000-0000-4000-8000-000000000003` */
export function idOf(number: number): string {
  return `00000000-0000-4000-8000-${String(number).padStart(12, '0')}`
}

export const people = { ana: idOf(1), bruno: idOf(2), chloe: idOf(3), dario: idOf(4) } as const
export const branches = { north: idOf(11), south: idOf(12) } as const

/** An entry of the library; what is not said is empty. */
export function anEntry(collection: CollectionRef, id: string, facts: Partial<EntryRow> = {}): EntryRow {
  return {
    id,
    collection,
    state: null,
    number: null,
    title: null,
    owner: null,
    createdAt: '2026-03-01T08:00:00.000Z',
    updatedAt: '2026-03-02T08:00:00.000Z',
    closedAt: null,
    values: {},
    ...facts,
  }
}

const aReader = (id: string, name: string, values: Record<string, unknown> = {}) =>
  anEntry('library.reader', id, { title: name, values: { name, ...values } })

export const shelves = [
  aReader(people.ana, 'Ana'),
  aReader(people.bruno, 'Bruno', { born: '2015-05-05', guardian: people.ana }),
  aReader(people.chloe, 'Chloé'),
  aReader(people.dario, 'Dario'),
  anEntry('library.branch', branches.north, {
    values: { name: 'Nord', manager: people.dario, place: { label: '1 rue Haute', citycode: '13001' } },
  }),
  anEntry('library.branch', branches.south, { values: { name: 'Sud' } }),
]

/** A loan of Bruno's, asked for at the north branch. */
export function aLoan(facts: Partial<EntryRow> = {}): EntryRow {
  const { values, ...rest } = facts
  return anEntry('library.loan', idOf(21), {
    state: 'asked',
    owner: people.bruno,
    values: { book: 'Le Ventre de Paris', borrower: people.bruno, branch: branches.north, ...values },
    ...rest,
  })
}

/** The shelves and some loans, as conditions reach them. */
export function worldWith(...loans: readonly EntryRow[]): World {
  const entries = [...shelves, ...loans]
  return {
    entry: (ref, id) => entries.find((entry) => entry.collection === ref && entry.id === id),
    referring: (ref, field, id) =>
      entries.filter((entry) => entry.collection === ref && [entry.values[field]].flat().includes(id)),
  }
}

export function aPerson(personId: string, ...roles: readonly HeldRole[]): Actor {
  return { kind: 'person', personId, name: 'Someone', email: 'someone@example.org', locale: 'fr', roles }
}

export const librarianOf = (...organisations: readonly string[]): Actor =>
  aPerson(people.chloe, ...organisations.map((organisation) => ({ role: 'library.librarian', organisation })))

export const director: Actor = aPerson(people.dario, {
  role: 'library.director',
  organisation: branches.north,
})

export const lender: Actor = {
  kind: 'link',
  linkId: idOf(31),
  purpose: 'library.lender',
  entryId: idOf(21),
  email: 'lender@example.org',
  name: 'Lender',
  locale: 'fr',
}
