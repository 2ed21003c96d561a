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
}

export const rightsWords: Readonly<Record<Locale, RightsWords>> = { fr, en }
