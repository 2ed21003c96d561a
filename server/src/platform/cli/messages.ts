// SPDX-License-Identifier: MIT
import type { LocalizedText } from '@guichet/engine'

/** What the command line says of itself; `{what}` is replaced. */
export const cliMessages = {
  commands: { fr: 'Commandes', en: 'Commands' },
  'unknown-command': { fr: 'Commande inconnue : {what}.', en: 'Unknown command: {what}.' },
  'wrong-argument': { fr: 'Argument incorrect : {what}.', en: 'Wrong argument: {what}.' },
  'missing-option': { fr: 'Il manque {what}.', en: '{what} is missing.' },
} as const satisfies Record<string, LocalizedText>
