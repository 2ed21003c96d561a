// SPDX-License-Identifier: MIT
import { any, compare, type Fields, type Form, type Procedure } from '@guichet/engine'
import { contactPage } from './contact.ts'
import { civilStatusRegime } from '../regimes.ts'

/** Asking for a copy or an extract of a record of birth, marriage or death. */
export const fields = {
  recordKind: {
    type: 'choice',
    label: { fr: 'Quel acte demandez-vous ?', en: 'Which record do you ask for?' },
    shortLabel: { fr: 'Acte demandé', en: 'Record asked for' },
    options: [
      { value: 'birth', label: { fr: 'Acte de naissance', en: 'Birth record' } },
      { value: 'marriage', label: { fr: 'Acte de mariage', en: 'Marriage record' } },
      { value: 'death', label: { fr: 'Acte de décès', en: 'Death record' } },
    ],
  },
  recordCopy: {
    type: 'choice',
    label: { fr: 'Sous quelle forme ?', en: 'In which form?' },
    shortLabel: { fr: 'Forme', en: 'Form' },
    options: [
      {
        value: 'full',
        label: { fr: 'Copie intégrale', en: 'Full copy' },
        help: {
          fr: 'Tout l’acte, avec les mentions en marge.',
          en: 'The whole record, with its marginal notes.',
        },
      },
      {
        value: 'with_parents',
        label: { fr: 'Extrait avec filiation', en: 'Extract with parentage' },
        help: { fr: 'Avec les noms des parents.', en: 'With the names of the parents.' },
      },
      {
        value: 'without_parents',
        label: { fr: 'Extrait sans filiation', en: 'Extract without parentage' },
        help: { fr: 'Sans les noms des parents.', en: 'Without the names of the parents.' },
      },
    ],
  },
  isEventInTown: {
    type: 'boolean',
    label: { fr: 'L’événement a-t-il eu lieu à Plassans ?', en: 'Did the event take place in Plassans?' },
    shortLabel: { fr: 'Événement à Plassans', en: 'Event in Plassans' },
  },
  subject: {
    type: 'person_identity',
    label: { fr: 'La personne concernée', en: 'The person concerned' },
    shortLabel: { fr: 'Personne concernée', en: 'Person concerned' },
    help: { fr: 'Nom de naissance, tous les prénoms.', en: 'Name at birth, all first names.' },
    birthDate: 'optional',
    personalData: true,
  },
  spouse: {
    type: 'person_identity',
    label: { fr: 'Son conjoint', en: 'The spouse' },
    shortLabel: { fr: 'Conjoint', en: 'Spouse' },
    personalData: true,
  },
  eventOn: {
    type: 'date',
    label: { fr: 'Date de l’événement', en: 'Date of the event' },
    max: 'today',
    personalData: true,
  },
  parentOne: {
    type: 'text',
    label: { fr: 'Nom et prénoms du premier parent', en: 'Name of the first parent' },
    maxLength: 140,
    personalData: true,
  },
  parentTwo: {
    type: 'text',
    label: { fr: 'Nom et prénoms du second parent', en: 'Name of the second parent' },
    help: { fr: 'S’il est connu.', en: 'If known.' },
    maxLength: 140,
    personalData: true,
  },
  relationToSubject: {
    type: 'choice',
    label: { fr: 'Vous êtes', en: 'You are' },
    shortLabel: { fr: 'Qualité du demandeur', en: 'Standing of the applicant' },
    options: [
      { value: 'self', label: { fr: 'La personne concernée', en: 'The person concerned' } },
      { value: 'spouse', label: { fr: 'Son conjoint ou partenaire', en: 'The spouse or partner' } },
      { value: 'family', label: { fr: 'Son ascendant ou descendant', en: 'An ascendant or descendant' } },
      {
        value: 'mandated',
        label: { fr: 'Son avocat, notaire ou mandataire', en: 'A lawyer, notary or agent' },
      },
    ],
  },
  identityProof: {
    type: 'file',
    label: { fr: 'Votre pièce d’identité', en: 'Your identity document' },
    shortLabel: { fr: 'Pièce d’identité', en: 'Identity document' },
    help: {
      fr: 'Recto et verso sur une page. PDF, JPEG ou PNG, 10 Mo au plus. Demandée parce que cet acte nomme les parents.',
      en: 'Both sides on one page. PDF, JPEG or PNG, 10 MB at most. Asked for because this record names the parents.',
    },
    accept: ['pdf', 'image'],
    maxSizeMb: 10,
    personalData: true,
    sensitive: true,
  },
  copies: {
    type: 'integer',
    label: { fr: 'Nombre d’exemplaires', en: 'Number of copies' },
    min: 1,
    max: 3,
  },
  delivery: {
    type: 'choice',
    label: { fr: 'Comment le recevoir ?', en: 'How to receive it?' },
    shortLabel: { fr: 'Remise', en: 'Delivery' },
    options: [
      { value: 'post', label: { fr: 'Par la poste, gratuitement', en: 'By post, free of charge' } },
      {
        value: 'desk',
        label: {
          fr: 'Au guichet, avec votre pièce d’identité',
          en: 'At the desk, with your identity document',
        },
      },
    ],
  },
  postalAddress: {
    type: 'address',
    label: { fr: 'Adresse d’envoi', en: 'Delivery address' },
    personalData: true,
  },
} satisfies Fields

const namesParents = any(compare('recordCopy', 'eq', 'full'), compare('recordCopy', 'eq', 'with_parents'))

