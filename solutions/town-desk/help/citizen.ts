// SPDX-License-Identifier: MIT
import type { HelpPage } from '@guichet/engine'

/** For the person who files a request. */
export const citizen: HelpPage = {
  title: { fr: 'Faire et suivre une demande', en: 'Make and follow a request' },
  lead: {
    fr: 'Choisir une démarche, remplir le formulaire, suivre la réponse : sans compte, depuis un téléphone ou un ordinateur.',
    en: 'Choose a procedure, fill in the form, follow the answer: without an account, on a telephone or a computer.',
  },
  icon: 'user',
  order: 1,
  sections: [
    {
      title: { fr: 'Choisir la démarche', en: 'Choose the procedure' },
      body: {
        fr: 'Cherchez avec vos mots (« lampadaire », « acte de naissance ») ou par thème.\n\nLa fiche dit à quoi sert la démarche, ce qu’il faut préparer, en combien de temps vous aurez une réponse et ce qui se passe si personne ne répond. Appuyez sur « Commencer la demande ».',
        en: 'Search with your own words (“street lamp”, “birth certificate”) or by theme.\n\nThe sheet says what the procedure is for, what to prepare, how soon you will have an answer and what happens if nobody answers. Press “Start the request”.',
      },
      picture: {
        name: 'citizen-sheet',
        shape: 'telephone',
        shows: {
          fr: 'La fiche d’une démarche sur un téléphone',
          en: 'The sheet of a procedure on a telephone',
        },
      },
    },
    {
      title: { fr: 'Remplir, s’arrêter, reprendre', en: 'Fill in, stop, resume' },
      screens: ['portal.form'],
      body: {
        fr: 'Le formulaire avance page par page. Si une réponse manque, la page le dit en haut et à côté de la question.\n\nVotre brouillon est enregistré à chaque page. Pour le reprendre sur un autre appareil, demandez un lien par courriel ou connectez-vous.\n\nAvant l’envoi, vous relisez toutes vos réponses. Rien n’est envoyé avant « Envoyer ma demande ».',
        en: 'The form goes page by page. When an answer is missing, the page says so at its top and beside the question.\n\nYour draft is saved at each page. To resume it on another device, ask for a link by e-mail or sign in.\n\nBefore sending, you read all your answers again. Nothing is sent before “Send my request”.',
      },
      picture: {
        name: 'citizen-form',
        shape: 'telephone',
        shows: { fr: 'Une page du formulaire sur un téléphone', en: 'A page of the form on a telephone' },
      },
    },
    {
      title: { fr: 'Suivre, répondre, corriger', en: 'Follow, answer, correct' },
      screens: ['portal.requests', 'portal.request', 'link.request'],
      body: {
        fr: 'Le courriel reçu après l’envoi contient un lien personnel vers votre demande : où elle en est, quel service s’en occupe, ce que l’on attend de vous.\n\nSi l’on vous demande une correction, seules les réponses à revoir sont ouvertes. Vous pouvez aussi écrire un message, joindre un document ou retirer la demande.\n\nLien perdu ou expiré ? La page « Suivre une demande » vous en envoie un nouveau, toujours à la même adresse.',
        en: 'The e-mail received after sending holds a personal link to your request: where it stands, which service handles it, what is expected of you.\n\nWhen a correction is asked, only the answers to review are open. You may also write a message, attach a document or withdraw the request.\n\nLost or expired link? The page “Follow a request” sends you a new one, always to the same address.',
      },
      picture: {
        name: 'citizen-request',
        shape: 'telephone',
        shows: {
          fr: 'Le suivi d’une demande sur un téléphone',
          en: 'The follow-up of a request on a telephone',
        },
      },
    },
  ],
}
