// SPDX-License-Identifier: MIT
import {
  all,
  compare,
  compareActor,
  compareToday,
  type Dashboard,
  defineSolution,
  type Solution,
  type View,
} from '@guichet/engine'
import { club } from '../../testing/club.ts'

const text = (fr: string, en: string) => ({ fr, en })

/** One reads everything by right of a role; the other the same rows under a condition, and so is counted apart. */
const roles = ['secretary', 'auditor', 'coach']
const view = (title: string, where?: View['where']): View => ({
  collection: 'licence',
  title: text(title, title),
  roles,
  columns: ['number', 'playerName', 'level'],
  filters: ['level', 'team', 'createdAt', 'closedAt', 'dueOn'],
  sort: 'createdAt',
  ...(where && { where }),
})
const open = compare('state', 'eq', ['asked', 'incomplete', 'at_team'])

export const overview: Dashboard = {
  title: text('Pilotage', 'Overview'),
  icon: 'chart-bar',
  roles,
  widgets: [
    {
      kind: 'indicator',
      key: 'open',
      title: text('Ouvertes', 'Open'),
      view: 'open',
      detail: {
        title: text('reçues en sept jours', 'received in seven days'),
        days: { on: 'createdAt', last: 7 },
      },
    },
    { kind: 'indicator', key: 'late', title: text('En retard', 'Late'), view: 'late', tone: 'danger' },
    { kind: 'indicator', key: 'mine', title: text('À moi', 'Mine'), view: 'mine' },
    {
      kind: 'delay',
      key: 'delay',
      title: text('Délai', 'Delay'),
      view: 'all',
      from: 'createdAt',
      to: 'closedAt',
      last: 30,
    },
    {
      kind: 'breakdown',
      key: 'states',
      title: text('Par état', 'By state'),
      by: 'state',
      columns: [{ title: text('Licences', 'Licences'), view: 'all' }],
    },
    {
      kind: 'breakdown',
      key: 'teams',
      title: text('Par équipe', 'By team'),
      by: 'team',
      columns: [
        { title: text('Ouvertes', 'Open'), view: 'open' },
        { title: text('En retard', 'Late'), view: 'late', tone: 'danger' },
      ],
    },
    {
      kind: 'breakdown',
      key: 'levels',
      title: text('Par niveau', 'By level'),
      by: 'level',
      columns: [{ title: text('Ouvertes', 'Open'), view: 'open' }],
    },
    {
      kind: 'ages',
      key: 'ages',
      title: text('Âges', 'Ages'),
      view: 'open',
      since: 'createdAt',
      steps: [2, 5, 10],
      warnFrom: 6,
      lateFrom: 11,
      byState: true,
    },
    {
      kind: 'weeks',
      key: 'weeks',
      title: text('Par semaine', 'Per week'),
      weeks: 4,
      series: [
        { title: text('Reçues', 'Received'), view: 'all', on: 'createdAt' },
        { title: text('Closes', 'Closed'), view: 'all', on: 'closedAt' },
      ],
    },
    { kind: 'list', key: 'first', title: text('D’abord', 'First'), view: 'late', rows: 2 },
    { kind: 'drafts', key: 'drafts', title: text('Brouillons', 'Drafts'), collection: 'licence', rows: 5 },
  ],
}

/** The club with a dashboard of every kind of widget. */
export const countedClub: Solution = defineSolution({
  ...club,
  roles: { ...club.roles, auditor: { title: text('Vérificateur', 'Auditor'), space: 'desk' } },
  collections: {
    ...club.collections,
    licence: {
      ...(club.collections['licence'] as NonNullable<(typeof club.collections)[string]>),
      fields: {
        ...club.collections['licence']?.fields,
        dueOn: { type: 'date', label: text('Avant le', 'Before') },
      },
    },
  },
  grants: [
    ...club.grants,
    { who: { kind: 'role', role: 'secretary' }, may: ['drafts'], on: 'licence' },
    {
      who: { kind: 'role', role: 'auditor' },
      may: ['list', 'read'],
      on: 'licence',
      where: compare('id', 'filled'),
    },
    { who: { kind: 'role', role: 'auditor' }, may: ['list', 'read'], on: 'team' },
  ],
  views: {
    ...club.views,
    all: view('Toutes'),
    open: view('Ouvertes', open),
    late: { ...view('En retard', all(open, compareToday('dueOn', 'lt'))), sort: 'dueOn' },
    mine: view('Les miennes', compareActor('owner', 'eq', 'me')),
  },
  dashboards: { overview },
})
