// SPDX-License-Identifier: MIT
import type { DemonstrationFiling } from '@guichet/engine'
import * as act from './acts.ts'

const enrolment = (filing: Parameters<typeof act.files>[1]) => act.files('inscription-cantine', filing)
const everyDay = ['mon', 'tue', 'thu', 'fri']
const quotientProof = { files: ['attestation-quotient-familial.pdf'] }

const child = (
  firstName: string,
  lastName: string,
  bornOn: string,
  school: string,
  menu = 'usual',
  days = everyDay,
) => ({
  firstName,
  lastName,
  bornOn,
  school,
  menu,
  days,
})

const plain = { mealsFrom: { inDays: 12 }, hasAllergy: false, knowsQuotient: false } as const

export const canteenEnrolments: readonly DemonstrationFiling[] = [
  enrolment({
    when: [8, '20:11'],
    answers: {
      ...plain,
      children: [
        child('Yanis', 'Khelifi', '2018-05-14', 'tilleuls', 'no_pork'),
        child('Lina', 'Khelifi', '2020-10-02', 'tilleuls', 'no_pork', ['mon', 'thu']),
      ],
      home: act.at('Résidence Les Tilleuls, bâtiment B'),
      knowsQuotient: true,
      quotient: 742,
      quotientProof,
      ...act.contact(['Samira', 'Khelifi', '+33699001701']),
    },
  }),
  enrolment({
    when: [4, '08:19'],
    answers: {
      ...plain,
      children: [child('Louis', 'Delcourt', '2019-03-21', 'jules_verne')],
      hasAllergy: true,
      allergyDetails: 'Allergie à l’arachide et aux fruits à coque. Trousse d’urgence confiée à l’école.',
      home: act.at('16 rue Jules-Verne'),
      ...act.contact(['Anaïs', 'Delcourt', '+33699001715']),
    },
    acts: [
      act.takes([3, '09:31'], 'nadia'),
      act.asksMissing(
        [3, '09:40'],
        'nadia',
        'Pour l’allergie de Louis, il nous faut le projet d’accueil individualisé signé par le médecin scolaire. Vous pouvez le joindre en photo.',
      ),
    ],
  }),
  enrolment({
    when: [11, '12:50'],
    answers: {
      ...plain,
      children: [
        child('Camille', 'Fournier', '2017-07-07', 'saint_marc', 'vegetarian'),
        child('Noé', 'Fournier', '2019-12-19', 'saint_marc', 'vegetarian'),
        child('Jade', 'Fournier', '2021-08-30', 'saint_marc', 'vegetarian', ['tue', 'fri']),
      ],
      home: act.at('3 chemin des Aires'),
      knowsQuotient: true,
      quotient: 388,
      quotientProof,
      ...act.contact(['Laure', 'Fournier', '+33699001733']),
    },
    acts: [
      act.takes([10, '10:02'], 'julien'),
      act.transmits(
        [10, '10:08'],
        'julien',
        'schools',
        'Trois enfants, attestation du mois : tarif social à appliquer.',
      ),
      act.unitAsksMissing(
        [8, '14:15'],
        'L’attestation de quotient est coupée en bas : pouvez-vous la photographier en entier ?',
      ),
      act.answers([7, '18:44'], { quotientProof }, 'La voici en entier, désolée.'),
    ],
  }),
  enrolment({
    when: [22, '21:30'],
    answers: {
      ...plain,
      children: [child('Adam', 'Roux', '2018-01-11', 'jules_verne')],
      home: act.at('9 rue de la République'),
      ...act.contact(['Marion', 'Roux']),
    },
    acts: [
      act.transmits([21, '09:00'], 'nadia', 'schools', 'Dossier complet, sans quotient.'),
      act.unitAccepts(
        [19, '15:25'],
        'Adam est attendu à la cantine à la date demandée. Le tarif est de 4,60 € le repas ; envoyez votre attestation de quotient quand vous l’aurez.',
        7,
      ),
    ],
  }),
  enrolment({
    when: [0, '07:42'],
    answers: {
      ...plain,
      children: [child('Manon', 'Perrin', '2020-06-25', 'tilleuls')],
      home: act.at('52 avenue de la Gare'),
      knowsQuotient: true,
      quotient: 1105,
      quotientProof,
      ...act.contact(['Thomas', 'Perrin', '+33699001760']),
    },
  }),
  enrolment({
    when: [40, '10:00'],
    answers: {
      ...plain,
      children: [child('Hugo', 'Blanc', '2016-04-04', 'saint_marc')],
      home: act.at('1 rue des Écoles'),
      ...act.contact(['Isabelle', 'Blanc']),
    },
    acts: [
      act.takes([39, '09:15'], 'nadia'),
      act.accepts([39, '09:22'], 'nadia', 'Hugo est inscrit. Les repas sont facturés à la fin du mois.'),
      act.archives([9, '16:40'], 'claire'),
    ],
  }),
  enrolment({
    when: [13, '22:05'],
    answers: {
      ...plain,
      children: [child('Chloé', 'Martel', '2019-09-09', 'jules_verne')],
      home: act.at('28 rue du Moulin'),
      ...act.contact(['Julie', 'Martel']),
    },
    acts: [
      act.takes([12, '11:10'], 'julien'),
      act.asksMissing(
        [12, '11:14'],
        'julien',
        'Chloé n’est pas encore inscrite à l’école Jules-Verne. L’avez-vous inscrite auprès de la directrice ?',
        10,
      ),
    ],
  }),
]
