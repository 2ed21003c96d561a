// SPDX-License-Identifier: MIT
import { dictionary } from '@zxcvbn-ts/language-common'

/** What French-speaking people try first, and the leaks of the list, mostly English, do not have. */
const frenchOnes = [
  'motdepasse',
  'monmotdepasse',
  'azertyuiop',
  'azertyqwerty',
  'qsdfghjklm',
  'bonjour',
  'bienvenue',
  'jetaime',
  'doudou',
  'loulou',
  'chouchou',
  'soleil',
  'marseille',
  'mairie',
  'administrateur',
  'utilisateur',
  'secretariat',
  'accueil',
  'directeur',
  'directrice',
  'printemps',
  'automne',
  'janvier',
  'septembre',
]

const list: Readonly<Record<string, unknown>> = dictionary

/** 49 000 passwords of known leaks. To be imported when a password is chosen: nothing else needs it. */
export const leakedPasswords: ReadonlySet<string> = new Set([
  ...(list['passwords-common'] as readonly unknown[]).map(String),
  ...frenchOnes,
])
