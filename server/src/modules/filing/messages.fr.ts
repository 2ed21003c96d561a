// SPDX-License-Identifier: MIT
import { frenchSpaces } from '@guichet/engine'
import type { FilingMessages } from './messages.ts'

export const filingFr: FilingMessages = {
  ofFile: (name, sentence) => `«\u00a0${name}\u00a0»\u00a0: ${sentence}`,
  incomplete:
    'Il manque des réponses, ou certaines sont à corriger. Complétez les étapes signalées, puis envoyez.',
  changed:
    'La démarche a changé pendant que vous la remplissiez. Vos réponses sont conservées\u00a0: relisez-les, puis envoyez.',
  resume: {
    subject: (title) => frenchSpaces(`Reprendre votre demande : ${title}`),
    body: ({ title, body, until }) =>
      frenchSpaces(
        `Bonjour,\n\nVous avez commencé une demande sur le site ${body} : « ${title} ». Elle n’est pas encore envoyée. Ce lien la rouvre là où vous vous êtes arrêté, sur cet appareil ou sur un autre, jusqu’au ${until}.\n\nNe transférez pas ce message : le lien donne accès à ce que vous avez écrit. Si vous n’avez rien demandé, vous pouvez l’ignorer.`,
      ),
    button: 'Reprendre ma demande',
  },
}
