// SPDX-License-Identifier: MIT
import type { HelpPage } from '@guichet/engine'

/** For the agent of the desk. */
export const agent: HelpPage = {
  title: { fr: 'Tenir le guichet', en: 'Run the desk' },
  lead: {
    fr: 'Vérifier les demandes, demander une correction, transmettre au bon service, répondre, archiver.',
    en: 'Check requests, ask for a correction, pass on to the right service, answer, archive.',
  },
  icon: 'inbox',
  roles: ['agent'],
  order: 2,
  sections: [
    {
      title: { fr: 'Votre file', en: 'Your queue' },
      screens: ['desk.queue'],
      body: {
        fr: 'Elle montre d’abord la demande qui attend depuis le plus longtemps. Triez par une colonne, cherchez un nom ou un numéro, filtrez par démarche ou par état : chaque filtre posé se retire d’un geste. Une recherche utile se garde comme vue.\n\nCochez plusieurs demandes pour les traiter ensemble : vous voyez l’avancement, le résultat de chacune, et vous pouvez revenir en arrière.\n\nAu clavier : J et K pour se déplacer, X pour cocher, Entrée pour ouvrir, ? pour la liste des raccourcis.',
        en: 'It shows first the request that has waited longest. Sort by a column, search for a name or a number, filter by procedure or state: each filter goes with one gesture. A useful search is kept as a view.\n\nTick several requests to handle them together: you see the progress, the result of each, and you can go back.\n\nWith the keyboard: J and K to move, X to tick, Enter to open, ? for the list of shortcuts.',
      },
      picture: {
        name: 'agent-queue',
        shape: 'screen',
        shows: {
          fr: 'La file des demandes, la plus ancienne d’abord',
          en: 'The queue of requests, oldest first',
        },
      },
    },
    {
      title: { fr: 'Lire une demande', en: 'Read a request' },
      screens: ['desk.entry'],
      body: {
        fr: 'En haut, l’état, le temps d’attente, le délai légal et ce que vous pouvez faire. Dessous, les réponses, les pièces jointes, les échanges avec le demandeur et l’historique.\n\nLes notes internes ne sont jamais visibles du demandeur. Vous pouvez joindre un document et imprimer la demande entière.',
        en: 'At the top, the state, the waiting time, the legal time limit and what you can do. Below, the answers, the attachments, the exchange with the applicant and the history.\n\nInternal notes are never seen by the applicant. You may attach a document and print the whole request.',
      },
      picture: {
        name: 'agent-entry',
        shape: 'screen',
        shows: {
          fr: 'Une demande ouverte, ses actions en haut',
          en: 'An open request, its actions at the top',
        },
      },
    },
    {
      title: { fr: 'Cas A : accepter ou refuser', en: 'Case A: accept or refuse' },
      screens: ['desk.entry', 'desk.action'],
      body: {
        fr: 'Le guichet répond lui-même. Le demandeur reçoit votre message ; un refus dit toujours pourquoi. La demande est close, prête à archiver.',
        en: 'The desk answers by itself. The applicant receives your message; a refusal always says why. The request is closed, ready to archive.',
      },
    },
    {
      title: { fr: 'Cas B : demander une correction', en: 'Case B: ask for a correction' },
      screens: ['desk.entry', 'desk.action'],
      body: {
        fr: 'Cochez les réponses à revoir et dites pourquoi. Le demandeur reçoit un courriel et ne corrige que celles-là. Vous verrez l’ancienne réponse et la nouvelle côte à côte.',
        en: 'Tick the answers to review and say why. The applicant receives an e-mail and corrects only those. You will see the former answer and the new one side by side.',
      },
      picture: {
        name: 'agent-correction',
        shape: 'screen',
        shows: { fr: 'La demande d’une correction', en: 'Asking for a correction' },
      },
    },
    {
      title: { fr: 'Cas C : transmettre à un service', en: 'Case C: pass on to a service' },
      screens: ['desk.entry', 'desk.action'],
      body: {
        fr: 'Choisissez le service dans la liste de la commune et ajoutez une consigne. Le service reçoit un lien par courriel, sans compte à créer ; le demandeur apprend le nom du service.\n\nSi le service n’est pas le bon, il vous renvoie la demande avec un motif.',
        en: 'Choose the service in the list of the town and add an instruction. The service receives a link by e-mail, with no account to create; the applicant is told the name of the service.\n\nIf it is not the right service, it sends the request back to you with a reason.',
      },
      picture: {
        name: 'agent-transmit',
        shape: 'screen',
        shows: { fr: 'Le choix du service', en: 'Choosing the service' },
      },
    },
  ],
}
