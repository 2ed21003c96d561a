// SPDX-License-Identifier: MIT
import { any, compare, type Condition, type Fields, type Form, type Procedure } from '@guichet/engine'
import { contactPage } from './contact.ts'
import { publicSpaceRegime } from '../regimes.ts'

/** Asking to occupy a pavement, a square or a road for a time. */
export const fields = {
  occupationKind: {
    type: 'choice',
    label: { fr: 'Que voulez-vous installer ?', en: 'What do you want to set up?' },
    shortLabel: { fr: 'Installation', en: 'Installation' },
    options: [
      { value: 'terrace', label: { fr: 'Terrasse', en: 'Terrace' } },
      { value: 'scaffolding', label: { fr: 'Échafaudage', en: 'Scaffolding' } },
      { value: 'skip', label: { fr: 'Benne', en: 'Skip' } },
      { value: 'moving', label: { fr: 'Camion de déménagement', en: 'Removal lorry' } },
      { value: 'event', label: { fr: 'Étal ou animation', en: 'Stall or event' } },
    ],
  },
  surface: {
    type: 'number',
    label: { fr: 'Surface occupée', en: 'Surface occupied' },
    help: { fr: 'Longueur × largeur, au sol.', en: 'Length × width, on the ground.' },
    min: 0.5,
    max: 500,
    decimals: 1,
    unit: { fr: 'm²', en: 'm²' },
  },
  startsOn: {
    type: 'date',
    label: { fr: 'Du', en: 'From' },
    shortLabel: { fr: 'Début', en: 'Start' },
    help: { fr: 'Dans 15 jours au plus tôt.', en: 'In 15 days at the earliest.' },
    min: 'today+15',
  },
  endsOn: { type: 'date', label: { fr: 'Au', en: 'To' }, shortLabel: { fr: 'Fin', en: 'End' } },
  occupationDays: {
    type: 'computed',
    label: { fr: 'Durée', en: 'Length' },
    expression: 'daysBetween(entry.startsOn, entry.endsOn) + 1',
    result: 'number',
  },
  estimatedFee: {
    type: 'computed',
    label: { fr: 'Redevance estimée', en: 'Estimated fee' },
    help: {
      fr: 'Surface × durée × tarif de l’année ; l’arrêté fixe le montant dû.',
      en: 'Surface × length × rate of the year; the order sets the amount due.',
    },
    expression:
      'money(round(entry.surface * entry.occupationDays * (entry.occupationKind == "terrace" ? 140 : entry.occupationKind == "event" ? 180 : 320), 0))',
    result: 'text',
  },
  blocksTraffic: {
    type: 'boolean',
    label: { fr: 'Faut-il fermer une voie ou un trottoir ?', en: 'Must a lane or a pavement be closed?' },
    shortLabel: { fr: 'Voie ou trottoir à fermer', en: 'Lane or pavement to close' },
    help: {
      fr: 'Un arrêté de circulation est alors pris en même temps.',
      en: 'A traffic order is then made at the same time.',
    },
  },
  detour: {
    type: 'long_text',
    label: { fr: 'Déviation proposée', en: 'Proposed detour' },
    help: { fr: 'Par où passeront les piétons et les voitures.', en: 'Where pedestrians and cars will go.' },
    maxLength: 1000,
  },
  sitePlan: {
    type: 'files',
    label: { fr: 'Plan coté de l’emplacement', en: 'Dimensioned plan of the site' },
    help: {
      fr: 'Même à la main : longueur, largeur et passage laissé aux piétons, 1,40 m au moins. 10 Mo au plus par fichier.',
      en: 'Even by hand: length, width and the way left to pedestrians, at least 1.40 m. 10 MB at most each.',
    },
    accept: ['pdf', 'image'],
    maxSizeMb: 10,
    maxCount: 3,
  },
  roadForm: {
    type: 'file',
    label: { fr: 'Formulaire de permission de voirie', en: 'Form for works on the road' },
    help: {
      fr: 'Seulement si l’installation est fixée au sol ou le creuse. Rempli et signé.',
      en: 'Only when the installation is fixed to the ground or digs it. Filled in and signed.',
    },
    model: {
      label: {
        fr: 'Demande de permission ou d’autorisation de voirie, de permis de stationnement, ou d’autorisation d’entreprendre des travaux (cerfa 14023*01)',
        en: 'Application for permission to work on the road (cerfa 14023*01, in French)',
      },
      url: 'https://entreprendre.service-public.fr/vosdroits/R17000',
    },
    accept: ['pdf', 'image'],
    maxSizeMb: 10,
    personalData: true,
  },
  insurance: {
    type: 'file',
    label: { fr: 'Attestation d’assurance', en: 'Insurance certificate' },
    help: { fr: 'Responsabilité civile, en cours de validité.', en: 'Civil liability, currently valid.' },
    accept: ['pdf', 'image'],
    maxSizeMb: 10,
    personalData: true,
  },
  applicantKind: {
    type: 'choice',
    label: { fr: 'Vous demandez pour', en: 'You ask for' },
    shortLabel: { fr: 'Demande faite pour', en: 'Asked for' },
    options: [
      {
        value: 'individual',
        label: { fr: 'Vous-même', en: 'Yourself' },
        shortLabel: { fr: 'Le demandeur lui-même', en: 'The applicant' },
      },
      { value: 'company', label: { fr: 'Une entreprise ou un commerce', en: 'A company or a shop' } },
      { value: 'association', label: { fr: 'Une association', en: 'An association' } },
    ],
  },
  organisationName: {
    type: 'text',
    label: { fr: 'Nom de l’entreprise ou de l’association', en: 'Name of the company or association' },
    maxLength: 140,
  },
  siret: {
    type: 'siret',
    label: { fr: 'Numéro SIRET', en: 'SIRET number' },
    help: {
      fr: '14 chiffres, sur vos factures ou votre extrait Kbis.',
      en: '14 digits, on your invoices or registration.',
    },
  },
} satisfies Fields

