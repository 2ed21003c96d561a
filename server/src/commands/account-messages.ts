// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'
import type { ProvisionRefusal } from '../modules/accounts/index.ts'

/** What the commands about accounts and keys say; `{name}` is replaced. */
export const accountMessages = {
  created: { fr: 'Le compte de {email} est créé.', en: 'The account of {email} is made.' },
  granted: {
    fr: 'Rôle donné : {role}, {organisation}.',
    en: 'Role given: {role}, {organisation}.',
  },
  link: {
    fr: 'Pour se connecter, une fois, dans les {minutes} minutes :',
    en: 'To sign in, once, within {minutes} minutes:',
  },
  disabled: {
    fr: 'Le compte de {email} est fermé : ses sessions, ses clés et ses liens ne servent plus.',
    en: 'The account of {email} is closed: its sessions, keys and links no longer work.',
  },
  'factors-forgotten': {
    fr: 'Le compte de {email} n’a plus de double vérification ; ses sessions sont fermées.',
    en: 'The account of {email} has no second factor any more; its sessions are closed.',
  },
  'no-account': { fr: 'Aucun compte pour {email}.', en: 'There is no account for {email}.' },
  'already-disabled': {
    fr: 'Le compte de {email} est déjà fermé.',
    en: 'The account of {email} is already closed.',
  },
  'no-directory': {
    fr: 'Aucune solution installée ne tient l’annuaire. Démarrez Guichet une fois, ou installez une solution avec « solution install ».',
    en: 'No installed solution holds the directory. Start Guichet once, or install a solution with “solution install”.',
  },
  'unknown-role': {
    fr: 'Le rôle {role} n’existe pas. Rôles installés : {roles}.',
    en: 'There is no role {role}. Installed roles: {roles}.',
  },
  'roles-and-organisations': {
    fr: 'Chaque --role demande --organisation : une seule pour tous, ou une après chacun.',
    en: 'Each --role needs --organisation: one for all, or one after each.',
  },
  'ambiguous-organisation': {
    fr: 'Plusieurs organismes s’appellent {name}. Donnez l’identifiant de l’un d’eux : {ids}.',
    en: 'Several organisations are called {name}. Give the id of one of them: {ids}.',
  },
  'wrong-days': {
    fr: '--expires-in-days doit être un nombre entier de 1 à 3650.',
    en: '--expires-in-days must be a whole number from 1 to 3650.',
  },
  'no-keys': { fr: 'Aucune clé.', en: 'No keys.' },
  'key-revoked': { fr: 'La clé {name} ne sert plus.', en: 'The key {name} no longer works.' },
  'no-key': {
    fr: 'Aucune clé {key} en service. « key list » les montre.',
    en: 'No working key {key}. “key list” shows them.',
  },
} as const satisfies Record<string, LocalizedText>

/** Why an account was not made. */
export const provisionRefusals = {
  'missing-name': {
    fr: '--name doit donner un prénom et un nom : l’annuaire ne connaît pas encore cette personne.',
    en: '--name must give a first and a last name: the directory does not know this person yet.',
  },
  'invalid-email': {
    fr: '--email n’est pas une adresse électronique.',
    en: '--email is not an e-mail address.',
  },
  'already-registered': {
    fr: 'Cette personne a déjà un compte. « account link » donne un lien pour s’y connecter.',
    en: 'This person has an account already. “account link” gives a link to sign in.',
  },
  'password-too-short': {
    fr: 'Le mot de passe est trop court : au moins {min} caractères.',
    en: 'The password is too short: at least {min} characters.',
  },
  'password-too-long': {
    fr: 'Le mot de passe est trop long : au plus {max} caractères.',
    en: 'The password is too long: at most {max} characters.',
  },
  'password-common': {
    fr: 'Ce mot de passe est parmi les plus utilisés. Choisissez quatre ou cinq mots sans rapport entre eux.',
    en: 'This password is among the most used. Choose four or five unrelated words.',
  },
  'password-personal': {
    fr: 'Ce mot de passe est fait du nom ou de l’adresse de la personne. Choisissez quatre ou cinq mots sans rapport entre eux.',
    en: 'This password is made of the name or address of the person. Choose four or five unrelated words.',
  },
  'password-too-easy': {
    fr: 'Le mot de passe est trop facile à deviner. Choisissez quelques mots sans rapport.',
    en: 'The password is too easy to guess. Choose a few unrelated words.',
  },
} as const satisfies Record<ProvisionRefusal, LocalizedText>
