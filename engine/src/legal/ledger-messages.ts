// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'
import type { ClockEffect, ClockEvent, TimePassed } from './clock.ts'

type Decides = 'accepts' | 'rejects'
type OnDay = (day: string) => string
type Plain = Exclude<ClockEffect, 'started' | 'restarted' | 'expired'>

type LedgerMessages = {
  readonly events: Readonly<
    Record<Exclude<ClockEvent['kind'] | TimePassed, 'incomplete' | 'expired'>, string>
  >
  readonly asked: OnDay
  readonly expired: Readonly<Record<Decides, string>>
  readonly effects: Readonly<Record<Plain, string>> &
    Readonly<Record<'started' | 'restarted', (period: string) => string>>
  readonly tooLate: string
  readonly states: Readonly<Record<'none' | 'waiting' | 'waitingDocuments' | 'stopped', string>> &
    Readonly<Record<'running' | 'expired', Readonly<Record<Decides, OnDay>>>> & {
      readonly suspended: OnDay
    }
}

const fr = frenchSpaces

/** The words of ledgers, for those who handle a request. */
export const ledgerMessages: Readonly<Record<Locale, LedgerMessages>> = {
  fr: {
    events: {
      received: 'Demande reçue.',
      forwarded: 'Demande transmise à l’autorité compétente.',
      completed: 'Pièces et informations reçues.',
      withdrawn: 'Demande retirée par le demandeur.',
      decided: 'Décision prise.',
      reopened: 'Demande rouverte.',
      'deadline-passed': 'Temps donné pour compléter écoulé, sans réponse.',
    },
    asked: (day) => fr(`Pièces ou informations demandées, à fournir au plus tard le ${day}.`),
    expired: {
      rejects: fr('Fin du délai sans décision : décision implicite de rejet.'),
      accepts: fr('Fin du délai sans décision : décision implicite d’acceptation.'),
    },
    effects: {
      started: (period) => fr(`Le délai de ${period} court à partir du lendemain.`),
      restarted: (period) => fr(`Un délai entier de ${period} repart.`),
      awaited: 'Le délai ne court pas encore.',
      suspended: 'Le délai est suspendu.',
      interrupted: fr('Le délai est interrompu : il repartira en entier une fois le dossier complet.'),
      resumed: 'Le délai reprend.',
      stopped: 'Le délai s’arrête.',
      none: 'Sans effet sur le délai.',
    },
    tooLate: 'Une décision implicite était déjà née.',
    states: {
      none: 'Le silence ne décide pas.',
      waiting: fr('Le délai ne court pas encore : l’autorité compétente n’est pas saisie.'),
      waitingDocuments: fr('Le délai ne court pas : des pièces ou informations sont attendues.'),
      stopped: 'Le délai est arrêté.',
      suspended: (day) => fr(`Délai suspendu. Si tout arrive aujourd’hui, il finit le ${day}.`),
      running: {
        rejects: (day) => fr(`Sans décision le ${day}, la demande est réputée rejetée.`),
        accepts: (day) => fr(`Sans décision le ${day}, la demande est réputée acceptée.`),
      },
      expired: {
        rejects: (day) => fr(`Réputée rejetée depuis le ${day}.`),
        accepts: (day) => fr(`Réputée acceptée depuis le ${day}.`),
      },
    },
  },
  en: {
    events: {
      received: 'Request received.',
      forwarded: 'Request passed to the competent authority.',
      completed: 'Documents and information received.',
      withdrawn: 'Request withdrawn by the applicant.',
      decided: 'Decision taken.',
      reopened: 'Request reopened.',
      'deadline-passed': 'Time given to complete over, without an answer.',
    },
    asked: (day) => `Documents or information asked for, by ${day} at the latest.`,
    expired: {
      rejects: 'End of the period without a decision: implicit decision of rejection.',
      accepts: 'End of the period without a decision: implicit decision of acceptance.',
    },
    effects: {
      started: (period) => `The period of ${period} runs from the next day.`,
      restarted: (period) => `A whole period of ${period} starts again.`,
      awaited: 'The period does not run yet.',
      suspended: 'The period is suspended.',
      interrupted: 'The period is interrupted: a whole one will start once the file is complete.',
      resumed: 'The period goes on.',
      stopped: 'The period stops.',
      none: 'Without effect on the period.',
    },
    tooLate: 'An implicit decision had already been made.',
    states: {
      none: 'Silence does not decide.',
      waiting: 'The period does not run yet: the competent authority does not have the request.',
      waitingDocuments: 'The period does not run: documents or information are awaited.',
      stopped: 'The period is stopped.',
      suspended: (day) => `Period suspended. If everything arrives today, it ends on ${day}.`,
      running: {
        rejects: (day) => `Without a decision on ${day}, the request is deemed rejected.`,
        accepts: (day) => `Without a decision on ${day}, the request is deemed accepted.`,
      },
      expired: {
        rejects: (day) => `Deemed rejected since ${day}.`,
        accepts: (day) => `Deemed accepted since ${day}.`,
      },
    },
  },
}
