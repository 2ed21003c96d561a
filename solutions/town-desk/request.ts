// SPDX-License-Identifier: MIT
import { compare, type Collection, type Fields } from '@guichet/engine'
import { lifecycle } from './lifecycle.ts'
import * as canteen from './procedures/canteen.ts'
import * as civilStatus from './procedures/civil-status.ts'
import { contactFields } from './procedures/contact.ts'
import * as publicSpace from './procedures/public-space.ts'
import * as streetProblem from './procedures/street-problem.ts'

/** What the public answers, whatever the procedure. */
export const publicFields = {
  ...contactFields,
  ...streetProblem.fields,
  ...civilStatus.fields,
  ...canteen.fields,
  ...publicSpace.fields,
} satisfies Fields

/** What the desk and the services add. */
export const deskFields = {
  procedure: {
    type: 'choice',
    label: { fr: 'Démarche', en: 'Procedure' },
    display: 'select',
    options: [
      { value: 'street_problem', label: { fr: 'Signalement', en: 'Report' } },
      { value: 'civil_status', label: { fr: 'Acte d’état civil', en: 'Civil-status record' } },
      { value: 'canteen', label: { fr: 'Cantine scolaire', en: 'School meals' } },
      { value: 'public_space', label: { fr: 'Occupation du domaine public', en: 'Public space' } },
    ],
  },
  unit: {
    type: 'reference',
    to: 'directory.organisation',
    label: { fr: 'Service', en: 'Service' },
    help: {
      fr: 'Il reçoit un lien par courriel, sans compte.',
      en: 'It receives a link by e-mail, without an account.',
    },
  },
  deskWord: {
    type: 'long_text',
    label: { fr: 'Le mot du guichet', en: 'A word from the desk' },
    help: {
      fr: 'Ce que vous avez vérifié et ce que vous attendez. Le demandeur ne le lit pas.',
      en: 'What you checked and what you expect. The applicant does not read it.',
    },
    maxLength: 1000,
  },
  assignee: {
    type: 'reference',
    to: 'directory.person',
    label: { fr: 'Responsable', en: 'In charge' },
  },
  sentBack: { type: 'integer', label: { fr: 'Renvois au guichet', en: 'Times sent back' }, min: 0 },
  isIncomplete: {
    type: 'boolean',
    label: {
      fr: 'Il manque une pièce ou une information exigée',
      en: 'A required document or piece of information is missing',
    },
    help: {
      fr: 'Oui : le délai légal est suspendu jusqu’à la réponse. Non : c’est une simple précision, le délai continue.',
      en: 'Yes: the legal period is suspended until the answer. No: it is a mere detail, the period goes on.',
    },
  },
  completeBy: {
    type: 'date',
    label: { fr: 'À fournir au plus tard le', en: 'To be sent by' },
    help: {
      fr: 'Sans date, le délai habituel de la démarche s’applique.',
      en: 'Without a date, the usual time of the procedure applies.',
    },
  },
  dueOn: { type: 'date', label: { fr: 'Réponse prévue avant le', en: 'Answer due before' } },
  plannedOn: {
    type: 'date',
    label: { fr: 'Date d’intervention ou de mise à disposition', en: 'Date of the work or of availability' },
  },
} satisfies Fields

/** A request of the public, from filing to a decision that is ready to archive: one queue for every procedure. */
export const request = {
  title: { fr: 'Demande', en: 'Request' },
  titlePlural: { fr: 'Demandes', en: 'Requests' },
  icon: 'inbox',
  fields: { ...deskFields, ...publicFields },
  entryTitle: '{{ entry.procedure }}',
  entryTitles: [
    {
      when: compare('procedure', 'eq', 'street_problem'),
      template: '{{ entry.observation }}, {{ entry.place.split(",")[0] }}',
    },
    {
      when: compare('procedure', 'eq', 'civil_status'),
      template: '{{ entry.recordKind }}, {{ year(entry.raw.eventOn) }}',
    },
    {
      when: compare('procedure', 'eq', 'canteen'),
      template:
        'Cantine, {{ size(entry.raw.children) == 1 ? "1 enfant" : text(size(entry.raw.children)) + " enfants" }}',
    },
    {
      when: compare('procedure', 'eq', 'public_space'),
      template: '{{ entry.occupationKind }}, {{ entry.surface }}',
    },
  ],
  numbering: { pattern: 'PLS-{year}-{sequence}', digits: 5 },
  lifecycle,
  contact: { name: 'applicant', email: 'email', phone: 'phone' },
  heldBy: 'unit',
  due: ['dueOn', 'legalDueOn'],
  search: [
    'applicant',
    'email',
    'phone',
    'observation',
    'description',
    'place',
    'organisationName',
    'siret',
    'subject',
    'children',
  ],
  noteAudiences: {
    desk: { label: { fr: 'Guichet seulement', en: 'Desk only' } },
    unit: { label: { fr: 'Guichet et service', en: 'Desk and service' } },
  },
} satisfies Collection
