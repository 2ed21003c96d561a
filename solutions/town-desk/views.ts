// SPDX-License-Identifier: MIT
import { all, any, compare, compareActor, compareToday, type View } from '@guichet/engine'

const atDesk = compare('state', 'eq', ['submitted', 'corrected', 'returned'])
const open = compare('state', 'eq', ['submitted', 'correction_asked', 'corrected', 'returned', 'at_unit'])

/** Who follows the whole desk, and each service for what it was given. */
const followers = ['agent', 'supervisor', 'admin', 'unit_agent']
/** What a list is narrowed by, and what the numbers of dashboards open. */
const filters = ['procedure', 'unit', 'assignee', 'createdAt', 'closedAt', 'dueOn', 'legalDueOn']

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
  filters,
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
    roles: followers,
    title: { fr: 'Renvoyées au guichet', en: 'Sent back to the desk' },
    icon: 'arrow-back-up',
    group: mine,
    where: compare('state', 'eq', 'returned'),
  },
  'at-units': {
    ...desk,
    roles: followers,
    title: { fr: 'Chez les services', en: 'With the services' },
    icon: 'send',
    group: mine,
    where: compare('state', 'eq', 'at_unit'),
    columns: withUnit,
  },
  'correction-awaited': {
    ...desk,
    roles: followers,
    title: { fr: 'Correction attendue', en: 'Correction awaited' },
    icon: 'message',
    group: mine,
    where: compare('state', 'eq', 'correction_asked'),
  },
  open: {
    ...desk,
    roles: followers,
    title: { fr: 'En cours', en: 'Open' },
    icon: 'progress',
    group: shared,
    where: open,
    columns: withUnit,
  },
  late: {
    ...desk,
    roles: followers,
    title: { fr: 'En retard', en: 'Late' },
    icon: 'clock-exclamation',
    group: shared,
    // Closed ones carry the date they were closed: saying so lets the list be read in the order of what is due.
    where: all(open, compare('closedAt', 'empty'), compareToday('dueOn', 'lt')),
    columns: [...withUnit, 'dueOn'],
    sort: 'due',
  },
  rerouted: {
    ...desk,
    roles: followers,
    title: { fr: 'Réorientées', en: 'Re-routed' },
    icon: 'arrow-back-up',
    group: shared,
    where: all(open, compare('sentBack', 'gte', 1)),
    columns: [...withUnit, 'sentBack'],
  },
  'legal-due': {
    ...desk,
    title: { fr: 'Échéance légale proche', en: 'Legal due date near' },
    icon: 'gavel',
    group: shared,
    where: all(open, compareToday('legalDueOn', 'lte', 15)),
    columns: [...withUnit, 'legalDueOn'],
    sort: 'legalDueOn',
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
  archived: {
    ...desk,
    title: { fr: 'Archives', en: 'Archive' },
    icon: 'folder',
    group: shared,
    where: compare('state', 'eq', 'archived'),
    columns: ['number', 'title', 'procedure', 'applicant', 'createdAt', 'closedAt'],
    sort: '-closedAt',
  },
  all: {
    collection: 'request',
    title: { fr: 'Toutes les demandes', en: 'All requests' },
    icon: 'list',
    group: shared,
    roles: followers,
    columns: withUnit,
    filters,
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
