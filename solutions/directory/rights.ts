// SPDX-License-Identifier: MIT
import { type ApprovalCircuit, compare, type Grant, type Role } from '@guichet/engine'

export const roles = {
  administrator: {
    title: { fr: 'Administrateur', en: 'Administrator' },
    space: 'studio',
    mayImpersonate: true,
    fourEyes: true,
  },
  staff: { title: { fr: 'Agent', en: 'Staff' }, space: 'desk' },
  representative: {
    title: { fr: 'Représentant de l’organisme', en: 'Representative of the organisation' },
    space: 'portal',
  },
  member: {
    title: { fr: 'Membre de l’organisme', en: 'Member of the organisation' },
    space: 'portal',
    managedBy: ['representative'],
  },
} satisfies Record<string, Role>

const everything: Grant['may'] = [
  'list',
  'read',
  'create',
  'edit',
  'delete',
  'comment',
  'note',
  'export',
  'history',
  'explain',
]

/** What agents propose to correct in the directory, those who keep it accept. */
export const circuits = {
  contacts: {
    title: { fr: 'Coordonnées d’un organisme', en: 'How to reach an organisation' },
    levels: [
      {
        title: { fr: 'Administration de l’annuaire', en: 'Keepers of the directory' },
        who: { kind: 'role', role: 'administrator' },
        deadlineDays: 7,
      },
    ],
  },
} satisfies Record<string, ApprovalCircuit>

export const grants = [
  { who: { kind: 'role', role: 'administrator' }, may: everything, on: 'person' },
  { who: { kind: 'role', role: 'administrator' }, may: everything, on: 'organisation' },
  // A membership is ended, never erased: what was done under it stays explained.
  {
    who: { kind: 'role', role: 'administrator' },
    may: everything.filter((action) => action !== 'delete'),
    on: 'membership',
  },
  { who: { kind: 'role', role: 'administrator' }, may: everything, on: 'territory' },

  // Agents find the services and the colleagues to whom a file is given.
  { who: { kind: 'role', role: 'staff' }, may: ['list', 'read'], on: 'organisation' },
  // Whoever meets a wrong address proposes the right one.
  {
    who: { kind: 'role', role: 'staff' },
    may: ['edit'],
    on: 'organisation',
    fields: { write: ['email', 'phone', 'address', 'handles'] },
    approval: 'contacts',
  },
  { who: { kind: 'role', role: 'staff' }, may: ['list', 'read'], on: 'person' },

  // Places are public.
  { who: { kind: 'everyone' }, may: ['list', 'read'], on: 'territory' },

  // Members read the profile of their organisation; who represents it keeps the ways to reach it up to date.
  { who: { kind: 'role-at', role: 'member', at: 'id' }, may: ['list', 'read'], on: 'organisation' },
  {
    who: { kind: 'role-at', role: 'representative', at: 'id' },
    may: ['list', 'read', 'edit'],
    on: 'organisation',
    fields: { write: ['email', 'phone', 'address'] },
  },

  // Everyone reads their own record and the roles they hold.
  { who: { kind: 'relation', path: 'id' }, may: ['read'], on: 'person' },
  { who: { kind: 'relation', path: 'person' }, may: ['list', 'read'], on: 'membership' },

  // The name of the service that handles a request is told to whoever follows it.
  {
    who: { kind: 'everyone' },
    may: ['read'],
    on: 'organisation',
    where: compare('kind', 'eq', 'service'),
    fields: { read: ['name', 'kind'] },
  },
] satisfies Grant[]
