// SPDX-License-Identifier: MIT
import type { DemonstrationFiling } from '@guichet/engine'
import * as act from './acts.ts'

const occupation = (filing: Parameters<typeof act.files>[1]) => act.files('occuper-le-domaine-public', filing)
const documents = {
  sitePlan: { files: ['plan-terrasse.pdf'] },
  insurance: { files: ['attestation-assurance.pdf'] },
}

export const publicSpaceRequests: readonly DemonstrationFiling[] = [
  occupation({
    when: [8, '11:16'],
    answers: {
      applicantKind: 'company',
      organisationName: 'SARL Boulangerie Peyron',
      siret: '73282932000074',
      occupationKind: 'terrace',
      place: act.at('12 rue de la Banne'),
      surface: 12,
      startsOn: { inDays: 40 },
      endsOn: { inDays: 220 },
      blocksTraffic: false,
      ...documents,
      ...act.contact(['Luc', 'Peyron', '+33699001802']),
    },
    acts: [
      act.takes([7, '09:45'], 'nadia'),
      act.asksCorrection(
        [7, '09:58'],
        'nadia',
        'Le plan indique 6 m sur 3 m, soit 18 m², mais vous avez écrit 12. Quelle est la bonne surface ?',
        [{ field: 'surface', word: 'Le plan joint donne 18 m².' }],
      ),
      act.applicantWrites([6, '12:30'], 'Bonjour, je mesure ce soir et je corrige.'),
      act.answers([5, '20:40'], { surface: 18 }, 'C’est bien 18 m².'),
    ],
  }),
  occupation({
    when: [27, '09:38'],
    answers: {
      applicantKind: 'company',
      organisationName: 'SCI des Aires',
      siret: '73282932000074',
      occupationKind: 'scaffolding',
      place: act.at('4 chemin des Aires'),
      surface: 22.5,
      startsOn: { inDays: 45 },
      endsOn: { inDays: 75 },
      blocksTraffic: true,
      detour: 'Piétons sur le trottoir d’en face. Voitures par la rue du Moulin, dans les deux sens.',
      ...documents,
      ...act.contact(['Odile', 'Garrigue', '+33699001820']),
    },
    acts: [
      act.takes([26, '10:20'], 'julien'),
      act.transmits(
        [26, '10:30'],
        'julien',
        'roads',
        'Arrêté de circulation à prendre en même temps. Plan conforme.',
      ),
    ],
  }),
  occupation({
    when: [5, '16:02'],
    answers: {
      applicantKind: 'individual',
      occupationKind: 'moving',
      place: act.at('33 rue du Faubourg'),
      surface: 20,
      startsOn: { inDays: 21 },
      endsOn: { inDays: 21 },
      blocksTraffic: false,
      ...documents,
      ...act.contact(['Georges', 'Lantier']),
    },
    acts: [
      act.takes([4, '09:10'], 'nadia'),
      act.transmits([4, '09:14'], 'nadia', 'planning', 'Déménagement sur une journée.'),
      act.unitSendsBack([3, '10:48'], 'Un déménagement se traite à la Voirie, pas à l’Urbanisme.'),
    ],
  }),
  occupation({
    when: [3, '18:27'],
    answers: {
      applicantKind: 'association',
      organisationName: 'La Clef des chants',
      siret: '78430177200025',
      occupationKind: 'event',
      place: act.at('place du Mail'),
      surface: 40,
      startsOn: { inDays: 22 },
      endsOn: { inDays: 23 },
      blocksTraffic: false,
      ...documents,
      ...act.contact(['Rémi', 'Castel']),
    },
  }),
  occupation({
    when: [35, '14:55'],
    answers: {
      applicantKind: 'individual',
      occupationKind: 'skip',
      place: act.at('6 rue du Four'),
      surface: 8,
      startsOn: { inDays: 20 },
      endsOn: { inDays: 24 },
      blocksTraffic: false,
      ...documents,
      ...act.contact(['Patrick', 'Monnier', '+33699001888']),
    },
    acts: [
      act.transmits([34, '09:00'], 'nadia', 'roads', 'Benne sur deux places de stationnement.'),
      act.unitAccepts(
        [30, '10:10'],
        'L’arrêté est signé. Affichez-le sur la benne, visible de la rue, du premier au dernier jour.',
        16,
      ),
    ],
  }),
  occupation({
    when: [15, '10:44'],
    answers: {
      applicantKind: 'company',
      organisationName: 'Brasserie du Mail',
      siret: '73282932000074',
      occupationKind: 'terrace',
      place: act.at('2 place du Mail'),
      surface: 60,
      startsOn: { inDays: 30 },
      endsOn: { inDays: 300 },
      blocksTraffic: false,
      ...documents,
      ...act.contact(['Sylvie', 'Arnoux']),
    },
    acts: [
      act.takes([14, '09:50'], 'julien'),
      act.transmits([14, '09:56'], 'julien', 'roads', 'Grande terrasse : vérifier le passage des secours.'),
      act.unitRefuses(
        [10, '15:30'],
        'La terrasse ne laisse que 1,10 m aux piétons et ferme l’accès des pompiers. Une terrasse de 35 m² au plus est possible : déposez une nouvelle demande avec ce plan.',
      ),
    ],
  }),
  occupation({
    when: [2, '13:37'],
    answers: {
      applicantKind: 'individual',
      occupationKind: 'scaffolding',
      place: act.at('11 rue des Lilas'),
      surface: 10,
      startsOn: { inDays: 18 },
      endsOn: { inDays: 32 },
      blocksTraffic: false,
      ...documents,
      ...act.contact(['Nathalie', 'Imbert', '+33699001899']),
    },
  }),
  occupation({
    when: [57, '10:12'],
    answers: {
      applicantKind: 'association',
      organisationName: 'Comité des fêtes du Faubourg',
      siret: '73282932000074',
      occupationKind: 'event',
      place: act.at('Place de la Halle'),
      surface: 30,
      startsOn: { inDays: 75 },
      endsOn: { inDays: 76 },
      blocksTraffic: false,
      ...documents,
      ...act.contact(['Rosalie', 'Fabrègue', '+33699001833']),
    },
    acts: [
      act.takes([56, '09:20'], 'julien'),
      act.transmits(
        [56, '09:31'],
        'julien',
        'roads',
        'Marché de Noël du Faubourg. Vérifier l’accès des pompiers.',
      ),
    ],
  }),
]
