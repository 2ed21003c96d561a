// SPDX-License-Identifier: MIT
import type { AccountMailKind } from './mail-kinds.ts'

/**
 * Where the buttons of the mails lead. A page behind a token shows a button and acts when it is pressed: programs that
 * open the links of a mail before its reader would use the token up.
 */
export const accountPaths: Readonly<Record<AccountMailKind, (token: string) => string>> = {
  'email-link': (token) => `/connexion/lien/${token}`,
  'password-reset': (token) => `/connexion/mot-de-passe/${token}`,
  registration: (token) => `/compte/confirmer/${token}`,
  'already-registered': () => '/connexion',
  'no-account': () => '/compte/creer',
  invitation: (token) => `/connexion/invitation/${token}`,
  'password-changed': () => '/connexion/mot-de-passe',
  'security-changed': () => '/compte/securite',
  'acted-as': () => '/compte/securite/journal',
}
