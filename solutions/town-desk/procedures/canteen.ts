// SPDX-License-Identifier: MIT
import { compare, type Fields, type Form, type Procedure } from '@guichet/engine'
import { contactPage } from './contact.ts'
import { canteenRegime } from '../regimes.ts'

/** Enrolling children for school meals. */
export const fields = {
  children: {
    type: 'group',
    label: { fr: 'Vos enfants', en: 'Your children' },
    shortLabel: { fr: 'Enfants', en: 'Children' },
    itemLabel: { fr: 'Enfant', en: 'Child' },
    minItems: 1,
    maxItems: 6,
    personalData: true,
    fields: {
      firstName: { type: 'text', label: { fr: 'Prénom', en: 'First name' }, required: true, maxLength: 60 },
      lastName: { type: 'text', label: { fr: 'Nom', en: 'Last name' }, required: true, maxLength: 80 },
      bornOn: {
        type: 'date',
        label: { fr: 'Date de naissance', en: 'Date of birth' },
        required: true,
        max: 'today',
      },
      school: {
        type: 'choice',
        label: { fr: 'École', en: 'School' },
        required: true,
        display: 'select',
        options: [
          { value: 'tilleuls', label: { fr: 'Les Tilleuls', en: 'Les Tilleuls' } },
          { value: 'jules_verne', label: { fr: 'Jules-Verne', en: 'Jules-Verne' } },
          { value: 'saint_marc', label: { fr: 'Saint-Marc', en: 'Saint-Marc' } },
        ],
      },
      days: {
        type: 'choices',
        label: { fr: 'Jours de cantine', en: 'Canteen days' },
        required: true,
        options: [
          { value: 'mon', label: { fr: 'Lundi', en: 'Monday' } },
          { value: 'tue', label: { fr: 'Mardi', en: 'Tuesday' } },
          { value: 'thu', label: { fr: 'Jeudi', en: 'Thursday' } },
          { value: 'fri', label: { fr: 'Vendredi', en: 'Friday' } },
        ],
      },
      menu: {
        type: 'choice',
        label: { fr: 'Menu', en: 'Menu' },
        required: true,
        options: [
          { value: 'usual', label: { fr: 'Menu du jour', en: 'Menu of the day' } },
          { value: 'no_pork', label: { fr: 'Sans porc', en: 'Without pork' } },
          { value: 'vegetarian', label: { fr: 'Végétarien', en: 'Vegetarian' } },
        ],
      },
    },
  },
  mealsFrom: {
    type: 'date',
    label: { fr: 'À partir du', en: 'From' },
    help: {
      fr: 'Le premier repas est possible trois jours après la réponse.',
      en: 'The first meal is possible three days after the answer.',
    },
    min: 'today',
  },
  hasAllergy: {
    type: 'boolean',
    label: {
      fr: 'L’un de vos enfants suit-il un régime médical ou a-t-il une allergie ?',
      en: 'Does one of your children have a medical diet or an allergy?',
    },
    shortLabel: { fr: 'Régime médical ou allergie', en: 'Medical diet or allergy' },
    personalData: true,
  },
  allergyDetails: {
    type: 'long_text',
    label: { fr: 'Lequel, et ce qu’il faut éviter', en: 'Which one, and what to avoid' },
    shortLabel: { fr: 'Détail du régime ou de l’allergie', en: 'Details of the diet or allergy' },
    help: {
      fr: 'Lu seulement par le service Enfance et école et par les cuisines.',
      en: 'Read only by the Childhood and school department and by the kitchens.',
    },
    maxLength: 1000,
    personalData: true,
    sensitive: true,
  },
  carePlan: {
    type: 'file',
    label: { fr: 'Projet d’accueil individualisé (PAI)', en: 'Individual care plan' },
    help: {
      fr: 'Signé par le médecin scolaire. PDF ou photo nette, 10 Mo au plus.',
      en: 'Signed by the school doctor. PDF or sharp photo, 10 MB at most.',
    },
    accept: ['pdf', 'image'],
    maxSizeMb: 10,
    personalData: true,
    sensitive: true,
  },
  home: {
    type: 'address',
    label: { fr: 'Adresse du foyer', en: 'Home address' },
    personalData: true,
  },
  knowsQuotient: {
    type: 'boolean',
    label: {
      fr: 'Avez-vous une attestation de quotient familial ?',
      en: 'Do you have a family quotient certificate?',
    },
    shortLabel: { fr: 'Attestation de quotient connue', en: 'Has a quotient certificate' },
    help: {
      fr: 'La CAF la délivre. Sans elle, le tarif le plus haut s’applique.',
      en: 'The family allowance fund issues it. Without it, the highest rate applies.',
    },
  },
  quotient: {
    type: 'integer',
    label: { fr: 'Quotient familial', en: 'Family quotient' },
    min: 0,
    max: 10000,
    personalData: true,
  },
  quotientProof: {
    type: 'file',
    label: { fr: 'Attestation de quotient familial', en: 'Family quotient certificate' },
    help: {
      fr: 'De moins de trois mois. PDF ou photo nette, 10 Mo au plus.',
      en: 'Less than three months old. PDF or sharp photo, 10 MB at most.',
    },
    accept: ['pdf', 'image'],
    maxSizeMb: 10,
    personalData: true,
  },
  mealPrice: {
    type: 'computed',
    label: { fr: 'Tarif d’un repas', en: 'Price of a meal' },
    help: {
      fr: 'D’après le quotient déclaré ; le service le confirme.',
      en: 'From the declared quotient; the department confirms it.',
    },
    // Without a quotient the expression comes to nothing, and the field stays empty.
    expression:
      'money(entry.quotient < 400 ? 100 : entry.quotient < 800 ? 215 : entry.quotient < 1200 ? 340 : 460)',
    result: 'text',
  },
} satisfies Fields

