// SPDX-License-Identifier: MIT
import { defineDemonstration } from '@guichet/engine'
import { canteenEnrolments } from './canteen.ts'
import { civilStatusRecords } from './civil-status.ts'
import { accounts, records } from './directory.ts'
import { publicSpaceRequests } from './public-space.ts'
import { streetProblems } from './street-problems.ts'

const names = [
  'arbre-penche-cours-sauvaire.jpg',
  'attestation-assurance.pdf',
  'attestation-quotient-familial.pdf',
  'depot-quai-des-tanneurs.jpg',
  'lampadaire-rue-de-la-banne.jpg',
  'nid-de-poule-rue-balaine.jpg',
  'piece-identite-specimen.pdf',
  'plan-terrasse.pdf',
  'trappe-ouverte-mat-ep-0417.jpg',
]

/** A month at the desk of Plassans: requests of every procedure in every state. Persons and papers are made up. */
export const demonstration = defineDemonstration({
  body: {
    name: 'Ville de Plassans',
    tagline: { fr: 'Démarches en ligne', en: 'Services on line' },
    email: 'guichet@plassans.example',
    phone: '01 99 00 41 00',
    address: ['Mairie de Plassans', 'Place de la Sous-Préfecture', '99120 Plassans'],
    openingHours: {
      fr: ['Lundi au vendredi, 8 h 30 – 17 h', 'Samedi, 9 h – 12 h (état civil)'],
      en: ['Monday to Friday, 8.30 am to 5 pm', 'Saturday, 9 am to noon (civil status)'],
    },
    brandColour: '#0b4f6c',
    timeZone: 'Europe/Paris',
  },
  password: 'plassans-demo',
  records: [...records],
  accounts,
  filings: [...streetProblems, ...civilStatusRecords, ...canteenEnrolments, ...publicSpaceRequests],
  streets: new URL('./files/voies-plassans.csv', import.meta.url).href,
  files: Object.fromEntries(names.map((name) => [name, new URL(`./files/${name}`, import.meta.url).href])),
})
