// SPDX-License-Identifier: MIT
import { frenchSpaces } from '@guichet/engine'
import type { LinkMessages } from './link-messages.ts'

/** The mail that carries a new link, in French. */
export const linkMessagesFr: LinkMessages = {
  subject: (number) => (number ? frenchSpaces(`Votre nouveau lien : ${number}`) : 'Votre nouveau lien'),
  body: ({ body, purpose, number }) =>
    frenchSpaces(
      `Bonjour,\n\nVous avez demandé un nouveau lien sur le site ${body} : « ${purpose} »${number ? `, dossier ${number}` : ''}. Le précédent ne fonctionne plus.\n\nSi vous n’avez rien demandé, vous pouvez ignorer ce message. Ne le transférez pas : ce lien donne accès au dossier.`,
    ),
  button: 'Ouvrir le dossier',
}
