// SPDX-License-Identifier: MIT
import type { Dashboard } from '@guichet/engine'

/** Each sees their own numbers: the desk everything, a service what it was given. */
const roles = ['supervisor', 'admin', 'unit_agent']

const openOnes = { fr: 'En cours', en: 'Open' }
const lateOnes = { fr: 'En retard', en: 'Late' }

export const dashboards = {
  overview: {
    title: { fr: 'Vue d’ensemble', en: 'Overview' },
    icon: 'chart-bar',
    roles,
    widgets: [
      {
        kind: 'indicator',
        key: 'open',
        title: { fr: 'Demandes en cours', en: 'Open requests' },
        view: 'open',
        detail: {
          title: { fr: 'reçues en une semaine', en: 'received in a week' },
          days: { on: 'createdAt', last: 7 },
        },
      },
      { kind: 'indicator', key: 'late', title: lateOnes, view: 'late', tone: 'danger' },
      {
        kind: 'indicator',
        key: 'rerouted',
        title: { fr: 'Réorientées', en: 'Re-routed' },
        help: { fr: 'En cours, renvoyées au moins une fois', en: 'Open, sent back at least once' },
        view: 'rerouted',
      },
      {
        kind: 'delay',
        key: 'answered-in',
        title: { fr: 'Délai médian de réponse', en: 'Median time to answer' },
        help: { fr: 'Demandes closes en 30 jours', en: 'Requests closed in 30 days' },
        view: 'all',
        from: 'createdAt',
        to: 'closedAt',
        last: 30,
      },
      {
        kind: 'indicator',
        key: 'closed',
        title: { fr: 'Closes en 30 jours', en: 'Closed in 30 days' },
        view: 'all',
        days: { on: 'closedAt', last: 30 },
        detail: {
          title: { fr: 'depuis une semaine', en: 'in a week' },
          days: { on: 'closedAt', last: 7 },
        },
      },
      {
        kind: 'ages',
        key: 'ages',
        title: { fr: 'Âge des demandes en cours', en: 'Age of open requests' },
        view: 'open',
        since: 'createdAt',
        steps: [2, 5, 10, 15, 21],
        warnFrom: 11,
        lateFrom: 22,
      },
      {
        kind: 'weeks',
        key: 'weeks',
        title: { fr: 'Reçues et closes, par semaine', en: 'Received and closed, per week' },
        weeks: 12,
        series: [
          { title: { fr: 'Reçues', en: 'Received' }, view: 'all', on: 'createdAt' },
          { title: { fr: 'Closes', en: 'Closed' }, view: 'all', on: 'closedAt' },
        ],
      },
      {
        kind: 'list',
        key: 'late-first',
        title: { fr: 'En retard d’abord', en: 'Late first' },
        view: 'late',
        rows: 8,
      },
      {
        kind: 'breakdown',
        key: 'units',
        title: { fr: 'Par service', en: 'By service' },
        by: 'unit',
        none: { fr: 'Au guichet', en: 'At the desk' },
        columns: [
          { title: openOnes, view: 'open' },
          { title: lateOnes, view: 'late', tone: 'danger' },
        ],
      },
      {
        kind: 'breakdown',
        key: 'states',
        title: { fr: 'Par état', en: 'By state' },
        by: 'state',
        columns: [{ title: { fr: 'Demandes', en: 'Requests' }, view: 'all' }],
      },
      {
        kind: 'breakdown',
        key: 'procedures',
        title: { fr: 'Par démarche', en: 'By procedure' },
        by: 'procedure',
        columns: [
          { title: openOnes, view: 'open' },
          { title: lateOnes, view: 'late', tone: 'danger' },
        ],
      },
      {
        kind: 'drafts',
        key: 'drafts',
        title: { fr: 'Commencées, pas encore envoyées', en: 'Begun, not sent yet' },
        help: {
          fr: 'Leurs réponses ne sont à personne d’autre qu’à ceux qui les écrivent.',
          en: 'Their answers belong to those who write them alone.',
        },
        collection: 'request',
        rows: 6,
        width: 'third',
      },
    ],
  },
  waiting: {
    title: { fr: 'Ce qui attend', en: 'What waits' },
    icon: 'hourglass',
    roles,
    widgets: [
      {
        kind: 'indicator',
        key: 'correction',
        title: { fr: 'En attente du demandeur', en: 'Waiting for the applicant' },
        view: 'correction-awaited',
        tone: 'warn',
      },
      {
        kind: 'indicator',
        key: 'units',
        title: { fr: 'Chez les services', en: 'With the services' },
        view: 'at-units',
        tone: 'wait',
      },
      {
        kind: 'indicator',
        key: 'returned',
        title: { fr: 'Renvoyées au guichet', en: 'Sent back to the desk' },
        view: 'returned',
      },
      {
        kind: 'ages',
        key: 'by-state',
        title: { fr: 'Depuis quand, et chez qui', en: 'Since when, and with whom' },
        view: 'open',
        since: 'createdAt',
        steps: [2, 5, 10, 15, 21],
        warnFrom: 11,
        lateFrom: 22,
        byState: true,
        width: 'full',
      },
      {
        kind: 'breakdown',
        key: 'units-waiting',
        title: { fr: 'Par service', en: 'By service' },
        by: 'unit',
        none: { fr: 'Au guichet', en: 'At the desk' },
        columns: [
          { title: { fr: 'À traiter', en: 'To handle' }, view: 'at-units' },
          {
            title: { fr: 'Attendues', en: 'Awaited' },
            view: 'correction-awaited',
          },
          { title: { fr: 'Renvoyées', en: 'Sent back' }, view: 'returned' },
        ],
      },
      {
        kind: 'list',
        key: 'oldest',
        title: { fr: 'Les plus anciennes', en: 'The oldest' },
        view: 'open',
        rows: 8,
      },
    ],
  },
} satisfies Record<string, Dashboard>
