// SPDX-License-Identifier: MIT
import { defineSolution, type View } from '@guichet/engine'
import { membership, organisation, person, territory } from './collections.ts'
import { circuits, grants, roles } from './rights.ts'

const views = {
  persons: {
    collection: 'person',
    title: { fr: 'Personnes', en: 'Persons' },
    icon: 'users',
    group: { fr: 'Annuaire', en: 'Directory' },
    roles: ['administrator', 'staff'],
    columns: ['title', 'email', 'phone'],
    sort: 'title',
  },
  organisations: {
    collection: 'organisation',
    title: { fr: 'Organismes', en: 'Organisations' },
    icon: 'building',
    group: { fr: 'Annuaire', en: 'Directory' },
    roles: ['administrator', 'staff'],
    columns: ['title', 'kind', 'email', 'phone', 'parent'],
    sort: 'title',
  },
  memberships: {
    collection: 'membership',
    title: { fr: 'Habilitations', en: 'Memberships' },
    icon: 'id-badge',
    group: { fr: 'Annuaire', en: 'Directory' },
    roles: ['administrator'],
    columns: ['person', 'organisation', 'role', 'startsOn', 'endsOn'],
    sort: '-createdAt',
  },
  territories: {
    collection: 'territory',
    title: { fr: 'Territoires', en: 'Territories' },
    icon: 'map-pin',
    group: { fr: 'Annuaire', en: 'Directory' },
    roles: ['administrator', 'staff'],
    columns: ['name', 'kind', 'code', 'parent'],
    filters: ['kind'],
    sort: 'name',
  },
} satisfies Record<string, View>

/** People, organisations and who holds which role where: what every other solution stands on. */
export const solution = defineSolution({
  key: 'directory',
  title: { fr: 'Annuaire', en: 'Directory' },
  summary: {
    fr: 'Les personnes, les organismes et les habilitations.',
    en: 'Persons, organisations and memberships.',
  },
  identity: {
    person: { collection: 'person', name: 'name', email: 'email', phone: 'phone' },
    organisation: {
      collection: 'organisation',
      name: 'name',
      email: 'email',
      phone: 'phone',
      startsOn: 'startsOn',
      endsOn: 'endsOn',
      parent: 'parent',
    },
    membership: {
      collection: 'membership',
      person: 'person',
      organisation: 'organisation',
      role: 'role',
      startsOn: 'startsOn',
      endsOn: 'endsOn',
      territories: 'territories',
    },
    territory: { collection: 'territory', name: 'name', kind: 'kind', code: 'code', parent: 'parent' },
  },
  collections: { person, organisation, membership, territory },
  forms: {},
  roles,
  grants,
  circuits,
  views,
})
