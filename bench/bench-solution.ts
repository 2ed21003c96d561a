// SPDX-License-Identifier: MIT
import { compare, defineSolution } from '@guichet/engine'

const text = (fr: string, en: string) => ({ fr, en })

/**
 * Requests as a body of some size has them, with the rights that cost most: an agent sees the requests of the units
 * where they hold a role, those of the units they head (a relation two steps away), and their own.
 */
export const benchSolution = defineSolution({
  key: 'bench',
  title: text('Mesures', 'Measures'),
  summary: text('Une collection de demandes pour mesurer', 'A collection of requests to measure with'),
  identity: {
    person: { collection: 'person', name: 'name', email: 'email' },
    organisation: { collection: 'unit', name: 'name', email: 'email' },
    membership: {
      collection: 'membership',
      person: 'person',
      organisation: 'unit',
      role: 'role',
      startsOn: 'startsOn',
      endsOn: 'endsOn',
    },
  },
  roles: { agent: { title: text('Agent', 'Agent'), space: 'desk' } },
  links: { applicant: { title: text('Suivi', 'Follow-up'), lifetimeDays: 90, opens: 'request' } },
  collections: {
    person: {
      title: text('Personne', 'Person'),
      titlePlural: text('Personnes', 'Persons'),
      entryTitle: '{{ entry.name }}',
      fields: {
        name: { type: 'text', label: text('Nom', 'Name') },
        email: { type: 'email', label: text('Courriel', 'E-mail') },
      },
    },
    unit: {
      title: text('Service', 'Unit'),
      titlePlural: text('Services', 'Units'),
      entryTitle: '{{ entry.name }}',
      fields: {
        name: { type: 'text', label: text('Nom', 'Name') },
        email: { type: 'email', label: text('Courriel', 'E-mail') },
        head: { type: 'reference', to: 'person', label: text('Responsable', 'Head') },
      },
    },
    membership: {
      title: text('Habilitation', 'Membership'),
      titlePlural: text('Habilitations', 'Memberships'),
      entryTitle: '{{ entry.role }}',
      fields: {
        person: { type: 'reference', to: 'person', label: text('Personne', 'Person') },
        unit: { type: 'reference', to: 'unit', label: text('Service', 'Unit') },
        role: { type: 'text', label: text('Rôle', 'Role') },
        startsOn: { type: 'date', label: text('Depuis', 'Since') },
        endsOn: { type: 'date', label: text('Jusqu’au', 'Until') },
      },
    },
    request: {
      title: text('Demande', 'Request'),
      titlePlural: text('Demandes', 'Requests'),
      entryTitle: '{{ entry.subject }}',
      numbering: { pattern: 'BCH-{year}-{sequence}', digits: 7 },
      contact: { email: 'email' },
      search: ['subject'],
      fields: {
        subject: { type: 'text', label: text('Objet', 'Subject'), required: true },
        description: { type: 'long_text', label: text('Description', 'Description') },
        email: { type: 'email', label: text('Courriel', 'E-mail') },
        unit: { type: 'reference', to: 'unit', label: text('Service', 'Unit') },
      },
      lifecycle: {
        initial: 'submitted',
        states: {
          submitted: { label: text('À vérifier', 'To check'), tone: 'info' },
          at_unit: { label: text('Chez le service', 'With the unit'), tone: 'wait' },
          waiting: { label: text('Correction attendue', 'Waiting'), tone: 'warn' },
          accepted: { label: text('Acceptée', 'Accepted'), tone: 'ok', closed: true },
          refused: { label: text('Refusée', 'Refused'), tone: 'danger', closed: true },
        },
        transitions: {
          transmit: { from: ['submitted', 'waiting'], to: 'at_unit', label: text('Transmettre', 'Transmit') },
          ask: { from: ['submitted', 'at_unit'], to: 'waiting', label: text('Demander', 'Ask') },
          accept: { from: ['submitted', 'at_unit'], to: 'accepted', label: text('Accepter', 'Accept') },
          refuse: { from: ['submitted', 'at_unit'], to: 'refused', label: text('Refuser', 'Refuse') },
        },
      },
    },
  },
  forms: {},
  grants: [
    { who: { kind: 'everyone' }, may: ['read'], on: 'unit', fields: { read: ['name'] } },
    {
      who: { kind: 'signed-in' },
      may: ['create'],
      on: 'request',
      fields: { write: ['subject', 'description', 'email', 'unit'] },
    },
    {
      who: { kind: 'role-at', role: 'agent', at: 'unit' },
      may: ['list', 'read', 'edit', 'history', 'transition:*'],
      on: 'request',
    },
    { who: { kind: 'relation', path: 'unit.head' }, may: ['list', 'read'], on: 'request' },
    {
      who: { kind: 'owner' },
      may: ['list', 'read'],
      on: 'request',
      fields: { read: ['subject', 'email', 'unit'] },
    },
    { who: { kind: 'link', purpose: 'applicant' }, may: ['read'], on: 'request' },
  ],
  views: {
    'at-unit': {
      collection: 'request',
      title: text('Chez le service', 'With the unit'),
      roles: ['agent'],
      where: compare('state', 'eq', 'at_unit'),
      columns: ['subject', 'unit'],
      sort: 'createdAt',
    },
  },
  mails: {
    receipt: {
      title: text('Accusé', 'Receipt'),
      subject: text('Votre demande {{ entry.number }}', 'Your request {{ entry.number }}'),
      body: text(
        'Bonjour,\n\nNous avons reçu « {{ entry.subject }} ».',
        'Hello,\n\nWe have received “{{ entry.subject }}”.',
      ),
      button: text('Suivre ma demande', 'Follow my request'),
    },
  },
  flows: {
    receipt: {
      title: text('Accuser réception', 'Acknowledge'),
      on: { kind: 'entry-created', collection: 'request' },
      steps: [{ kind: 'notify', key: 'tell', to: { kind: 'applicant' }, mail: 'receipt', link: 'applicant' }],
    },
  },
})
