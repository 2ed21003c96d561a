// SPDX-License-Identifier: MIT
import { all, compare, compareToday, defineSolution, type View, type Widget } from '@guichet/engine'
import { benchSolution } from './bench-solution.ts'

const text = (fr: string, en: string) => ({ fr, en })
const roles = ['supervisor', 'agent']
const open = compare('state', 'eq', ['submitted', 'at_unit', 'waiting'])

const view = (where?: View['where']): View => ({
  collection: 'request',
  title: text('Demandes', 'Requests'),
  roles,
  columns: ['subject', 'unit'],
  filters: ['unit', 'createdAt', 'closedAt', 'dueOn'],
  sort: 'createdAt',
  ...(where && { where }),
})
const request = benchSolution.collections['request']
if (!request) throw new Error('the bench has requests')

const numbers: Widget[] = [
  {
    kind: 'indicator',
    key: 'open',
    title: text('Ouvertes', 'Open'),
    view: 'open',
    detail: {
      title: text('reçues en sept jours', 'in seven days'),
      days: { on: 'createdAt', last: 7 },
    },
  },
  { kind: 'indicator', key: 'late', title: text('En retard', 'Late'), view: 'late' },
  { kind: 'indicator', key: 'waiting', title: text('En attente', 'Waiting'), view: 'waiting' },
  {
    kind: 'indicator',
    key: 'closed',
    title: text('Closes en 30 jours', 'Closed in 30 days'),
    view: 'all',
    days: { on: 'closedAt', last: 30 },
  },
  {
    kind: 'delay',
    key: 'delay',
    title: text('Délai médian', 'Median delay'),
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
    columns: [{ title: text('Demandes', 'Requests'), view: 'all' }],
  },
  {
    kind: 'breakdown',
    key: 'units',
    title: text('Par service', 'By unit'),
    by: 'unit',
    columns: [
      { title: text('Ouvertes', 'Open'), view: 'open' },
      { title: text('En retard', 'Late'), view: 'late' },
    ],
  },
  {
    kind: 'ages',
    key: 'ages',
    title: text('Âges', 'Ages'),
    view: 'open',
    since: 'createdAt',
    steps: [2, 5, 10, 15, 21],
    byState: true,
  },
  {
    kind: 'weeks',
    key: 'weeks',
    title: text('Par semaine', 'Per week'),
    weeks: 12,
    series: [
      { title: text('Reçues', 'Received'), view: 'all', on: 'createdAt' },
      { title: text('Closes', 'Closed'), view: 'all', on: 'closedAt' },
    ],
  },
]

const lists: Widget[] = [
  {
    kind: 'list',
    key: 'first',
    title: text('En retard d’abord', 'Late first'),
    view: 'late',
    rows: 10,
  },
  {
    kind: 'drafts',
    key: 'drafts',
    title: text('Brouillons', 'Drafts'),
    collection: 'request',
    rows: 10,
  },
]

/** The requests of the bench, with the dashboard of a supervisor: what each of its numbers costs is measured. */
export const countedSolution = defineSolution({
  ...benchSolution,
  roles: { ...benchSolution.roles, supervisor: { title: text('Superviseur', 'Supervisor'), space: 'desk' } },
  collections: {
    ...benchSolution.collections,
    request: {
      ...request,
      fields: { ...request.fields, dueOn: { type: 'date', label: text('Avant le', 'Before') } },
    },
  },
  grants: [
    ...benchSolution.grants,
    { who: { kind: 'role', role: 'supervisor' }, may: ['list', 'read', 'drafts'], on: 'request' },
  ],
  views: {
    ...benchSolution.views,
    all: view(),
    open: view(open),
    waiting: view(compare('state', 'eq', 'waiting')),
    late: {
      ...view(all(open, compare('closedAt', 'empty'), compareToday('dueOn', 'lt'))),
      sort: 'dueOn',
    },
  },
  dashboards: {
    overview: { title: text('Pilotage', 'Overview'), roles, widgets: [...numbers, ...lists] },
    numbers: { title: text('Chiffres', 'Numbers'), roles, widgets: numbers },
  },
})
