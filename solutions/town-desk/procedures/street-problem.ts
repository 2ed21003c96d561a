// SPDX-License-Identifier: MIT
import { compare, type Fields, type Form, type Procedure } from '@guichet/engine'
import { contactPage } from './contact.ts'
import { streetProblemRegime } from '../regimes.ts'

/** Reporting what is broken, dirty or dangerous in a street. */
export const fields = {
  problemKind: {
    type: 'choice',
    label: { fr: 'De quoi s’agit-il ?', en: 'What is it about?' },
    shortLabel: { fr: 'Type', en: 'Kind' },
    options: [
      {
        value: 'lighting',
        label: { fr: 'Éclairage public', en: 'Street lighting' },
        help: { fr: 'Lampadaire éteint, abîmé, trappe ouverte', en: 'Lamp out, damaged, open hatch' },
      },
      {
        value: 'road',
        label: { fr: 'Chaussée ou trottoir', en: 'Road or pavement' },
        help: { fr: 'Trou, pavé descellé, panneau tombé', en: 'Pothole, loose paving, fallen sign' },
      },
      {
        value: 'cleanliness',
        label: { fr: 'Propreté', en: 'Cleanliness' },
        help: { fr: 'Corbeille pleine, tags, verre brisé', en: 'Full bin, graffiti, broken glass' },
      },
      {
        value: 'dumping',
        label: { fr: 'Dépôt sauvage', en: 'Fly-tipping' },
        help: { fr: 'Encombrants, gravats, pneus', en: 'Bulky waste, rubble, tyres' },
      },
      {
        value: 'tree',
        label: { fr: 'Arbre ou espace vert', en: 'Tree or green space' },
        help: {
          fr: 'Arbre penché, branche cassée, jeu abîmé',
          en: 'Leaning tree, broken branch, damaged play area',
        },
      },
      { value: 'other', label: { fr: 'Autre chose', en: 'Something else' } },
    ],
  },
  observation: {
    type: 'text',
    label: { fr: 'Ce que vous avez vu', en: 'What you saw' },
    shortLabel: { fr: 'Constat', en: 'What was seen' },
    help: { fr: 'En quelques mots : « Lampadaire éteint ».', en: 'In a few words: “Street lamp out”.' },
    maxLength: 80,
  },
  lampNumber: {
    type: 'text',
    label: { fr: 'Numéro sur le mât', en: 'Number on the post' },
    help: {
      fr: 'Il est peint ou gravé à hauteur d’homme, par exemple EP 0417.',
      en: 'It is painted or engraved at eye level, for instance EP 0417.',
    },
    maxLength: 20,
  },
  since: {
    type: 'date',
    label: { fr: 'Depuis quand ?', en: 'Since when?' },
    shortLabel: { fr: 'Depuis', en: 'Since' },
    help: { fr: 'Une date approximative suffit.', en: 'An approximate date is enough.' },
    max: 'today',
  },
  isDangerous: {
    type: 'boolean',
    label: { fr: 'Quelqu’un peut-il être blessé ?', en: 'Could someone be hurt?' },
    shortLabel: { fr: 'Danger pour les personnes', en: 'Danger to people' },
  },
  dangerAdvice: {
    type: 'information',
    label: { fr: 'Danger immédiat', en: 'Immediate danger' },
    tone: 'warn',
    text: {
      fr: 'Fil dénudé, chaussée effondrée, arbre prêt à tomber : n’attendez pas la réponse, appelez l’astreinte au 01 99 00 41 17, jour et nuit. Éloignez les enfants et ne touchez à rien.',
      en: 'Bare wire, collapsed road, tree about to fall: do not wait for the answer, call the duty team on 01 99 00 41 17, day and night. Keep children away and touch nothing.',
    },
  },
  description: {
    type: 'long_text',
    label: { fr: 'Description', en: 'Description' },
    help: {
      fr: 'Ce qui aidera l’équipe à venir avec le bon matériel.',
      en: 'Whatever helps the team come with the right equipment.',
    },
    maxLength: 2000,
  },
  place: {
    type: 'address',
    label: { fr: 'Adresse', en: 'Address' },
    help: {
      fr: 'Numéro et rue, ou le nom d’un lieu : école, parc, rond-point.',
      en: 'Number and street, or the name of a place: school, park, roundabout.',
    },
  },
  placeDetails: {
    type: 'text',
    label: { fr: 'Précisions pour trouver l’endroit', en: 'Details to find the place' },
    shortLabel: { fr: 'Précisions sur le lieu', en: 'Details of the place' },
    help: { fr: 'Devant la boulangerie, côté impair…', en: 'In front of the bakery, odd side…' },
    maxLength: 200,
  },
  photos: {
    type: 'files',
    label: { fr: 'Photos', en: 'Photos' },
    help: {
      fr: 'Trois au plus, 10 Mo chacune : une vue d’ensemble et une vue de près. Évitez les visages et les plaques.',
      en: 'Three at most, 10 MB each: a general view and a close one. Avoid faces and number plates.',
    },
    accept: ['image'],
    maxSizeMb: 10,
    maxCount: 3,
    personalData: true,
  },
} satisfies Fields

