// SPDX-License-Identifier: MIT
import type { Screen } from '@guichet/engine'
import { matchPath } from 'react-router'

/**
 * The screen at each address; the first line that fits. A page that a link opens may be two of them: only the page
 * knows, once it has read the link.
 */
const places: readonly (readonly [address: string, ...screens: Screen[]])[] = [
  ['/bureau/raccourcis', 'desk.shortcuts'],
  ['/bureau/saisir', 'desk.counter'],
  ['/bureau/lots/:id', 'desk.bulk'],
  ['/bureau/tableaux/:solution/:dashboard', 'desk.dashboard'],
  ['/bureau/fiches/:id/pieces', 'desk.entry'],
  ['/bureau/fiches/:id/:transition', 'desk.action'],
  ['/bureau/fiches/*', 'desk.entry'],
  ['/bureau/:solution/:view', 'desk.queue'],
  ['/bureau/*', 'desk.queue'],

  ['/studio/reglages/apparence', 'studio.look'],
  ['/studio/reglages/*', 'studio.body'],
  ['/studio/acteurs/*', 'studio.actors'],
  ['/studio/agents/*', 'studio.agents'],
  ['/studio/demarches/:solution/:procedure/regime', 'studio.regime'],
  ['/studio/demarches/*', 'studio.procedures'],
  ['/studio/messages/*', 'studio.messages'],
  ['/studio/historique/*', 'studio.history'],
  ['/studio/envois/*', 'studio.outbox'],
  ['/studio/*', 'studio.home'],

  ['/demande/*', 'portal.form'],
  ['/reprendre/*', 'portal.form'],
  ['/suivre', 'portal.requests'],
  ['/mes-demandes', 'portal.requests'],
  ['/demandes/*', 'portal.request'],
  ['/lien/:link/demandes', 'link.list'],
  ['/lien/*', 'link.request', 'link.work'],
  ['/connexion/*', 'account.sign-in'],
  ['/installation', 'account.sign-in'],
  ['/deconnexion', 'account.sign-in'],
  ['/mon-organisme/*', 'studio.agents'],
  ['/compte/creer', 'account.sign-in'],
  ['/compte/confirmer/*', 'account.sign-in'],
  ['/compte/*', 'account.profile'],
  ['/profil', 'account.profile'],
]

/** The screens that an address may show; none for pages that are read and explain themselves. */
export function screensAt(pathname: string): readonly Screen[] {
  const found = places.find(([address]) => matchPath(address, pathname))
  return (found?.slice(1) as Screen[] | undefined) ?? []
}
