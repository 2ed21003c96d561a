// SPDX-License-Identifier: MIT
import type { Fields, FormPage } from '@guichet/engine'

/** Who asks, and where to answer: the same questions for every procedure. */
export const contactFields = {
  applicant: {
    type: 'person_identity',
    label: { fr: 'Votre nom', en: 'Your name' },
    shortLabel: { fr: 'Demandeur', en: 'Applicant' },
    required: true,
    personalData: true,
  },
  email: {
    type: 'email',
    label: { fr: 'Votre courriel', en: 'Your e-mail' },
    shortLabel: { fr: 'Courriel', en: 'E-mail' },
    help: {
      fr: 'Vous y recevez le numéro de suivi, puis un message à chaque étape.',
      en: 'The tracking number is sent there, then a message at every step.',
    },
    required: true,
    personalData: true,
  },
  phone: {
    type: 'phone',
    label: { fr: 'Votre téléphone', en: 'Your telephone' },
    shortLabel: { fr: 'Téléphone', en: 'Telephone' },
    help: {
      fr: 'Pour vous joindre plus vite si une précision manque.',
      en: 'To reach you sooner if a detail is missing.',
    },
    personalData: true,
  },
  dataConsent: {
    type: 'consent',
    label: { fr: 'Utilisation de vos données', en: 'Use of your data' },
    shortLabel: { fr: 'Accord sur l’usage des données', en: 'Consent to the use of data' },
    text: {
      fr: 'J’accepte que ces informations soient utilisées par la Ville de Plassans pour traiter ma demande. Elles sont gardées 2 ans après la réponse.',
      en: 'I agree that this information be used by the Town of Plassans to handle my request. It is kept for 2 years after the answer.',
    },
    required: true,
    personalData: true,
  },
} satisfies Fields

/** Last page of every form. */
export const contactPage = {
  key: 'contact',
  title: { fr: 'Vos coordonnées', en: 'Your contact details' },
  intro: {
    fr: 'Sans compte et sans mot de passe : un lien personnel vous est envoyé par courriel.',
    en: 'No account and no password: a personal link is sent to you by e-mail.',
  },
  items: [
    { field: 'applicant' },
    { field: 'email' },
    { field: 'phone', suggestFrom: [{ from: 'person', field: 'phone' }, { from: 'earlier' }] },
    { field: 'dataConsent' },
  ],
} satisfies FormPage
