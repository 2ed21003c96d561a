// SPDX-License-Identifier: MIT
import type { ProductPage } from './product-page.ts'

/** What is the same for everybody in the portal: the account, the links of mails, the drafts. */
export const portalHelp: ProductPage = {
  title: { fr: 'Compte, brouillons et liens personnels', en: 'Account, drafts and personal links' },
  lead: {
    fr: 'Se connecter ou s’en passer, garder un brouillon, ouvrir un lien reçu par courriel.',
    en: 'Sign in or do without, keep a draft, open a link received by e-mail.',
  },
  icon: 'user',
  space: 'portal',
  sections: [
    {
      title: { fr: 'Remplir un formulaire', en: 'Fill in a form' },
      body: {
        fr: 'Chaque page est enregistrée quand vous passez à la suivante. Ce qui n’est pas obligatoire le dit. « Continuer plus tard » vous envoie un lien pour reprendre, sur cet appareil ou sur un autre, pendant trente jours.',
        en: 'Each page is saved when you go to the next. What is not required says so. “Continue later” sends you a link to resume, on this device or another, for thirty days.',
      },
      screens: ['portal.form'],
    },
    {
      title: { fr: 'Retrouver une demande', en: 'Find a request again' },
      body: {
        fr: 'Avec un compte, vos demandes et vos brouillons sont réunis ici. Sans compte, le lien reçu par courriel ouvre votre demande ; si vous ne l’avez plus, demandez-en un nouveau avec la même adresse.',
        en: 'With an account, your requests and drafts are together here. Without one, the link received by e-mail opens your request; if you no longer have it, ask for a new one with the same address.',
      },
      screens: ['portal.requests'],
    },
    {
      title: { fr: 'Où en est ma demande', en: 'Where my request stands' },
      body: {
        fr: 'Le guide du haut montre l’étape en cours, le service qui a la demande et jusqu’à quand une réponse est attendue. Ce que l’on attend de vous est écrit en premier.',
        en: 'The guide at the top shows the present step, the service that holds the request and until when an answer is awaited. What is expected of you comes first.',
      },
      screens: ['portal.request', 'link.request'],
    },
    {
      title: { fr: 'Votre lien personnel', en: 'Your personal link' },
      body: {
        fr: 'Ce lien ouvre cette demande et rien d’autre, sans mot de passe : ne le transférez pas. Quand il a expiré, sa page en envoie un nouveau, toujours à la même adresse.',
        en: 'This link opens this request and nothing else, without a password: do not forward it. Once it has expired, its page sends a new one, always to the same address.',
      },
      screens: ['link.request', 'link.work'],
    },
    {
      title: { fr: 'Répondre à une demande confiée', en: 'Answer a request you were given' },
      body: {
        fr: 'Choisissez une réponse dans la carte « Votre réponse » : la page dit ce qu’elle entraîne et qui sera prévenu. Vous pouvez imprimer la demande avec ses pièces. Aucun compte n’est nécessaire.',
        en: 'Choose an answer in the card “Your answer”: the page says what it brings about and who will be told. You may print the request with its attachments. No account is needed.',
      },
      screens: ['link.work'],
    },
    {
      title: { fr: 'Les demandes de votre service', en: 'The requests of your service' },
      body: {
        fr: 'La liste montre ce qui a été confié à la même adresse. Chaque demande s’ouvre par un lien envoyé à cette adresse, pour que personne d’autre ne puisse la lire.',
        en: 'The list shows what was given to the same address. Each request opens by a link sent to that address, so that nobody else can read it.',
      },
      screens: ['link.list'],
    },
    {
      title: { fr: 'Se connecter', en: 'Sign in' },
      body: {
        fr: 'Avec un mot de passe, ou par un lien envoyé à votre adresse : il sert une fois et dure peu. Mot de passe oublié ? La même page vous envoie de quoi en choisir un autre. Un compte n’est jamais obligatoire pour déposer une demande.',
        en: 'With a password, or by a link sent to your address: it works once and for a short time. Forgotten password? The same page sends you the way to choose another. An account is never required to file a request.',
      },
      screens: ['account.sign-in'],
    },
    {
      title: { fr: 'Votre compte', en: 'Your account' },
      body: {
        fr: 'Changez ici votre nom, votre mot de passe et la langue. Ce que vous donnez une fois est proposé dans les formulaires suivants : vous restez libre de le changer.',
        en: 'Change your name, your password and the language here. What you give once is proposed in later forms: you remain free to change it.',
      },
      screens: ['account.profile'],
    },
  ],
}
