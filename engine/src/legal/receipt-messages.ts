// SPDX-License-Identifier: MIT
import type { Locale } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'
import type { Period } from './period.ts'
import type { ReceiptKind } from './receipt.ts'

type Decides = 'accepts' | 'rejects'
type OnDay = (day: string) => string

type ReceiptMessages = {
  readonly titles: Readonly<Record<ReceiptKind | 'both', string>>
  readonly labels: Readonly<Record<'procedure' | 'number' | 'receivedOn' | 'service' | 'remedies', string>>
  readonly period: (period: Period) => string
  readonly silence: Readonly<
    Record<Decides, { dated: (day: string, period: string) => string; notStarted: string }>
  > & { readonly none: string }
  readonly mayMove: Readonly<Record<Decides, string>>
  readonly attestation: string
  readonly basis: (text: string) => string
  readonly acknowledgementFollows: (days: number) => string
  readonly completeBy: OnDay
  readonly completionEffect: Readonly<Record<Decides, string>>
  readonly applicant: Readonly<Record<'due' | 'awaited' | 'expired', Readonly<Record<Decides, OnDay>>>>
  readonly sheet: Readonly<Record<Decides, (period: string) => string>> & { readonly none: string }
}

const fr = frenchSpaces

/** The words of receipts. The words of the law are kept: these texts are read by judges. */
export const receiptMessages: Readonly<Record<Locale, ReceiptMessages>> = {
  fr: {
    titles: {
      registration: 'Accusé d’enregistrement électronique',
      acknowledgement: 'Accusé de réception de votre demande',
      both: 'Accusé d’enregistrement électronique et accusé de réception',
    },
    labels: {
      procedure: fr('Demande : '),
      number: fr('Numéro de suivi : '),
      receivedOn: fr('Date de réception : '),
      service: fr('Service chargé du dossier : '),
      remedies: fr('Voies et délais de recours. '),
    },
    period: (period) =>
      fr(
        'months' in period
          ? `${period.months}\u00a0mois`
          : `${period.days}\u00a0jour${period.days > 1 ? 's' : ''}`,
      ),
    silence: {
      rejects: {
        dated: (day, period) =>
          fr(
            `À défaut de décision expresse le ${day}, votre demande sera réputée rejetée (décision implicite de rejet). Le délai est de ${period} à compter de sa réception.`,
          ),
        notStarted:
          'En l’absence de décision expresse au terme du délai, votre demande sera réputée rejetée (décision implicite de rejet).',
      },
      accepts: {
        dated: (day, period) =>
          fr(
            `À défaut de décision expresse le ${day}, votre demande sera réputée acceptée (décision implicite d’acceptation). Le délai est de ${period} à compter de sa réception, complète, par l’autorité compétente.`,
          ),
        notStarted:
          'Votre demande pourra être réputée acceptée en l’absence de décision expresse. Le délai ne court qu’à compter de sa réception, complète, par l’autorité compétente.',
      },
      none: 'L’absence de réponse à cette demande ne vaut ni acceptation ni rejet.',
    },
    mayMove: {
      rejects:
        'Si nous vous demandons des pièces ou des informations manquantes, ce délai est suspendu pendant le temps qui vous est donné pour les fournir, ou jusqu’à leur réception.',
      accepts:
        'Si nous vous demandons des pièces ou des informations manquantes, ce délai ne court qu’à compter de leur réception.',
    },
    attestation:
      'Vous pourrez alors demander une attestation de cette acceptation (code des relations entre le public et l’administration, article L232-3).',
    basis: (text) => fr(`Textes applicables : ${text}.`),
    acknowledgementFollows: (days) =>
      fr(
        `Votre envoi est enregistré. L’accusé de réception, avec le délai de réponse, vous est adressé sous ${days} jours au plus.`,
      ),
    completeBy: (day) => fr(`Pièces et informations à fournir au plus tard le ${day}`),
    completionEffect: {
      rejects:
        'Le délai au terme duquel votre demande serait réputée rejetée est suspendu jusqu’à cette date, ou jusqu’à la réception de ces pièces et informations si elle intervient avant.',
      accepts:
        'Le délai au terme duquel votre demande serait réputée acceptée ne court qu’à compter de la réception de ces pièces et informations.',
    },
    applicant: {
      due: {
        rejects: (day) =>
          fr(`Sans réponse de notre part le ${day}, votre demande est considérée comme refusée.`),
        accepts: (day) =>
          fr(`Sans réponse de notre part le ${day}, votre demande est considérée comme acceptée.`),
      },
      awaited: {
        rejects: (day) =>
          fr(
            `Nous attendons votre réponse, au plus tard le ${day}. D’ici là, le délai de réponse est suspendu.`,
          ),
        accepts: (day) =>
          fr(
            `Nous attendons votre réponse, au plus tard le ${day}. Le délai de réponse courra en entier à partir de sa réception.`,
          ),
      },
      expired: {
        rejects: (day) =>
          fr(`Faute de réponse de notre part, votre demande est considérée comme refusée depuis le ${day}.`),
        accepts: (day) =>
          fr(
            `Faute de réponse de notre part, votre demande est considérée comme acceptée depuis le ${day}. Vous pouvez demander une attestation.`,
          ),
      },
    },
    sheet: {
      rejects: (period) => fr(`Sans réponse sous ${period}, votre demande est considérée comme refusée.`),
      accepts: (period) => fr(`Sans réponse sous ${period}, votre demande est considérée comme acceptée.`),
      none: 'L’absence de réponse ne vaut ni acceptation ni refus.',
    },
  },
  en: {
    titles: {
      registration: 'Electronic registration receipt',
      acknowledgement: 'Acknowledgement of receipt of your request',
      both: 'Electronic registration receipt and acknowledgement of receipt',
    },
    labels: {
      procedure: 'Request: ',
      number: 'Tracking number: ',
      receivedOn: 'Date of receipt: ',
      service: 'Service in charge: ',
      remedies: 'Remedies and time limits. ',
    },
    period: (period) =>
      'months' in period
        ? `${period.months}\u00a0month${period.months > 1 ? 's' : ''}`
        : `${period.days}\u00a0day${period.days > 1 ? 's' : ''}`,
    silence: {
      rejects: {
        dated: (day, period) =>
          `Without an express decision on ${day}, your request will be deemed rejected (implicit decision of rejection). The period is of ${period} from its receipt.`,
        notStarted:
          'Without an express decision at the end of the period, your request will be deemed rejected (implicit decision of rejection).',
      },
      accepts: {
        dated: (day, period) =>
          `Without an express decision on ${day}, your request will be deemed accepted (implicit decision of acceptance). The period is of ${period} from its receipt, complete, by the competent authority.`,
        notStarted:
          'Your request may be deemed accepted without an express decision. The period runs only from its receipt, complete, by the competent authority.',
      },
      none: 'The absence of an answer to this request means neither acceptance nor rejection.',
    },
    mayMove: {
      rejects:
        'If we ask you for missing documents or information, this period is suspended for the time you are given to send them, or until they arrive.',
      accepts:
        'If we ask you for missing documents or information, this period runs only from the day they arrive.',
    },
    attestation:
      'You may then ask for a certificate of this acceptance (Code des relations entre le public et l’administration, article L232-3).',
    basis: (text) => `Applicable texts: ${text}.`,
    acknowledgementFollows: (days) =>
      `What you sent is registered. The acknowledgement of receipt, with the time to answer, is sent to you within ${days} days at most.`,
    completeBy: (day) => `Documents and information to be sent by ${day} at the latest`,
    completionEffect: {
      rejects:
        'The period at the end of which your request would be deemed rejected is suspended until that date, or until these documents and information arrive if that is sooner.',
      accepts:
        'The period at the end of which your request would be deemed accepted runs only from the day these documents and information arrive.',
    },
    applicant: {
      due: {
        rejects: (day) => `Without an answer from us on ${day}, your request is considered refused.`,
        accepts: (day) => `Without an answer from us on ${day}, your request is considered accepted.`,
      },
      awaited: {
        rejects: (day) =>
          `We await your answer, by ${day} at the latest. Until then, our time to answer is suspended.`,
        accepts: (day) =>
          `We await your answer, by ${day} at the latest. Our whole time to answer will run from the day it arrives.`,
      },
      expired: {
        rejects: (day) => `For want of an answer from us, your request is considered refused since ${day}.`,
        accepts: (day) =>
          `For want of an answer from us, your request is considered accepted since ${day}. You can ask for a certificate.`,
      },
    },
    sheet: {
      rejects: (period) => `Without an answer within ${period}, your request is considered refused.`,
      accepts: (period) => `Without an answer within ${period}, your request is considered accepted.`,
      none: 'The absence of an answer means neither acceptance nor refusal.',
    },
  },
}