const hasSiret = any(compare('applicantKind', 'eq', 'company'), compare('applicantKind', 'eq', 'association'))
const endsAfterStart: Condition = {
  kind: 'compare',
  path: 'endsOn',
  op: 'gte',
  value: { kind: 'path', path: 'startsOn' },
}

export const form = {
  collection: 'request',
  title: { fr: 'Occuper le domaine public', en: 'Occupy public space' },
  pages: [
    {
      key: 'who',
      title: { fr: 'Qui demande', en: 'Who asks' },
      items: [
        { field: 'applicantKind', required: true },
        { field: 'organisationName', required: true, showWhen: hasSiret },
        { field: 'siret', required: true, showWhen: hasSiret },
      ],
    },
    {
      key: 'installation',
      title: { fr: 'L’installation', en: 'The installation' },
      items: [
        { field: 'occupationKind', required: true },
        {
          field: 'place',
          required: true,
          label: { fr: 'Adresse de l’installation', en: 'Address of the installation' },
        },
        { field: 'surface', required: true },
        { field: 'startsOn', required: true },
        { field: 'endsOn', required: true },
        { field: 'blocksTraffic', required: true },
        { field: 'detour', required: true, showWhen: compare('blocksTraffic', 'eq', true) },
      ],
    },
    {
      key: 'documents',
      title: { fr: 'Les pièces', en: 'The documents' },
      items: [
        { field: 'sitePlan', required: true },
        { field: 'insurance', required: true },
        { field: 'roadForm' },
      ],
    },
    contactPage,
  ],
} satisfies Form

