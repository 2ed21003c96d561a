// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'

type Name = { name: string }
const text = (fr: string, en: string): LocalizedText => ({ fr: frenchSpaces(fr), en })

/** What an acknowledgement of receipt must say, as the person who writes a procedure calls it. */
export const mentionNames = {
  period: text('le délai au terme duquel le silence décide', 'the period after which silence decides'),
  legalBasis: text('les textes applicables', 'the applicable texts'),
  remedies: text('les voies et délais de recours', 'the remedies and their time limits'),
  address: text(
    'l’adresse postale du service chargé du dossier',
    'the postal address of the service in charge',
  ),
  phone: text('le téléphone du service chargé du dossier', 'the telephone of the service in charge'),
} as const satisfies Record<string, LocalizedText>
export type Mention = keyof typeof mentionNames

/** Problems of the regimes of procedures, and of the marks of circuits. */
export const legalMessages = {
  'mention-missing': ({ mention }: { mention: Mention }): LocalizedText =>
    text(
      `L’accusé de réception de cette démarche ne peut pas être fait : il manque ${mentionNames[mention].fr}.`,
      `The acknowledgement of this procedure cannot be made: ${mentionNames[mention].en} is missing.`,
    ),
  'clock-never-stops': ({ name }: Name): LocalizedText =>
    text(
      `Le silence décide de cette démarche, mais aucune action du circuit de « ${name} » n’est marquée comme une décision : le délai ne s’arrêterait jamais.`,
      `Silence decides this procedure, but no transition of the lifecycle of “${name}” is marked as a decision: the period would never stop.`,
    ),
  'clock-never-starts': ({ name }: Name): LocalizedText =>
    text(
      `Le délai part de l’autorité à qui la demande est transmise, mais aucune action du circuit de « ${name} » n’est marquée comme une transmission.`,
      `The period starts at the authority the request is forwarded to, but no transition of the lifecycle of “${name}” is marked as forwarding.`,
    ),
  'clock-never-completes': ({ name }: Name): LocalizedText =>
    text(
      `L’action « ${name} » demande ce qui manque, mais aucune action de l’état où elle mène n’est marquée comme sa réception.`,
      `The transition “${name}” asks for what is missing, but no transition from the state it leads to is marked as its receipt.`,
    ),
  'not-on-form': ({ name }: Name): LocalizedText =>
    text(
      `Le champ « ${name} » n’est pas sur le formulaire de cette action.`,
      `The field “${name}” is not on the form of this transition.`,
    ),
} as const
