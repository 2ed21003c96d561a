// SPDX-License-Identifier: MIT
import type { FilingMessages } from './messages.ts'

export const filingFr: FilingMessages = {
  ofFile: (name, sentence) => `«\u00a0${name}\u00a0»\u00a0: ${sentence}`,
  incomplete:
    'Il manque des réponses, ou certaines sont à corriger. Complétez les étapes signalées, puis envoyez.',
  changed:
    'La démarche a changé pendant que vous la remplissiez. Vos réponses sont conservées\u00a0: relisez-les, puis envoyez.',
}
