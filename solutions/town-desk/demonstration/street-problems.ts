// SPDX-License-Identifier: MIT
import type { DemonstrationFiling } from '@guichet/engine'
import * as act from './acts.ts'

const report = (filing: Parameters<typeof act.files>[1]) => act.files('signaler-un-probleme', filing)
const elise = { ...act.contact(['Élise', 'Courrière', '+33699001284']), email: 'usager@plassans.example' }

export const streetProblems: readonly DemonstrationFiling[] = [
  report({
    when: [2, '09:23'],
    person: 'elise',
    answers: {
      problemKind: 'lighting',
      observation: 'Lampadaire éteint',
      since: { inDays: -3 },
      isDangerous: true,
      description:
        'Le lampadaire devant la boulangerie ne s’allume plus. La trappe au pied du mât est ouverte et on voit les fils. Le passage piéton juste à côté est dans le noir quand les enfants sortent de l’étude.',
      place: act.at('14 rue de la Banne'),
      placeDetails: 'Devant la boulangerie, côté impair. Le numéro sur le mât est EP 0417.',
      photos: { files: ['lampadaire-rue-de-la-banne.jpg', 'trappe-ouverte-mat-ep-0417.jpg'] },
      ...elise,
    },
    acts: [
      act.takes([1, '10:38'], 'nadia'),
      act.writes(
        [1, '10:40'],
        'nadia',
        'Merci pour votre signalement et pour les photos, elles nous aident beaucoup. Je vérifie le numéro du mât avec le service Éclairage public.',
      ),
      act.notes(
        [1, '10:45'],
        'julien',
        'unit',
        'negative',
        'Fils accessibles à un enfant : passer devant les autres interventions.',
      ),
      act.notes([1, '11:02'], 'nadia', 'desk', 'information', 'Même mât signalé en mars, réparé en 4 jours.'),
      act.asksCorrection(
        [1, '16:05'],
        'nadia',
        'Le mât EP 0417 est au 12, pas au 14. Pouvez-vous confirmer l’adresse et nous dire si la trappe est toujours ouverte ?',
        [
          { field: 'place', word: 'Devant quel numéro exactement ?' },
          { field: 'lampNumber', word: 'Il est gravé sur le mât.' },
        ],
      ),
      act.answers(
        [0, '08:12'],
        { place: act.at('12 rue de la Banne'), lampNumber: 'EP 0417' },
        'Oui c’est bien le 12, j’ai corrigé. La trappe est toujours ouverte ce matin.',
      ),
    ],
  }),
  report({
    when: [7, '17:41'],
    answers: {
      problemKind: 'dumping',
      observation: 'Dépôt sauvage',
      since: { inDays: -1 },
      isDangerous: false,
      description: 'Un canapé, un sommier, des pneus et des sacs noirs déposés dans la nuit le long du quai.',
      place: act.at('quai des Tanneurs'),
      placeDetails: 'Entre les deux bancs, côté rivière.',
      photos: { files: ['depot-quai-des-tanneurs.jpg'] },
      ...act.contact(['Marcel', 'Brunet', '+33699001311']),
    },
  }),
  report({
    when: [6, '08:55'],
    answers: {
      problemKind: 'road',
      observation: 'Nid-de-poule',
      since: { inDays: -10 },
      isDangerous: true,
      description:
        'Un trou profond au milieu de la voie, plein d’eau quand il pleut. Un cycliste est tombé hier.',
      place: act.at('rue Balaine'),
      photos: { files: ['nid-de-poule-rue-balaine.jpg'] },
      ...act.contact(['Fatou', 'Diarra', '+33699001340']),
    },
    acts: [
      act.takes([5, '09:15'], 'nadia'),
      act.asksCorrection(
        [5, '09:20'],
        'nadia',
        'La rue Balaine est longue : à quelle hauteur est le trou ? Un numéro ou un repère suffit.',
      ),
      act.answers(
        [4, '19:02'],
        {
          place: act.at('27 rue Balaine'),
          placeDetails: 'Juste avant le garage, dans le sens de la descente.',
        },
        'Devant le 27, j’ai complété.',
      ),
    ],
  }),
  report({
    when: [3, '12:08'],
    answers: {
      problemKind: 'tree',
      observation: 'Arbre penché',
      since: { inDays: 0 },
      isDangerous: true,
      description: 'Le grand platane penche depuis le coup de vent, la terre se soulève d’un côté.',
      place: act.at('cours Sauvaire'),
      placeDetails: 'Devant le kiosque.',
      photos: { files: ['arbre-penche-cours-sauvaire.jpg'] },
      ...act.contact(['Huguette', 'Sicard']),
    },
  }),
  report({
    when: [16, '10:12'],
    answers: {
      problemKind: 'road',
      observation: 'Trottoir affaissé',
      since: { inDays: -30 },
      isDangerous: false,
      description:
        'Le trottoir s’est affaissé sur deux mètres, les poussettes doivent passer sur la chaussée.',
      place: act.at('8 rue du Faubourg'),
      ...act.contact(['Huguette', 'Sicard']),
    },
    acts: [
      act.takes([15, '09:00'], 'nadia'),
      act.transmits(
        [15, '09:05'],
        'nadia',
        'roads',
        'Adresse vérifiée sur le plan. Passage de l’école à 50 mètres, merci de passer rapidement.',
      ),
      act.writes(
        [9, '14:30'],
        'nadia',
        'Le service Voirie est venu voir le trottoir. Nous vous donnons la date des travaux dès qu’elle est fixée.',
      ),
    ],
  }),
  report({
    when: [5, '21:14'],
    answers: {
      problemKind: 'lighting',
      observation: 'Trois lampadaires éteints',
      lampNumber: 'EP 0388',
      since: { inDays: -2 },
      isDangerous: false,
      description: 'Toute la montée est dans le noir depuis deux soirs.',
      place: act.at('montée des Capucins'),
      ...act.contact(['Ahmed', 'Belkacem', '+33699001420']),
    },
    acts: [
      act.takes([4, '08:50'], 'julien'),
      act.transmits(
        [4, '08:55'],
        'julien',
        'lighting',
        'Trois mâts de suite : sans doute le coffret. EP 0386 à EP 0388.',
      ),
    ],
  }),
  report({
    when: [9, '15:36'],
    answers: {
      problemKind: 'cleanliness',
      observation: 'Tags sur le mur de l’école',
      isDangerous: false,
      description: 'De grands tags sur le mur de la cour, côté rue.',
      place: act.at('école Les Tilleuls, rue des Tilleuls'),
      ...act.contact(['Sophie', 'Reynaud']),
    },
    acts: [
      act.takes([8, '10:00'], 'julien'),
      act.transmits(
        [8, '10:04'],
        'julien',
        'roads',
        'Mur de l’école, à nettoyer avant la rentrée de lundi si possible.',
      ),
      act.unitSendsBack(
        [6, '11:20'],
        'Le nettoyage des murs relève de Propreté et espaces verts, pas de la Voirie.',
      ),
    ],
  }),
  report({
    when: [24, '18:20'],
    answers: {
      problemKind: 'lighting',
      observation: 'Lampadaire qui clignote',
      lampNumber: 'EP 0122',
      since: { inDays: -7 },
      isDangerous: false,
      description: 'Il clignote toute la nuit devant nos chambres.',
      place: act.at('3 place du Marché'),
      ...act.contact(['Bernard', 'Lagrange', '+33699001515']),
    },
    acts: [
      act.takes([23, '09:30'], 'nadia'),
      act.transmits([23, '09:34'], 'nadia', 'lighting', 'Mât EP 0122, ballast à vérifier.'),
      act.unitAccepts(
        [20, '16:10'],
        'Le ballast a été changé cet après-midi. Dites-nous si le clignotement revient.',
        0,
      ),
    ],
  }),
  report({
    when: [45, '11:47'],
    answers: {
      problemKind: 'dumping',
      observation: 'Gravats devant le cimetière',
      isDangerous: false,
      description: 'Un tas de gravats a été vidé devant la grille.',
      place: act.at('chemin du Cimetière'),
      ...act.contact(['Monique', 'Astier']),
    },
    acts: [
      act.transmits([44, '09:12'], 'julien', 'parks', 'Accès du corbillard gêné.'),
      act.unitAccepts([42, '10:30'], 'Les gravats ont été enlevés ce matin.', 0),
      act.archives([12, '17:00'], 'claire'),
    ],
  }),
  report({
    when: [30, '19:55'],
    answers: {
      problemKind: 'other',
      observation: 'Haie du voisin sur le trottoir',
      isDangerous: false,
      description: 'La haie du jardin voisin dépasse et on ne peut plus marcher à deux.',
      place: act.at('19 rue des Lilas'),
      ...act.contact(['Denis', 'Marchetti']),
    },
    acts: [
      act.takes([29, '10:10'], 'julien'),
      act.refuses(
        [28, '14:45'],
        'julien',
        'La haie est sur un terrain privé : la mairie écrit au propriétaire, qui a un mois pour tailler, mais ne peut pas intervenir elle-même. Vous pouvez aussi saisir le conciliateur de justice, gratuitement.',
      ),
    ],
  }),
  report({
    when: [1, '20:33'],
    answers: {
      problemKind: 'cleanliness',
      observation: 'Corbeilles qui débordent',
      isDangerous: false,
      description: 'Les deux corbeilles de l’aire de jeux débordent depuis dimanche.',
      place: act.at('parc Saint-Marc'),
      ...act.contact(['Leïla', 'Mansouri']),
    },
  }),
  report({
    when: [12, '07:58'],
    answers: {
      problemKind: 'road',
      observation: 'Panneau « stop » tombé',
      isDangerous: true,
      description: 'Le panneau est couché dans le fossé, les voitures ne s’arrêtent plus.',
      place: act.at('carrefour des Quatre-Chemins'),
      ...act.contact(['Yvon', 'Carrère']),
    },
    acts: [act.withdraws([12, '12:15'], 'Une équipe l’a déjà remis en place, merci.')],
  }),
]