export const form = {
  collection: 'request',
  title: { fr: 'Demander un acte d’état civil', en: 'Ask for a civil-status record' },
  pages: [
    {
      key: 'record',
      title: { fr: 'L’acte demandé', en: 'The record' },
      items: [
        { field: 'recordKind', required: true },
        { field: 'recordCopy', required: true },
        { field: 'isEventInTown', required: true },
      ],
    },
    {
      key: 'subject',
      title: { fr: 'La personne concernée', en: 'The person concerned' },
      items: [
        { field: 'subject', required: true },
        { field: 'spouse', required: true, showWhen: compare('recordKind', 'eq', 'marriage') },
        { field: 'eventOn', required: true },
        { field: 'parentOne', required: true, showWhen: namesParents },
        { field: 'parentTwo', showWhen: namesParents },
        { field: 'relationToSubject', required: true },
        { field: 'identityProof', required: true, showWhen: namesParents },
      ],
    },
    {
      key: 'delivery',
      title: { fr: 'L’envoi', en: 'Delivery' },
      items: [
        { field: 'copies', required: true },
        { field: 'delivery', required: true },
        { field: 'postalAddress', required: true, showWhen: compare('delivery', 'eq', 'post') },
      ],
    },
    contactPage,
  ],
} satisfies Form

export const procedure = {
  title: { fr: 'Demander un acte d’état civil', en: 'Ask for a civil-status record' },
  summary: {
    fr: 'Naissance, mariage, décès : copie intégrale ou extrait.',
    en: 'Birth, marriage, death: full copy or extract.',
  },
  theme: 'civil',
  icon: 'certificate',
  keywords: {
    fr: ['acte de naissance', 'extrait', 'mariage', 'décès', 'copie intégrale', 'filiation'],
    en: ['birth certificate', 'extract', 'marriage', 'death', 'full copy'],
  },
  form: 'civil-status',
  presets: { procedure: 'civil_status' },
  minutes: 4,
  answerDays: 8,
  regime: civilStatusRegime,
  order: 2,
  eligibility: [
    {
      condition: compare('isEventInTown', 'eq', true),
      otherwise: {
        fr: 'L’acte est gardé par la commune où l’événement a eu lieu : adressez-lui votre demande. Pour un événement à l’étranger, écrivez au service central d’état civil, à Nantes.',
        en: 'The record is kept by the town where the event took place: send it your request. For an event abroad, write to the central civil-status office in Nantes.',
      },
    },
  ],
  sheet: {
    lead: {
      fr: 'Recevez chez vous une copie ou un extrait d’acte de naissance, de mariage ou de décès dressé à Plassans.',
      en: 'Receive at home a copy or an extract of a birth, marriage or death record drawn up in Plassans.',
    },
    facts: [
      {
        label: { fr: 'Pour qui', en: 'For whom' },
        value: {
          fr: 'La personne concernée, sa famille proche, son mandataire. Un extrait sans filiation : tout le monde',
          en: 'The person concerned, close family, an agent. An extract without parentage: anyone',
        },
      },
      {
        label: { fr: 'Coût', en: 'Cost' },
        value: { fr: 'Gratuit, envoi compris', en: 'Free, postage included' },
      },
      { label: { fr: 'Délai', en: 'Time' }, value: { fr: 'Sous 8 jours', en: 'Within 8 days' } },
    ],
    notice: {
      title: { fr: 'Passeport ou carte d’identité ?', en: 'Passport or identity card?' },
      body: {
        fr: 'Dans la plupart des cas, il n’est pas nécessaire de fournir un acte : la mairie le vérifie elle-même en ligne.',
        en: 'In most cases no record is needed: the town hall checks it on line itself.',
      },
    },
    steps: [
      {
        title: { fr: 'Vous dites quel acte et pour qui', en: 'You say which record and for whom' },
        detail: { fr: 'La date exacte accélère la recherche.', en: 'The exact date speeds up the search.' },
      },
      {
        title: { fr: 'L’état civil vérifie votre droit', en: 'The civil-status office checks your right' },
        detail: {
          fr: 'Une pièce d’identité n’est demandée que si l’acte nomme les parents.',
          en: 'An identity document is asked for only if the record names the parents.',
        },
      },
      {
        title: {
          fr: 'L’acte part par la poste ou vous attend au guichet',
          en: 'The record is posted or waits at the desk',
        },
        detail: { fr: 'Un courriel vous prévient.', en: 'An e-mail tells you.' },
      },
    ],
    documents: [
      {
        title: { fr: 'Pièce d’identité', en: 'Identity document' },
        detail: {
          fr: 'Pour une copie intégrale ou un extrait avec filiation. PDF, JPEG ou PNG, 10 Mo au plus.',
          en: 'For a full copy or an extract with parentage. PDF, JPEG or PNG, 10 MB at most.',
        },
      },
    ],
    questions: [
      {
        question: {
          fr: 'Mon acte a plus de trois mois, est-il encore valable ?',
          en: 'My copy is more than three months old. Is it still valid?',
        },
        answer: {
          fr: 'Cela dépend de qui le demande. Pour un mariage, il doit avoir moins de trois mois au moment du dépôt du dossier.',
          en: 'It depends on who asks for it. For a marriage it must be less than three months old when the file is handed in.',
        },
      },
    ],
    updatedOn: '2026-10-12',
  },
} satisfies Procedure
