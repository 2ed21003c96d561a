// SPDX-License-Identifier: MIT
import { compare, compareActor } from '../../condition/condition.ts'
import { defineSolution, type Solution } from '../solution.ts'

const text = (fr: string, en: string) => ({ fr, en })

/** A lending library, to test the engine without any real solution: readers ask for loans, a librarian answers. */
export const library: Solution = defineSolution({
  key: 'library',
  title: text('Bibliothèque', 'Library'),
  summary: text('Les prêts d’une bibliothèque', 'The loans of a library'),
  identity: {
    person: { collection: 'reader', name: 'name', email: 'email' },
    organisation: { collection: 'branch', name: 'name', email: 'email' },
    membership: {
      collection: 'membership',
      person: 'reader',
      organisation: 'branch',
      role: 'role',
      startsOn: 'startsOn',
      endsOn: 'endsOn',
    },
  },
  roles: { librarian: { title: text('Bibliothécaire', 'Librarian'), space: 'desk' } },
  links: { reader: { title: text('Suivre son prêt', 'Follow a loan'), lifetimeDays: 30, opens: 'request' } },
  collections: {
    reader: {
      title: text('Lecteur', 'Reader'),
      titlePlural: text('Lecteurs', 'Readers'),
      entryTitle: '{{ entry.name }}',
      fields: {
        name: { type: 'text', label: text('Nom', 'Name'), required: true },
        email: { type: 'email', label: text('Courriel', 'E-mail') },
      },
    },
    branch: {
      title: text('Annexe', 'Branch'),
      titlePlural: text('Annexes', 'Branches'),
      entryTitle: '{{ entry.name }}',
      fields: {
        name: { type: 'text', label: text('Nom', 'Name'), required: true },
        email: { type: 'email', label: text('Courriel', 'E-mail') },
      },
    },
    membership: {
      title: text('Adhésion', 'Membership'),
      titlePlural: text('Adhésions', 'Memberships'),
      entryTitle: '{{ entry.role }}',
      fields: {
        reader: { type: 'reference', to: 'reader', label: text('Lecteur', 'Reader') },
        branch: { type: 'reference', to: 'branch', label: text('Annexe', 'Branch') },
        role: { type: 'text', label: text('Rôle', 'Role') },
        startsOn: { type: 'date', label: text('Du', 'From') },
        endsOn: { type: 'date', label: text('Au', 'To') },
      },
    },
    loan: {
      title: text('Prêt', 'Loan'),
      titlePlural: text('Prêts', 'Loans'),
      entryTitle: '{{ entry.book }}',
      entryTitles: [{ when: compare('kind', 'eq', 'film'), template: 'Film : {{ entry.book }}' }],
      numbering: { pattern: 'L-{year}-{sequence}', digits: 4 },
      contact: { name: 'borrower', email: 'email' },
      heldBy: 'branch',
      search: ['book', 'borrower'],
      noteAudiences: { desk: { label: text('Comptoir', 'Counter') } },
      fields: {
        kind: {
          type: 'choice',
          label: text('Nature', 'Kind'),
          options: [
            { value: 'book', label: text('Livre', 'Book') },
            { value: 'film', label: text('Film', 'Film') },
          ],
        },
        book: { type: 'text', label: text('Titre demandé', 'Title'), required: true },
        isMinor: { type: 'boolean', label: text('Avez-vous moins de 18 ans ?', 'Are you under 18?') },
        guardian: { type: 'text', label: text('Nom du responsable', 'Name of the guardian') },
        guardianPhone: { type: 'phone', label: text('Téléphone du responsable', 'Guardian’s telephone') },
        weeks: { type: 'integer', label: text('Semaines', 'Weeks'), min: 1, max: 8 },
        fee: {
          type: 'computed',
          label: text('Caution', 'Deposit'),
          expression: 'entry.weeks * 100',
          result: 'number',
        },
        borrower: { type: 'text', label: text('Votre nom', 'Your name'), required: true },
        email: { type: 'email', label: text('Courriel', 'E-mail'), required: true },
        branch: { type: 'reference', to: 'branch', label: text('Annexe', 'Branch') },
        place: { type: 'address', label: text('Adresse', 'Address') },
        covers: { type: 'files', label: text('Photos', 'Photos') },
        advice: {
          type: 'information',
          label: text('Bon à savoir', 'Good to know'),
          text: text('Prenez soin.', 'Take care.'),
        },
      },
      lifecycle: {
        initial: 'asked',
        states: {
          asked: { label: text('Demandé', 'Asked'), publicLabel: text('Reçu', 'Received'), tone: 'info' },
          lent: { label: text('Prêté', 'Lent'), tone: 'wait' },
          paused: { label: text('En attente', 'On hold'), tone: 'warn' },
          closed: { label: text('Rendu', 'Returned'), tone: 'ok', closed: true },
          refused: { label: text('Refusé', 'Refused'), tone: 'danger', closed: true },
        },
        transitions: {
          lend: {
            from: ['asked'],
            to: 'lent',
            label: text('Prêter', 'Lend'),
            guard: {
              condition: compare('branch', 'filled'),
              otherwise: text('Choisissez d’abord une annexe.', 'Choose a branch first.'),
            },
          },
          pause: { from: ['asked', 'lent'], to: 'paused', label: text('Suspendre', 'Pause'), remember: true },
          resume: {
            from: ['paused'],
            to: { back: true, otherwise: 'asked' },
            label: text('Reprendre', 'Resume'),
          },
          close: { from: ['lent'], to: 'closed', label: text('Rendre', 'Return'), form: 'closing' },
          refuse: { from: ['asked'], to: 'refused', label: text('Refuser', 'Refuse'), reason: 'required' },
        },
      },
    },
  },
  forms: {
    asking: {
      collection: 'loan',
      title: text('Emprunter', 'Borrow'),
      pages: [
        {
          key: 'what',
          title: text('Le titre', 'The title'),
          items: [
            { field: 'kind' },
            { field: 'book' },
            { field: 'weeks' },
            { field: 'isMinor', required: true },
          ],
        },
        {
          key: 'guardian',
          title: text('Le responsable', 'The guardian'),
          showWhen: compare('isMinor', 'eq', true),
          items: [
            { field: 'guardian', required: true },
            { field: 'guardianPhone', showWhen: compare('guardian', 'filled'), required: true },
          ],
        },
        {
          key: 'who',
          title: text('Vous', 'You'),
          items: [{ field: 'borrower' }, { field: 'email' }, { field: 'place' }, { field: 'advice' }],
        },
      ],
    },
    closing: {
      collection: 'loan',
      title: text('Rendre', 'Return'),
      pages: [{ key: 'closing', title: text('Le retour', 'The return'), items: [{ field: 'covers' }] }],
    },
  },
  themes: { reading: { title: text('Lire', 'Reading') } },
  procedures: {
    borrow: {
      title: text('Emprunter', 'Borrow'),
      summary: text('Un livre ou un film', 'A book or a film'),
      theme: 'reading',
      form: 'asking',
      presets: { kind: 'book' },
      eligibility: [
        {
          condition: compare('weeks', 'lte', 8),
          otherwise: text('Huit semaines au plus.', 'Eight weeks at most.'),
        },
      ],
      sheet: { lead: text('Empruntez un titre.', 'Borrow a title.') },
    },
  },
  grants: [
    { who: { kind: 'everyone' }, may: ['create'], on: 'loan' },
    {
      who: { kind: 'role', role: 'librarian' },
      may: ['list', 'read', 'edit', 'note', 'transition:*'],
      on: 'loan',
      fields: { read: 'all', write: 'all' },
      notes: ['desk'],
    },
    { who: { kind: 'role-at', role: 'librarian', at: 'branch' }, may: ['delete'], on: 'loan' },
    { who: { kind: 'link', purpose: 'reader' }, may: ['read'], on: 'loan' },
    { who: { kind: 'owner' }, may: ['read'], on: 'loan', where: compare('state', 'ne', 'refused') },
  ],
  views: {
    mine: {
      collection: 'loan',
      title: text('À prêter', 'To lend'),
      roles: ['librarian'],
      where: compareActor('branch', 'eq', 'my.organisations'),
      columns: ['number', 'book', 'state'],
      sort: '-book',
    },
  },
  mails: {
    lent: {
      title: text('Prêt accordé', 'Loan granted'),
      subject: text('Votre prêt : {{ entry.book }}', 'Your loan: {{ entry.book }}'),
      body: text(
        'Bonjour {{ recipient.name }},\n\n# C’est d’accord\n\nVenez à **{{ entry.branch }}**.\n\n> {{ reason }}\n\n- Votre carte\n- Un sac',
        'Dear {{ recipient.name }},\n\n# Agreed\n\nCome to **{{ entry.branch }}**.\n\n> {{ reason }}\n\n- Your card\n- A bag',
      ),
      button: text('Suivre mon prêt', 'Follow my loan'),
      facts: ['book', 'state', 'place'],
    },
  },
  flows: {
    lent: {
      title: text('Prêt accordé', 'Loan granted'),
      on: { kind: 'entry-moved', collection: 'loan', transitions: ['lend'] },
      steps: [
        {
          kind: 'condition',
          key: 'reachable',
          when: compare('email', 'filled'),
          then: [{ kind: 'notify', key: 'tell', to: { kind: 'applicant' }, mail: 'lent', link: 'reader' }],
          otherwise: [
            {
              kind: 'create-task',
              key: 'call',
              task: 'call',
              label: text('Appeler', 'Call'),
              assignee: { kind: 'role', role: 'librarian' },
            },
          ],
        },
        { kind: 'wait', key: 'a_week', for: { days: 7 } },
        { kind: 'change-entry', key: 'extend', set: { weeks: { expression: 'entry.weeks + 1' } } },
        { kind: 'end', key: 'over' },
      ],
    },
  },
})

/** A copy of a solution with some of it changed, at any depth. */
export function changed(solution: Solution, change: (draft: Draft<Solution>) => void): Solution {
  const draft: Draft<Solution> = structuredClone(solution)
  change(draft)
  return draft
}

/** The same type, without `readonly`. */
export type Draft<T> = T extends object ? { -readonly [K in keyof T]: Draft<T[K]> } : T
