// SPDX-License-Identifier: MIT
import type { LocalizedText } from '../text/localized.ts'
import { frenchSpaces } from '../text/typography.ts'

const text = (fr: string, en: string): LocalizedText => ({ fr: frenchSpaces(fr), en })

/** What the questions on silence say, and what follows from the answers. */
export const silenceMessages = {
  questions: {
    'not-individual': {
      question: text(
        'La demande vise-t-elle autre chose qu’une décision propre à la personne qui la dépose ?',
        'Does the request aim at something other than a decision about the person who files it?',
      ),
      help: text(
        'Un signalement, une question, une suggestion, une demande d’intervention dans la rue n’appellent pas de décision individuelle.',
        'A report, a question, a suggestion, a call for work in a street do not seek an individual decision.',
      ),
    },
    'no-procedure': {
      question: text(
        'La demande est-elle hors de toute procédure prévue par une loi ou un règlement, ou est-ce une réclamation ou un recours ?',
        'Is the request outside any procedure laid down by a law or a regulation, or is it a complaint or an appeal?',
      ),
      help: text(
        'Une faveur, une réservation de salle, une contestation de décision n’entrent dans aucune procédure de ce genre.',
        'A favour, the booking of a room, the contesting of a decision belong to no such procedure.',
      ),
    },
    financial: {
      question: text('La demande a-t-elle un caractère financier ?', 'Is the request of a financial nature?'),
      help: text(
        'Subvention, aide, remise, tarif réduit. En matière de sécurité sociale, un décret peut prévoir l’acceptation.',
        'Grant, aid, remission, reduced price. In social security, a decree may provide for acceptance.',
      ),
    },
    excluded: {
      question: text(
        'Un décret prévoit-il que le silence vaut refus pour cette demande ?',
        'Does a decree provide that silence means refusal for this request?',
      ),
      help: text(
        'Notamment pour l’ordre public, la sécurité, la protection des libertés, ou un décret propre aux collectivités. La liste des procédures est publiée sur Légifrance.',
        'In particular for public order, security, the protection of freedoms, or a decree about local bodies. The list of procedures is published on Légifrance.',
      ),
    },
    'from-agents': {
      question: text(
        'La demande vient-elle d’un agent de l’administration, en cette qualité ?',
        'Does the request come from an agent of the administration, as such?',
      ),
      help: text(
        'Congé, mutation, formation : les relations entre l’administration et ses agents suivent la règle du refus.',
        'Leave, transfer, training: relations between the administration and its agents follow the rule of refusal.',
      ),
    },
  },
  reasons: {
    'not-individual': text(
      'La demande ne tend pas à une décision individuelle.',
      'The request does not seek an individual decision.',
    ),
    'no-procedure': text(
      'La demande ne s’inscrit pas dans une procédure prévue par un texte, ou présente le caractère d’une réclamation.',
      'The request is not part of a procedure laid down by a text, or is a complaint.',
    ),
    financial: text('La demande présente un caractère financier.', 'The request is of a financial nature.'),
    excluded: text(
      'Un décret prévoit que le silence vaut refus.',
      'A decree provides that silence means refusal.',
    ),
    'from-agents': text(
      'La demande relève des relations de l’administration avec ses agents.',
      'The request is part of the relations of the administration with its agents.',
    ),
  },
  principle: text(
    'Aucune exception ne s’applique : le silence de deux mois vaut acceptation.',
    'No exception applies: a silence of two months means acceptance.',
  ),
  rejectsBasis: text(
    'Code des relations entre le public et l’administration, article L231-4',
    'Code des relations entre le public et l’administration, article L231-4',
  ),
  acceptsBasis: text(
    'Code des relations entre le public et l’administration, article L231-1',
    'Code des relations entre le public et l’administration, article L231-1',
  ),
  verify: text(
    'Ceci est une proposition, à vérifier par votre service juridique : un texte propre à cette démarche peut fixer un autre délai ou un autre sens du silence.',
    'This is a proposal, to be verified by your legal department: a text of this procedure may set another period or another meaning of silence.',
  ),
} as const
