// SPDX-License-Identifier: MIT
import type { Comparable } from '../field-types/field-type.ts'
import type { LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'
import type { ConditionFault } from './check-condition.ts'
import type { Operator } from './condition.ts'
import type { BrokenPath } from './path.ts'

/** What an operator is called in a list of choices. */
export const operatorLabels: Readonly<Record<Operator, LocalizedText>> = {
  eq: { fr: 'est', en: 'is' },
  ne: { fr: 'n’est pas', en: 'is not' },
  lt: { fr: 'est avant, ou inférieur à', en: 'is before, or below' },
  lte: { fr: 'est au plus', en: 'is at most' },
  gt: { fr: 'est après, ou supérieur à', en: 'is after, or above' },
  gte: { fr: 'est au moins', en: 'is at least' },
  contains: { fr: 'contient', en: 'contains' },
  starts: { fr: 'commence par', en: 'starts with' },
  empty: { fr: 'est vide', en: 'is empty' },
  filled: { fr: 'n’est pas vide', en: 'is not empty' },
}

const kinds: Readonly<Record<Comparable, LocalizedText>> = {
  text: { fr: 'un texte', en: 'a text' },
  number: { fr: 'un nombre', en: 'a number' },
  boolean: { fr: 'oui ou non', en: 'yes or no' },
  date: { fr: 'une date (AAAA-MM-JJ)', en: 'a date (YYYY-MM-DD)' },
  datetime: { fr: 'une date et une heure', en: 'a date and time' },
  id: { fr: 'une fiche', en: 'an entry' },
}

const pathSentences: Readonly<Record<BrokenPath['code'], (problem: BrokenPath) => LocalizedText>> = {
  'malformed-path': ({ segment }) => ({
    fr: `Le chemin « ${segment} » ne se lit pas : écrivez des noms de champs séparés par des points.`,
    en: `The path “${segment}” cannot be read: write names of fields separated by dots.`,
  }),
  'unknown-collection': ({ segment }) => ({
    fr: `Aucune table « ${segment} ».`,
    en: `No collection “${segment}”.`,
  }),
  'unknown-field': ({ segment, collection }) => ({
    fr: `La table « ${collection} » n’a pas de champ « ${segment} ».`,
    en: `The collection “${collection}” has no field “${segment}”.`,
  }),
  'unknown-part': ({ segment, collection }) => ({
    fr: `« ${segment} » n’est pas une partie de ce champ de la table « ${collection} ».`,
    en: `“${segment}” is not a part of this field of the collection “${collection}”.`,
  }),
  'not-a-reference': ({ segment, collection }) => ({
    fr: `« ${segment} » n’est pas une référence de la table « ${collection} » : le chemin ne peut pas continuer par là.`,
    en: `“${segment}” is not a reference of the collection “${collection}”: the path cannot go on through it.`,
  }),
  'refers-elsewhere': ({ segment, collection }) => ({
    fr: `La référence « ${segment} » de la table « ${collection} » désigne une autre table que celle d’où part le chemin.`,
    en: `The reference “${segment}” of the collection “${collection}” names another collection than the one the path comes from.`,
  }),
  'nothing-stored': ({ segment }) => ({
    fr: `Le champ « ${segment} » n’a pas de valeur : c’est un texte affiché.`,
    en: `The field “${segment}” has no value: it is a displayed text.`,
  }),
}

/** Why a path leads nowhere, in both languages. */
export function pathProblemText(problem: BrokenPath): LocalizedText {
  return typeset(pathSentences[problem.code](problem))
}

/** Why a condition has no meaning, in both languages. */
export function conditionProblemText(fault: ConditionFault): LocalizedText {
  return typeset(faultSentence(fault))
}

function faultSentence(fault: ConditionFault): LocalizedText {
  const { path } = fault
  switch (fault.code) {
    case 'broken-path':
      return pathSentences[fault.problem.code](fault.problem)
    case 'no-operator':
      return {
        fr: `« ${path} » ne se compare pas par « ${operatorLabels[fault.op].fr} ».`,
        en: `“${path}” cannot be compared by “${operatorLabels[fault.op].en}”.`,
      }
    case 'value-missing':
      return {
        fr: `« ${path} ${operatorLabels[fault.op].fr} » attend une valeur.`,
        en: `“${path} ${operatorLabels[fault.op].en}” expects a value.`,
      }
    case 'value-unexpected':
      return {
        fr: `« ${path} ${operatorLabels[fault.op].fr} » n’attend pas de valeur.`,
        en: `“${path} ${operatorLabels[fault.op].en}” expects no value.`,
      }
    case 'wrong-literal':
      return {
        fr: `« ${path} » se compare avec ${kinds[fault.kind].fr}, ce que « ${fault.value} » n’est pas.`,
        en: `“${path}” is compared with ${kinds[fault.kind].en}, which “${fault.value}” is not.`,
      }
    case 'unknown-choice':
      return {
        fr: `« ${fault.value} » n’est pas un des choix de « ${path} ».`,
        en: `“${fault.value}” is not one of the choices of “${path}”.`,
      }
    case 'unknown-state':
      return {
        fr: `Le circuit n’a pas d’état « ${fault.value} ».`,
        en: `The lifecycle has no state “${fault.value}”.`,
      }
    case 'wrong-value':
      return {
        fr: `« ${path} » se compare avec ${kinds[fault.kind].fr} : l’autre côté est d’une autre nature.`,
        en: `“${path}” is compared with ${kinds[fault.kind].en}: the other side is of another kind.`,
      }
    case 'beyond-the-form':
      return {
        fr: `« ${path} » n’est pas un champ de ce formulaire : une condition d’affichage ne lit que les réponses.`,
        en: `“${path}” is not a field of this form: a display condition only reads the answers.`,
      }
  }
}

function typeset({ fr, en }: LocalizedText): LocalizedText {
  return { fr: frenchSpaces(fr), en }
}