export const procedure = {
  title: { fr: 'Occuper le domaine public', en: 'Occupy public space' },
  summary: { fr: 'Terrasse, échafaudage, benne, déménagement.', en: 'Terrace, scaffolding, skip, removal.' },
  theme: 'streets',
  icon: 'crane',
  keywords: {
    fr: ['terrasse', 'échafaudage', 'benne', 'déménagement', 'arrêté', 'stationnement', 'étal'],
    en: ['terrace', 'scaffolding', 'skip', 'removal', 'order', 'parking', 'stall'],
  },
  form: 'public-space',
  presets: { procedure: 'public_space' },
  minutes: 15,
  answerDays: 21,
  regime: publicSpaceRegime,
  order: 4,
  eligibility: [
    {
      condition: endsAfterStart,
      otherwise: {
        fr: 'La fin de l’installation vient avant son début : corrigez les dates.',
        en: 'The installation ends before it starts: correct the dates.',
      },
    },
  ],
  sheet: {
    lead: {
      fr: 'Terrasse, échafaudage, benne, camion de déménagement : demandez l’autorisation avant de vous installer sur un trottoir, une place ou une chaussée de la commune.',
      en: 'Terrace, scaffolding, skip, removal lorry: ask for permission before setting up on a pavement, a square or a road of the town.',
    },
    facts: [
      {
        label: { fr: 'Pour qui', en: 'For whom' },
        value: {
          fr: 'Particuliers, commerces, entreprises, associations',
          en: 'Individuals, shops, companies, associations',
        },
      },
      {
        label: { fr: 'Quand', en: 'When' },
        value: {
          fr: '15 jours au moins avant l’installation',
          en: 'At least 15 days before the installation',
        },
      },
      {
        label: { fr: 'Coût', en: 'Cost' },
        value: {
          fr: 'Dossier gratuit. Redevance selon la surface : 1,40 € à 3,20 € par m² et par jour',
          en: 'Free application. Fee by surface: €1.40 to €3.20 per m² and day',
        },
      },
    ],
    notice: {
      title: { fr: 'Chantier qui ferme une voie', en: 'Works that close a lane' },
      body: {
        fr: 'Il faut aussi un arrêté de circulation. La même demande suffit : nous vous posons une question de plus.',
        en: 'A traffic order is needed too. The same request is enough: we ask you one more question.',
      },
    },
    steps: [
      {
        title: { fr: 'Vous décrivez l’installation', en: 'You describe the installation' },
        detail: {
          fr: 'Lieu, surface, dates. Un plan coté, même à la main, suffit.',
          en: 'Place, surface, dates. A dimensioned plan, even by hand, is enough.',
        },
      },
      {
        title: { fr: 'Le guichet vérifie votre dossier', en: 'The desk checks your file' },
        detail: {
          fr: 'Sous 2 jours ouvrés. S’il manque une pièce, nous vous écrivons.',
          en: 'Within 2 working days. If a document is missing, we write to you.',
        },
      },
      {
        title: { fr: 'Le service Voirie instruit', en: 'The Roads department examines it' },
        detail: {
          fr: 'Il peut passer sur place et vous proposer un autre emplacement.',
          en: 'It may come on site and suggest another spot.',
        },
      },
      {
        title: { fr: 'Vous recevez l’arrêté signé', en: 'You receive the signed order' },
        detail: {
          fr: 'À afficher sur place, visible de la rue, pendant toute la durée.',
          en: 'To be displayed on site, visible from the street, the whole time.',
        },
      },
    ],
    documents: [
      {
        title: { fr: 'Plan coté de l’emplacement', en: 'Dimensioned plan of the site' },
        detail: {
          fr: 'Longueur, largeur, passage laissé aux piétons (1,40 m au moins).',
          en: 'Length, width, way left to pedestrians (at least 1.40 m).',
        },
      },
      {
        title: { fr: 'Attestation d’assurance', en: 'Insurance certificate' },
        detail: {
          fr: 'Responsabilité civile, en cours de validité.',
          en: 'Civil liability, currently valid.',
        },
      },
      {
        title: { fr: 'Formulaire de permission de voirie', en: 'Form for works on the road' },
        detail: {
          fr: 'Seulement si l’installation est fixée au sol ou le creuse.',
          en: 'Only when the installation is fixed to the ground or digs it.',
        },
        field: 'roadForm',
      },
      {
        title: { fr: 'Numéro SIRET', en: 'SIRET number' },
        detail: {
          fr: 'Entreprises et associations. Rien à joindre.',
          en: 'Companies and associations. Nothing to attach.',
        },
      },
    ],
    questions: [
      {
        question: { fr: 'Puis-je m’installer avant la réponse ?', en: 'May I set up before the answer?' },
        answer: {
          fr: 'Non. Sans arrêté affiché, l’installation peut être enlevée à vos frais. Pour un déménagement urgent, appelez le guichet.',
          en: 'No. Without a displayed order, the installation may be removed at your expense. For an urgent removal, call the desk.',
        },
      },
      {
        question: { fr: 'Comment calculer la redevance ?', en: 'How is the fee worked out?' },
        answer: {
          fr: 'Surface × nombre de jours × tarif de l’année : 1,40 € pour une terrasse, 1,80 € pour un étal, 3,20 € pour un chantier ou un déménagement.',
          en: 'Surface × number of days × rate of the year: €1.40 for a terrace, €1.80 for a stall, €3.20 for works or a removal.',
        },
      },
    ],
    updatedOn: '2026-11-03',
  },
} satisfies Procedure
