// SPDX-License-Identifier: MIT
import type { HelpPage } from '@guichet/engine'

/** For the supervisor. */
export const supervisor: HelpPage = {
  title: { fr: 'Superviser l’activité', en: 'Supervise the activity' },
  lead: {
    fr: 'Voir toutes les demandes, les retards, les brouillons jamais envoyés et le travail de chaque service.',
    en: 'See all requests, the late ones, the drafts never sent and the work of each service.',
  },
  icon: 'chart-bar',
  roles: ['supervisor'],
  order: 4,
  sections: [
    {
      title: { fr: 'Le tableau de bord', en: 'The dashboard' },
      screens: ['desk.dashboard'],
      body: {
        fr: 'Les demandes par état, par démarche et par service, leur âge, et les plus en retard d’abord. Chaque nombre ouvre la liste qu’il compte.\n\nLes brouillons jamais envoyés sont comptés par démarche : leur contenu reste au demandeur.',
        en: 'Requests by state, by procedure and by service, their age, and the latest first. Each number opens the list it counts.\n\nDrafts never sent are counted by procedure: what they hold stays the applicant’s.',
      },
      picture: {
        name: 'supervisor-dashboard',
        shape: 'screen',
        shows: { fr: 'Le tableau de bord du superviseur', en: 'The dashboard of the supervisor' },
      },
    },
    {
      title: { fr: 'Le détail et l’historique', en: 'The details and the history' },
      screens: ['desk.queue', 'desk.entry'],
      body: {
        fr: 'Ouvrez n’importe quelle demande : données, documents, échanges et chaque étape de son traitement, avec qui l’a faite et quand. Les demandes renvoyées au guichet et celles qui attendent une correction ont leur propre vue.',
        en: 'Open any request: data, documents, exchanges and each step of its handling, with who did it and when. Requests sent back to the desk and those that wait for a correction have views of their own.',
      },
      picture: {
        name: 'supervisor-all',
        shape: 'screen',
        shows: { fr: 'Toutes les demandes', en: 'All requests' },
      },
    },
  ],
}
