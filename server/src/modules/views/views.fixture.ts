// SPDX-License-Identifier: MIT
import { defineSolution, type Solution, type Transition } from '@guichet/engine'
import { club } from '../../testing/club.ts'

const licence = club.collections['licence']
const lifecycle = licence?.lifecycle
const toCheck = club.views?.['to-check']
if (!licence || !lifecycle || !toCheck) throw new Error('the club has no licence to check')

const text = (fr: string, en: string) => ({ fr, en })

/**
 * The club as a desk works it: views with filters, corrections asked field by field, closing that can be taken back,
 * shortcuts, and one role that may share its views.
 */
export const busyClub: Solution = defineSolution({
  ...club,
  roles: {
    ...club.roles,
    secretary: { title: text('Secrétaire', 'Secretary'), space: 'desk', mayShareViews: true },
  },
  collections: {
    ...club.collections,
    licence: {
      ...licence,
      lifecycle: {
        ...lifecycle,
        transitions: {
          ...lifecycle.transitions,
          ask_more: {
            ...(lifecycle.transitions['ask_more'] as Transition),
            asksFor: 'ask',
            form: 'ask-more',
            shortcut: 'c',
          },
          complete: { ...(lifecycle.transitions['complete'] as Transition), form: 'ask', onlyAsked: true },
          refuse: { ...(lifecycle.transitions['refuse'] as Transition), undo: 'reopen', shortcut: 'r' },
        },
      },
    },
  },
  forms: {
    ...club.forms,
    'ask-more': {
      collection: 'licence',
      title: text('Demander un complément', 'Ask for more'),
      pages: [
        {
          key: 'ask',
          title: text('Ce qui manque', 'What is missing'),
          items: [{ field: 'fee', anew: true }],
        },
      ],
    },
  },
  grants: [
    ...club.grants,
    { who: { kind: 'role', role: 'secretary' }, may: ['file-for'], on: 'licence' },
    {
      who: { kind: 'role', role: 'coach' },
      may: ['list', 'read'],
      on: 'licence',
      fields: { read: ['playerName', 'level'] },
    },
  ],
  views: {
    'to-check': {
      ...toCheck,
      columns: ['number', 'playerName', 'level', 'team'],
      filters: ['level', 'team', 'createdAt'],
    },
    all: {
      collection: 'licence',
      title: text('Toutes', 'All'),
      roles: ['secretary', 'coach'],
      columns: ['number', 'title', 'state'],
      filters: ['level', 'team'],
    },
  },
})
