// SPDX-License-Identifier: MIT
import { defineRegime } from '@guichet/engine'

/*
 * What silence means for the requests of a town. Exact articles are cited only where they were read; the rest is said
 * in words, to be verified by each town on the list of procedures that Légifrance publishes.
 */

const remedies = {
  fr: 'Si votre demande est ainsi rejetée, vous pouvez, dans les deux mois qui suivent cette date, demander au maire de revoir cette décision (recours gracieux) ou saisir le tribunal administratif, par courrier, à son accueil ou par l’application Télérecours citoyens (www.telerecours.fr). Un recours gracieux fait dans ce délai vous laisse de nouveau deux mois, après sa réponse ou son silence, pour saisir le tribunal.',
  en: 'If your request is thus rejected, you may, within the two months that follow that date, ask the mayor to review this decision (informal appeal) or apply to the administrative court, by post, at its desk or through Télérecours citoyens (www.telerecours.fr). An informal appeal made in that time leaves you two more months, after its answer or its silence, to apply to the court.',
}

const code = {
  fr: 'code des relations entre le public et l’administration, articles L112-3, L114-5 et L231-4',
  en: 'Code des relations entre le public et l’administration, articles L112-3, L114-5 and L231-4',
}

/** A report calls for work in the street, not for a decision about who reports it. */
export const streetProblemRegime = defineRegime({
  silence: 'rejects',
  period: { months: 2 },
  legalBasis: code,
  because: {
    fr: 'Un signalement ne tend pas à une décision individuelle : le silence vaut rejet.',
    en: 'A report does not seek an individual decision: silence means rejection.',
  },
  completionDays: 15,
  remedies,
})

/** Civil-status records are kept and delivered under the control of the judicial authority. */
export const civilStatusRegime = defineRegime({
  silence: 'none',
  legalBasis: {
    fr: 'règles propres à l’état civil ; code des relations entre le public et l’administration, article L112-3',
    en: 'rules of civil status; Code des relations entre le public et l’administration, article L112-3',
  },
  because: {
    fr: 'L’officier de l’état civil délivre les actes sous le contrôle de l’autorité judiciaire, selon des textes qui lui sont propres : le silence n’y décide pas.',
    en: 'The registrar delivers records under the control of the judicial authority, by texts of its own: silence does not decide there.',
  },
  completionDays: 15,
  remedies: {
    fr: 'Un désaccord sur la délivrance d’un acte se porte devant le tribunal judiciaire. Vous pouvez aussi écrire au procureur de la République.',
    en: 'A disagreement on the delivery of a record is brought before the judicial court. You can also write to the public prosecutor.',
  },
})

/** School meals are an optional service, by rules of the town: no law or regulation lays the procedure down. */
export const canteenRegime = defineRegime({
  silence: 'rejects',
  period: { months: 2 },
  legalBasis: code,
  because: {
    fr: 'L’inscription à la cantine suit le règlement de la commune et fixe un tarif : elle ne s’inscrit pas dans une procédure prévue par une loi ou un décret. Le silence vaut rejet.',
    en: 'Enrolment for school meals follows the rules of the town and sets a price: no law or decree lays its procedure down. Silence means rejection.',
  },
  completionDays: 15,
  remedies,
})

/** Public space belongs to all: nobody may come to occupy it because an answer was forgotten. */
export const publicSpaceRegime = defineRegime({
  silence: 'rejects',
  period: { months: 2 },
  legalBasis: {
    fr: `${code.fr} ; exceptions prévues par décret pour l’occupation du domaine public`,
    en: `${code.en}; exceptions by decree for the occupation of public space`,
  },
  because: {
    fr: 'Occuper le domaine public touche à la propriété publique et à la sécurité de la voie : le silence ne peut valoir acceptation.',
    en: 'Occupying public space concerns public property and the safety of the road: silence cannot mean acceptance.',
  },
  completionDays: 21,
  remedies,
  acknowledged: 'after-check',
})
