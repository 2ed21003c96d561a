// SPDX-License-Identifier: MIT
import type { HelpPage } from '@guichet/engine'

/** For the service that receives a request by a link. */
export const service: HelpPage = {
  title: { fr: 'Traiter une demande transmise', en: 'Handle a request passed on' },
  lead: {
    fr: 'Pour les services et les partenaires : tout se fait depuis le lien reçu par courriel, sans compte.',
    en: 'For services and partners: everything is done from the link received by e-mail, without an account.',
  },
  icon: 'send',
  order: 3,
  sections: [
    {
      title: { fr: 'Ouvrir le lien', en: 'Open the link' },
      screens: ['link.work', 'link.list'],
      body: {
        fr: 'Le courriel du guichet contient un lien vers la demande. Ne le faites pas suivre : il donne accès à cette demande. S’il a expiré, la page vous propose d’en recevoir un nouveau à la même adresse.\n\nOuvrir ce lien ne change rien à votre propre session si vous êtes connecté par ailleurs.',
        en: 'The e-mail of the desk holds a link to the request. Do not forward it: it gives access to this request. When it has expired, the page offers to send a new one to the same address.\n\nOpening the link changes nothing in your own session if you are signed in elsewhere.',
      },
      picture: {
        name: 'service-link',
        shape: 'screen',
        shows: { fr: 'La demande ouverte par le lien', en: 'The request opened by the link' },
      },
    },
    {
      title: { fr: 'Consulter et imprimer', en: 'Read and print' },
      screens: ['link.work'],
      body: {
        fr: 'Vous lisez les réponses, les coordonnées du demandeur, les justificatifs et ce que le guichet a déjà vérifié. « Imprimer » donne une version pour le papier.',
        en: 'You read the answers, the applicant’s details, the supporting documents and what the desk has checked. “Print” gives a version for paper.',
      },
    },
    {
      title: { fr: 'Répondre', en: 'Answer' },
      screens: ['link.work'],
      body: {
        fr: 'Quatre réponses possibles : accepter, refuser avec un motif, demander un complément au demandeur, ou renvoyer au guichet si la demande n’est pas pour vous. Avant chaque envoi, la page dit qui sera prévenu.\n\nUne fois votre réponse donnée, la demande est close et prête à archiver.',
        en: 'Four answers are possible: accept, refuse with a reason, ask the applicant for more, or send back to the desk when the request is not for you. Before each answer, the page says who will be told.\n\nOnce you have answered, the request is closed and ready to archive.',
      },
      picture: {
        name: 'service-answer',
        shape: 'screen',
        shows: { fr: 'La réponse du service', en: 'The answer of the service' },
      },
    },
  ],
}
