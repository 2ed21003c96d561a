// SPDX-License-Identifier: MIT
import type { DemonstrationFiling } from '@guichet/engine'
import * as act from './acts.ts'

const record = (filing: Parameters<typeof act.files>[1]) => act.files('acte-d-etat-civil', filing)
const identity = { files: ['piece-identite-specimen.pdf'] }

const birth = {
  recordKind: 'birth',
  isEventInTown: true,
  relationToSubject: 'self',
  copies: 1,
  delivery: 'post',
} as const

export const civilStatusRecords: readonly DemonstrationFiling[] = [
  record({
    when: [7, '09:04'],
    answers: {
      ...birth,
      recordCopy: 'full',
      subject: { firstName: 'Jean-Baptiste', lastName: 'Aubertin', birthDate: '1987-04-12' },
      eventOn: '1987-04-12',
      parentOne: 'Aubertin Michel',
      parentTwo: 'Roche Danielle',
      identityProof: identity,
      postalAddress: act.at('5 impasse des Oliviers'),
      ...act.contact(['Jean-Baptiste', 'Aubertin', '+33699001622']),
    },
  }),
  record({
    when: [4, '14:22'],
    answers: {
      ...birth,
      recordCopy: 'without_parents',
      copies: 2,
      subject: { firstName: 'Inès', lastName: 'Garnier', birthDate: '1999-09-30' },
      eventOn: '1999-09-30',
      postalAddress: act.at('41 avenue de la Gare'),
      ...act.contact(['Inès', 'Garnier']),
    },
    acts: [act.takes([3, '11:00'], 'julien')],
  }),
  record({
    when: [10, '16:48'],
    answers: {
      recordKind: 'marriage',
      recordCopy: 'with_parents',
      isEventInTown: true,
      subject: { firstName: 'Paul', lastName: 'Vidal' },
      spouse: { firstName: 'Anne', lastName: 'Lemoine' },
      eventOn: '2011-06-18',
      parentOne: 'Vidal Robert',
      relationToSubject: 'self',
      identityProof: identity,
      copies: 1,
      delivery: 'desk',
      ...act.contact(['Paul', 'Vidal', '+33699001644']),
    },
    acts: [
      act.takes([9, '08:40'], 'nadia'),
      act.asksMissing(
        [9, '08:52'],
        'nadia',
        'Votre pièce d’identité est illisible : pouvez-vous en envoyer une photo plus nette, recto et verso ?',
      ),
    ],
  }),
  record({
    when: [6, '10:31'],
    answers: {
      recordKind: 'death',
      recordCopy: 'full',
      isEventInTown: true,
      subject: { firstName: 'Germaine', lastName: 'Pons', birthDate: '1931-01-22' },
      eventOn: { inDays: -40 },
      parentOne: 'Pons Émile',
      relationToSubject: 'family',
      identityProof: identity,
      copies: 3,
      delivery: 'post',
      postalAddress: act.at('2 rue du Four'),
      ...act.contact(['Christian', 'Pons']),
    },
    acts: [
      act.takes([5, '15:00'], 'julien'),
      act.transmits(
        [5, '15:04'],
        'julien',
        'registry',
        'Pièce d’identité vérifiée, lien de filiation établi par le livret.',
      ),
    ],
  }),
  record({
    when: [18, '13:15'],
    person: 'elise',
    answers: {
      ...birth,
      recordCopy: 'without_parents',
      subject: { firstName: 'Élise', lastName: 'Courrière', birthDate: '1984-02-09' },
      eventOn: '1984-02-09',
      postalAddress: act.at('12 rue de la Banne'),
      ...act.contact(['Élise', 'Courrière', '+33699001284']),
      email: 'usager@plassans.example',
    },
    acts: [
      act.transmits([17, '09:10'], 'nadia', 'registry', 'Extrait sans filiation, rien à vérifier.'),
      act.unitAccepts([15, '11:42'], 'Votre extrait part aujourd’hui par la poste.', 0),
    ],
  }),
  record({
    when: [26, '17:09'],
    answers: {
      ...birth,
      recordCopy: 'full',
      relationToSubject: 'mandated',
      subject: { firstName: 'Robert', lastName: 'Maurin', birthDate: '1958-11-03' },
      eventOn: '1958-11-03',
      parentOne: 'Maurin Joseph',
      identityProof: identity,
      postalAddress: act.at('7 place de l’Évêché'),
      ...act.contact(['Pascale', 'Thibault']),
    },
    acts: [
      act.takes([25, '09:20'], 'julien'),
      act.refuses(
        [24, '10:05'],
        'julien',
        'Une copie intégrale n’est remise qu’à la personne concernée, à sa famille proche ou à un mandataire qui présente son mandat. Joignez le mandat signé à une nouvelle demande.',
      ),
      act.archives([4, '17:20'], 'claire'),
    ],
  }),
]
