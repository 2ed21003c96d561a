// SPDX-License-Identifier: MIT
import { all, any, compare, compareActor, compareToday, type View } from '@guichet/engine'

const atDesk = compare('state', 'eq', ['submitted', 'corrected', 'returned'])
const open = compare('state', 'eq', ['submitted', 'correction_asked', 'corrected', 'returned', 'at_unit'])

const mine = { fr: 'Mes vues', en: 'My views' }
const shared = { fr: 'Vues partagées', en: 'Shared views' }
const units = { fr: 'Mon service', en: 'My service' }

const columns = ['number', 'title', 'procedure', 'applicant', 'createdAt', 'state', 'assignee']
const withUnit = ['number', 'title', 'procedure', 'applicant', 'createdAt', 'unit', 'state']

/** Oldest first everywhere: the person who has waited longest comes first. */
const desk = {
  collection: 'request',
  roles: ['agent', 'supervisor'],
  columns,
  sort: 'createdAt',
  lateAfterDays: 8,
} satisfies Partial<View>

export const views = {
  'my-queue': {
    ...desk,
    title: { fr: 'Ma file', en: 'My queue' },
    icon: 'inbox',
    group: mine,
    where: all(atDesk, any(compareActor('assignee', 'eq', 'me'), compare('assignee', 'empty'))),
  },
  'to-check': {
    ...desk,
    title: { fr: 'À vérifier', en: 'To check' },
    icon: 'eye',
    group: mine,
    where: compare('state', 'eq', 'submitted'),
  },
  corrected: {
    ...desk,
    title: { fr: 'Corrigées, à relire', en: 'Corrected, to review' },
    icon: 'refresh',
    group: mine,
    where: compare('state', 'eq', 'corrected'),
  },
  returned: {
    ...desk,
    title: { fr: 'Renvoyées au guichet', en: 'Sent back to the desk' },
    icon: 'arrow-back-up',
    group: mine,
    where: compare('state', 'eq', 'returned'),
  },
  'at-units': {
    ...desk,
    title: { fr: 'Chez les services', en: 'With the services' },
    icon: 'send',
    group: mine,
    where: compare('state', 'eq', 'at_unit'),
    columns: withUnit,
  },
  'correction-awaited': {
    ...desk,
    title: { fr: 'Correction attendue', en: 'Correction awaited' },
    icon: 'message',
    group: mine,
    where: compare('state', 'eq', 'correction_asked'),
  },
  late: {
    ...desk,
    title: { fr: 'En retard', en: 'Late' },
    icon: 'clock-exclamation',
    group: shared,
    where: all(open, compareToday('dueOn', 'lt')),
    columns: [...withUnit, 'dueOn'],
    sort: 'dueOn',
  },
  lighting: {
    ...desk,
    title: { fr: 'Éclairage, en cours', en: 'Lighting, open' },
    icon: 'bulb',
    group: shared,
    where: all(open, compare('problemKind', 'eq', 'lighting')),
    columns: [...columns, 'lampNumber'],
  },
  canteen: {
    ...desk,
    title: { fr: 'Cantine, en cours', en: 'School meals, open' },
    icon: 'salad',
    group: shared,
    where: all(open, compare('procedure', 'eq', 'canteen')),
  },
  'to-archive': {
    ...desk,
    title: { fr: 'Prêtes à archiver', en: 'Ready to archive' },
    icon: 'archive',
    group: shared,
    where: compare('state', 'eq', ['accepted', 'refused', 'withdrawn']),
    columns: ['number', 'title', 'procedure', 'applicant', 'state', 'closedAt'],
    sort: 'closedAt',
  },
  all: {
    collection: 'request',
    title: { fr: 'Toutes les demandes', en: 'All requests' },
    icon: 'list',
    group: shared,
    roles: ['supervisor', 'agent', 'admin'],
    columns: withUnit,
    sort: '-createdAt',
  },
  'unit-to-handle': {
    collection: 'request',
    title: { fr: 'À traiter', en: 'To handle' },
    icon: 'inbox',
    group: units,
    roles: ['unit_agent'],
    where: compare('state', 'eq', 'at_unit'),
    columns: ['number', 'title', 'procedure', 'applicant', 'createdAt', 'dueOn'],
    sort: 'createdAt',
    lateAfterDays: 8,
  },
  'unit-handled': {
    collection: 'request',
    title: { fr: 'Traitées', en: 'Handled' },
    icon: 'circle-check',
    group: units,
    roles: ['unit_agent'],
    where: compare('state', 'eq', ['accepted', 'refused', 'archived']),
    columns: ['number', 'title', 'procedure', 'applicant', 'state', 'closedAt'],
    sort: '-closedAt',
  },
} satisfies Record<string, View>
