// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'

/** Who a grant is for, and why an action is or is not allowed. Names come quoted. */
export type RightsWords = {
  readonly role: (role: string) => string
  readonly roleAt: (role: string, path: string) => string
  readonly relation: (path: string) => string
  readonly owner: string
  readonly link: (purpose: string) => string
  readonly signedIn: string
  readonly everyone: string
  readonly where: (who: string, condition: string) => string
  /** A role as a ground: « rôle « Agent » dans l’organisme de « Service » ». */
  readonly holds: (role: string, path?: string) => string
  readonly yes: (ground: string, since: string | undefined, rule: number | undefined) => string
  readonly approval: (circuit: string) => string
  readonly system: string
  readonly no: (rule: number, who: string | undefined, conditions: string) => string
  readonly never: string
}

const fr: RightsWords = {
  role: (role) => `les personnes qui ont le rôle ${role}`,
  roleAt: (role, path) => `les personnes qui ont le rôle ${role} dans l’organisme de ${path}`,
  relation: (path) => `la personne désignée par ${path}`,
  owner: 'la personne qui a déposé la fiche',
  link: (purpose) => `la personne qui a reçu le lien ${purpose}`,
  signedIn: 'toute personne connectée',
  everyone: 'tout le monde',
  where: (who, condition) => `${who}, si ${condition}`,
  holds: (role, path) => (path === undefined ? `rôle ${role}` : `rôle ${role} dans l’organisme de ${path}`),
  yes: (ground, since, rule) =>
    `Oui : ${ground}${since === undefined ? '' : ` depuis le ${since}`}${rule === undefined ? '' : `, règle ${rule}`}.`,
  approval: (circuit) => `Ce qui est écrit attend la validation ${circuit}.`,
  system: 'la collectivité elle-même',
  no: (rule, who, conditions) => {
    const rest = conditions === '' ? '' : `${who === undefined ? ' demande' : ' et demande'} : ${conditions}`
    return `Non : la règle ${rule}${who === undefined ? '' : ` est pour ${who}`}${rest}.`
  },
  never: 'Non : aucune règle ne donne ce droit.',
}

const en: RightsWords = {
  role: (role) => `people who hold the role ${role}`,
  roleAt: (role, path) => `people who hold the role ${role} in the organisation of ${path}`,
  relation: (path) => `the person named by ${path}`,
  owner: 'the person who filed the entry',
  link: (purpose) => `the person who was sent the link ${purpose}`,
  signedIn: 'every signed-in person',
  everyone: 'everyone',
  where: (who, condition) => `${who}, if ${condition}`,
  holds: (role, path) =>
    path === undefined ? `role ${role}` : `role ${role} in the organisation of ${path}`,
  yes: (ground, since, rule) =>
    `Yes: ${ground}${since === undefined ? '' : ` since ${since}`}${rule === undefined ? '' : `, rule ${rule}`}.`,
  approval: (circuit) => `What is written waits for the approval ${circuit}.`,
  system: 'the body itself',
  no: (rule, who, conditions) => {
    const rest = conditions === '' ? '' : `${who === undefined ? ' asks' : ' and asks'}: ${conditions}`
    return `No: rule ${rule}${who === undefined ? '' : ` is for ${who}`}${rest}.`
  },
  never: 'No: no rule gives this right.',
}

export const rightsWords: Readonly<Record<Locale, RightsWords>> = { fr, en }