export const form = {
  collection: 'request',
  title: { fr: 'Inscrire un enfant à la cantine', en: 'Enrol a child for school meals' },
  pages: [
    {
      key: 'children',
      title: { fr: 'Vos enfants', en: 'Your children' },
      items: [
        { field: 'children', required: true },
        { field: 'mealsFrom', required: true },
      ],
    },
    {
      key: 'health',
      title: { fr: 'Santé', en: 'Health' },
      items: [
        { field: 'hasAllergy', required: true },
        { field: 'allergyDetails', required: true, showWhen: compare('hasAllergy', 'eq', true) },
        { field: 'carePlan', showWhen: compare('hasAllergy', 'eq', true) },
      ],
    },
    {
      key: 'household',
      title: { fr: 'Votre foyer', en: 'Your household' },
      items: [
        { field: 'home', required: true, suggestFrom: [{ from: 'earlier' }] },
        { field: 'knowsQuotient', required: true },
        { field: 'quotient', required: true, showWhen: compare('knowsQuotient', 'eq', true) },
        { field: 'quotientProof', required: true, showWhen: compare('knowsQuotient', 'eq', true) },
      ],
    },
    contactPage,
  ],
} satisfies Form

export const procedure = {
  title: { fr: 'Inscrire un enfant à la cantine', en: 'Enrol a child for school meals' },
  summary: {
    fr: 'Restauration scolaire, menus et tarif selon le quotient familial.',
    en: 'School meals, menus and price by family quotient.',
  },
  theme: 'school',
  icon: 'salad',
  keywords: {
    fr: ['restauration scolaire', 'repas', 'quotient familial', 'PAI', 'allergie', 'école'],
    en: ['school meals', 'lunch', 'family quotient', 'allergy', 'school'],
  },
  form: 'canteen',
  presets: { procedure: 'canteen' },
  minutes: 10,
  answerDays: 8,
  regime: canteenRegime,
  order: 3,
  sheet: {
    lead: {
      fr: 'Une seule demande pour tous vos enfants, dans les trois écoles publiques de Plassans. Vous pouvez changer les jours en cours d’année.',
      en: 'One request for all your children, in the three state schools of Plassans. Days can be changed during the year.',
    },
    facts: [
      {
        label: { fr: 'Pour qui', en: 'For whom' },
        value: {
          fr: 'Enfants inscrits à l’école, de 3 à 11 ans',
          en: 'Children enrolled at school, from 3 to 11',
        },
      },
      {
        label: { fr: 'Coût', en: 'Cost' },
        value: { fr: 'De 1,00 € à 4,60 € le repas', en: 'From €1.00 to €4.60 a meal' },
      },
      {
        label: { fr: 'Délai', en: 'Time' },
        value: { fr: 'Réponse sous 8 jours', en: 'Answer within 8 days' },
      },
    ],
    notice: {
      title: { fr: 'Allergie ou régime médical', en: 'Allergy or medical diet' },
      body: {
        fr: 'Un projet d’accueil individualisé signé par le médecin scolaire est nécessaire. Vous pouvez inscrire votre enfant sans attendre : il déjeunera avec un panier préparé par vous.',
        en: 'An individual care plan signed by the school doctor is needed. You can enrol your child without waiting for it: a lunch box from home is accepted meanwhile.',
      },
    },
    steps: [
      {
        title: { fr: 'Vous inscrivez vos enfants', en: 'You enrol your children' },
        detail: { fr: 'Jours, menu, première date.', en: 'Days, menu, first date.' },
      },
      {
        title: { fr: 'Le guichet vérifie les pièces', en: 'The desk checks the documents' },
        detail: { fr: 'Sous 2 jours ouvrés.', en: 'Within 2 working days.' },
      },
      {
        title: {
          fr: 'Le service Enfance et école confirme',
          en: 'The Childhood and school department confirms',
        },
        detail: {
          fr: 'Avec le tarif et la date du premier repas.',
          en: 'With the price and the date of the first meal.',
        },
      },
    ],
    documents: [
      {
        title: { fr: 'Attestation de quotient familial', en: 'Family quotient certificate' },
        detail: {
          fr: 'De moins de trois mois. Sans elle, tarif le plus haut.',
          en: 'Less than three months old. Without it, highest rate.',
        },
      },
      {
        title: { fr: 'Projet d’accueil individualisé', en: 'Individual care plan' },
        detail: {
          fr: 'Seulement en cas d’allergie ou de régime médical.',
          en: 'Only for an allergy or a medical diet.',
        },
      },
    ],
    questions: [
      {
        question: {
          fr: 'Mes enfants sont dans deux écoles, dois-je faire deux demandes ?',
          en: 'My children are in two schools. Do I need two requests?',
        },
        answer: {
          fr: 'Non, ajoutez chaque enfant dans la même demande et indiquez son école.',
          en: 'No, add each child to the same request and give the school.',
        },
      },
      {
        question: { fr: 'Comment annuler un repas ?', en: 'How do I cancel a meal?' },
        answer: {
          fr: 'Écrivez-nous depuis la page de votre demande, avant 9 h la veille. Le repas n’est alors pas facturé.',
          en: 'Write to us from the page of your request, before 9 a.m. the day before. The meal is then not charged.',
        },
      },
    ],
    updatedOn: '2026-09-01',
  },
} satisfies Procedure
