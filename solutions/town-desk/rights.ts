// SPDX-License-Identifier: MIT
import { compare, type Grant, type LinkPurpose, type Role } from '@guichet/engine'
import { deskFields, publicFields } from './request.ts'

export const roles = {
  agent: { title: { fr: 'Agent du guichet', en: 'Desk agent' }, space: 'desk', mayShareViews: true },
  supervisor: { title: { fr: 'Superviseur', en: 'Supervisor' }, space: 'desk', mayShareViews: true },
  unit_agent: { title: { fr: 'Agent d’un service', en: 'Service agent' }, space: 'desk' },
  admin: { title: { fr: 'Administrateur', en: 'Administrator' }, space: 'studio' },
} satisfies Record<string, Role>

export const links = {
  applicant: {
    title: { fr: 'Suivre et corriger sa demande', en: 'Follow and correct one’s request' },
    lifetimeDays: 92,
    opens: 'request',
  },
  unit_work: {
    title: { fr: 'Traiter une demande transmise', en: 'Handle a request passed on' },
    lifetimeDays: 28,
    opens: 'work',
    overview: true,
    word: 'deskWord',
  },
} satisfies Record<string, LinkPurpose>

const asked = Object.keys(publicFields)
/** The applicant follows who handles the request and until when; the desk's own words stay at the desk. */
const toldToApplicant = [...asked, 'procedure', 'unit', 'dueOn', 'plannedOn']

const deskActs = [
  'transition:transmit',
  'transition:accept',
  'transition:ask_correction',
  'transition:resume',
  'transition:take_back',
  'transition:refuse',
  'transition:archive',
  'transition:unarchive',
] satisfies Grant['may']
const unitActs = [
  'transition:accept',
  'transition:unit_ask_correction',
  'transition:send_back',
  'transition:refuse',
] satisfies Grant['may']
/** What its answers and its questions say. */
const unitWrites = ['plannedOn', 'isIncomplete', 'completeBy']
const applicantActs = ['transition:answer_correction', 'transition:withdraw'] satisfies Grant['may']

const desk = [
  'list',
  'read',
  'create',
  'edit',
  'comment',
  'note',
  'export',
  'share',
  'history',
  'file-for',
] satisfies Grant['may']
const withUnit = compare('state', 'eq', 'at_unit')

export const grants = [
  // Anyone files, with or without an account, and writes only what the forms ask.
  { who: { kind: 'everyone' }, may: ['create'], on: 'request', fields: { write: asked } },

  {
    who: { kind: 'role', role: 'agent' },
    may: [...desk, ...deskActs],
    on: 'request',
    fields: { read: 'all', write: 'all' },
    notes: ['desk', 'unit'],
  },
  {
    who: { kind: 'role', role: 'supervisor' },
    may: [...desk, ...deskActs, 'transition:reopen', 'delete', 'drafts', 'explain'],
    on: 'request',
    fields: { read: 'all', write: 'all' },
    notes: ['desk', 'unit'],
  },
  {
    who: { kind: 'role', role: 'admin' },
    may: ['list', 'read', 'export', 'share', 'history', 'delete', 'transition:reopen', 'drafts', 'explain'],
    on: 'request',
    fields: { read: 'all', write: Object.keys(deskFields) },
    notes: ['desk', 'unit'],
  },

  // A service reads what it was given, and acts while it holds it.
  {
    who: { kind: 'role-at', role: 'unit_agent', at: 'unit' },
    may: ['list', 'read', 'comment', 'note', 'history'],
    on: 'request',
    fields: { read: 'all' },
    notes: ['unit'],
  },
  {
    who: { kind: 'role-at', role: 'unit_agent', at: 'unit' },
    may: unitActs,
    on: 'request',
    where: withUnit,
    fields: { write: unitWrites },
  },
  {
    who: { kind: 'link', purpose: 'unit_work' },
    may: ['read', 'comment', 'note', 'history'],
    on: 'request',
    fields: { read: 'all' },
    notes: ['unit'],
  },
  {
    who: { kind: 'link', purpose: 'unit_work' },
    may: unitActs,
    on: 'request',
    where: withUnit,
    fields: { write: unitWrites },
  },

  // The applicant, by the link of a mail or with an account.
  {
    who: { kind: 'link', purpose: 'applicant' },
    may: ['read', 'comment', ...applicantActs],
    on: 'request',
    fields: { read: toldToApplicant, write: asked },
  },
  {
    who: { kind: 'owner' },
    may: ['list', 'read', 'comment', ...applicantActs],
    on: 'request',
    fields: { read: toldToApplicant, write: asked },
  },
] satisfies Grant[]
