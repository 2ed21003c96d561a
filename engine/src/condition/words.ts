// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'
import type { ActorAttribute } from './condition.ts'
import type { SystemValue } from './path.ts'
import type { Relation } from './compare.ts'

/** How the kind of a value changes the words: « est avant le 3 mars », « est inférieur à 3 », « comprend « A » ». */
export type Wording = 'plain' | 'number' | 'moment' | 'several'

/** What conditions are put into words with. Names come quoted, values as they are read. */
export type Words = {
  readonly quoted: (name: string) => string
  readonly and: string
  readonly or: string
  readonly nor: (values: readonly string[]) => string
  readonly system: Readonly<Record<SystemValue, string>>
  readonly actor: Readonly<Record<ActorAttribute, string>>
  readonly verbs: Readonly<Record<Wording, Readonly<Record<Relation, string>>>>
  readonly empty: string
  readonly filled: string
  readonly today: (plusDays: number) => string
  readonly day: (day: string) => string
  readonly always: string
  readonly never: string
  readonly not: (words: string) => string
  readonly exists: (entries: string, where: string | undefined) => string
}

const frenchVerbs: Readonly<Record<Relation, string>> = {
  eq: 'est',
  ne: 'n’est pas',
  lt: 'est inférieur à',
  lte: 'est au plus',
  gt: 'est supérieur à',
  gte: 'est au moins',
  contains: 'contient',
  starts: 'commence par',
}

const englishVerbs: Readonly<Record<Relation, string>> = {
  eq: 'is',
  ne: 'is not',
  lt: 'is below',
  lte: 'is at most',
  gt: 'is above',
  gte: 'is at least',
  contains: 'contains',
  starts: 'starts with',
}

const fr: Words = {
  quoted: (name) => `« ${name} »`,
  and: ' et ',
  or: ' ou ',
  nor: (values) => `n’est ni ${values.join(' ni ')}`,
  system: {
    id: 'Fiche',
    state: 'État',
    number: 'Numéro',
    title: 'Intitulé',
    owner: 'Auteur de la fiche',
    createdAt: 'Date de création',
    updatedAt: 'Dernière modification',
    closedAt: 'Date de clôture',
    legalDueOn: 'Échéance légale',
  },
  actor: {
    me: 'la personne connectée',
    'my.organisations': 'un organisme de la personne connectée',
    'my.territories': 'un territoire de la personne connectée',
    'my.email': 'l’adresse de la personne connectée',
  },
  verbs: {
    plain: frenchVerbs,
    number: frenchVerbs,
    moment: {
      ...frenchVerbs,
      lt: 'est avant',
      lte: 'est au plus tard',
      gt: 'est après',
      gte: 'est au plus tôt',
    },
    several: { ...frenchVerbs, eq: 'comprend', ne: 'ne comprend pas' },
  },
  empty: 'est vide',
  filled: 'n’est pas vide',
  today: (days) =>
    days === 0
      ? 'aujourd’hui'
      : `aujourd’hui ${days < 0 ? '−' : '+'} ${Math.abs(days)} ${Math.abs(days) < 2 ? 'jour' : 'jours'}`,
  day: (day) => `le ${day}`,
  always: 'toujours',
  never: 'jamais',
  not: (words) => `il n’est pas vrai que ${words}`,
  exists: (entries, where) =>
    where ? `${entries} comprend une fiche où ${where}` : `${entries} comprend au moins une fiche`,
}

const en: Words = {
  quoted: (name) => `“${name}”`,
  and: ' and ',
  or: ' or ',
  nor: (values) => `is neither ${values.join(' nor ')}`,
  system: {
    id: 'Entry',
    state: 'State',
    number: 'Number',
    title: 'Title',
    owner: 'Author of the entry',
    createdAt: 'Creation date',
    updatedAt: 'Last change',
    closedAt: 'Closing date',
    legalDueOn: 'Legal due date',
  },
  actor: {
    me: 'the signed-in person',
    'my.organisations': 'an organisation of the signed-in person',
    'my.territories': 'a territory of the signed-in person',
    'my.email': 'the address of the signed-in person',
  },
  verbs: {
    plain: englishVerbs,
    number: englishVerbs,
    moment: {
      ...englishVerbs,
      lt: 'is before',
      lte: 'is on or before',
      gt: 'is after',
      gte: 'is on or after',
    },
    several: { ...englishVerbs, eq: 'includes', ne: 'does not include' },
  },
  empty: 'is empty',
  filled: 'is not empty',
  today: (days) =>
    days === 0
      ? 'today'
      : `today ${days < 0 ? '−' : '+'} ${Math.abs(days)} ${Math.abs(days) === 1 ? 'day' : 'days'}`,
  day: (day) => day,
  always: 'always',
  never: 'never',
  not: (words) => `it is not true that ${words}`,
  exists: (entries, where) =>
    where ? `${entries} has an entry where ${where}` : `${entries} has at least one entry`,
}

export const conditionWords: Readonly<Record<Locale, Words>> = { fr, en }