export const form = {
  collection: 'request',
  title: { fr: 'Signaler un problème dans la rue', en: 'Report a problem in the street' },
  pages: [
    {
      key: 'problem',
      title: { fr: 'Le problème', en: 'The problem' },
      items: [
        { field: 'problemKind', required: true },
        { field: 'observation', required: true },
        { field: 'lampNumber', showWhen: compare('problemKind', 'eq', 'lighting') },
        { field: 'since' },
        { field: 'isDangerous', required: true },
        { field: 'dangerAdvice', showWhen: compare('isDangerous', 'eq', true) },
        { field: 'description', required: true },
      ],
    },
    {
      key: 'place',
      title: { fr: 'Le lieu et les photos', en: 'The place and the photos' },
      help: {
        title: { fr: 'Bien situer le problème', en: 'Locating the problem' },
        body: {
          fr: 'L’adresse guide l’équipe et évite les doublons. Près d’un lampadaire, relevez le numéro sur le mât.',
          en: 'The address guides the team and avoids duplicates. Near a street lamp, note the number on the post.',
        },
      },
      items: [
        {
          field: 'place',
          required: true,
          label: { fr: 'Adresse du problème', en: 'Address of the problem' },
        },
        { field: 'placeDetails' },
        { field: 'photos' },
      ],
    },
    contactPage,
  ],
} satisfies Form

export const procedure = {
  title: { fr: 'Signaler un problème dans la rue', en: 'Report a problem in the street' },
  summary: {
    fr: 'Éclairage, voirie, propreté, arbre dangereux, dépôt sauvage.',
    en: 'Lighting, roads, cleanliness, dangerous tree, fly-tipping.',
  },
  theme: 'streets',
  icon: 'bulb',
  keywords: {
    fr: [
      'lampadaire',
      'nid-de-poule',
      'trou',
      'trottoir',
      'ordures',
      'encombrants',
      'tag',
      'branche',
      'panneau',
    ],
    en: ['street lamp', 'pothole', 'pavement', 'rubbish', 'bulky waste', 'graffiti', 'branch', 'sign'],
  },
  form: 'street-problem',
  presets: { procedure: 'street_problem' },
  minutes: 5,
  answerDays: 8,
  regime: streetProblemRegime,
  order: 1,
  sheet: {
    lead: {
      fr: 'Un lampadaire éteint, un trou dans la chaussée, un dépôt sauvage : dites-nous où, nous envoyons la bonne équipe et vous savez ce qui a été fait.',
      en: 'A street lamp out, a pothole, fly-tipping: tell us where, we send the right team and you know what was done.',
    },
    facts: [
      {
        label: { fr: 'Pour qui', en: 'For whom' },
        value: { fr: 'Tout le monde, habitant ou de passage', en: 'Everyone, resident or passing through' },
      },
      { label: { fr: 'Coût', en: 'Cost' }, value: { fr: 'Gratuit', en: 'Free' } },
      {
        label: { fr: 'Délai', en: 'Time' },
        value: {
          fr: 'Réponse sous 8 jours, le jour même en cas de danger',
          en: 'Answer within 8 days, the same day if dangerous',
        },
      },
    ],
    notice: {
      title: { fr: 'Un danger immédiat ?', en: 'An immediate danger?' },
      body: {
        fr: 'Fil dénudé, chaussée effondrée, arbre prêt à tomber : appelez l’astreinte au 01 99 00 41 17, jour et nuit.',
        en: 'Bare wire, collapsed road, tree about to fall: call the duty team on 01 99 00 41 17, day and night.',
      },
    },
    steps: [
      {
        title: { fr: 'Vous décrivez et situez le problème', en: 'You describe and locate the problem' },
        detail: {
          fr: 'Une photo aide beaucoup, elle n’est pas obligatoire.',
          en: 'A photo helps a lot; it is not compulsory.',
        },
      },
      {
        title: { fr: 'Le guichet vérifie', en: 'The desk checks' },
        detail: {
          fr: 'Sous 2 jours ouvrés. S’il manque une précision, nous vous écrivons.',
          en: 'Within 2 working days. If a detail is missing, we write to you.',
        },
      },
      {
        title: { fr: 'Le service concerné intervient', en: 'The department acts' },
        detail: {
          fr: 'Vous savez lequel, et vous recevez sa réponse.',
          en: 'You know which one, and you receive its answer.',
        },
      },
    ],
    documents: [
      {
        title: { fr: 'Photos', en: 'Photos' },
        detail: {
          fr: 'Facultatives. JPEG ou PNG, 10 Mo au plus par fichier.',
          en: 'Optional. JPEG or PNG, 10 MB at most each.',
        },
      },
    ],
    questions: [
      {
        question: {
          fr: 'Le problème est chez mon voisin, que faire ?',
          en: 'The problem is at my neighbour’s. What can I do?',
        },
        answer: {
          fr: 'Ce service concerne les rues, les places et les jardins publics. Pour un terrain privé, écrivez au guichet : il vous indiquera qui peut agir.',
          en: 'This service covers streets, squares and public gardens. For private land, write to the desk, which will tell you who can act.',
        },
      },
      {
        question: { fr: 'Saura-t-on que c’est moi ?', en: 'Will anyone know it was me?' },
        answer: {
          fr: 'Non. Vos coordonnées ne servent qu’à vous répondre. Seuls les agents qui traitent la demande les voient.',
          en: 'No. Your contact details only serve to answer you. Only the staff who handle the request see them.',
        },
      },
    ],
    updatedOn: '2026-11-03',
  },
} satisfies Procedure
