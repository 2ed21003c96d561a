// SPDX-License-Identifier: MIT
import type { Demonstration, DemonstrationRecord } from '@guichet/engine'

/** The fictional town of Plassans: its services, its people and who may do what. */

const townHall = { label: 'Place de la Sous-Préfecture, 99120 Plassans', postcode: '99120', city: 'Plassans' }

const services = [
  ['desk', 'Guichet unique', 'guichet', '+33199004100'],
  ['lighting', 'Éclairage public', 'eclairage', '+33199004110'],
  ['roads', 'Voirie', 'voirie', '+33199004111'],
  ['parks', 'Propreté et espaces verts', 'proprete', '+33199004112'],
  ['registry', 'État civil', 'etat-civil', '+33199004113'],
  ['schools', 'Enfance et école', 'enfance', '+33199004114'],
  ['planning', 'Urbanisme', 'urbanisme', '+33199004115'],
] as const

const people = [
  ['helene', 'mme', 'Hélène', 'Aubry', 'admin@plassans.example'],
  ['nadia', 'mme', 'Nadia', 'Benaïssa', 'agent@plassans.example'],
  ['julien', 'm', 'Julien', 'Mouret', 'julien.mouret@plassans.example'],
  ['claire', 'mme', 'Claire', 'Fabre', 'superviseur@plassans.example'],
  ['karim', 'm', 'Karim', 'Haddad', 'voirie.karim@plassans.example'],
  ['elise', 'mme', 'Élise', 'Courrière', 'usager@plassans.example'],
] as const

const memberships = [
  ['helene', 'town', 'directory.administrator'],
  ['helene', 'town', 'directory.staff'],
  ['helene', 'town', 'town-desk.admin'],
  ['nadia', 'desk', 'directory.staff'],
  ['nadia', 'desk', 'town-desk.agent'],
  ['julien', 'desk', 'directory.staff'],
  ['julien', 'desk', 'town-desk.agent'],
  ['claire', 'desk', 'directory.staff'],
  ['claire', 'desk', 'town-desk.supervisor'],
  ['karim', 'roads', 'directory.staff'],
  ['karim', 'roads', 'town-desk.unit_agent'],
] as const

export const records: readonly DemonstrationRecord[] = [
  {
    name: 'town',
    collection: 'directory.organisation',
    values: {
      name: 'Ville de Plassans',
      kind: 'body',
      email: 'mairie@plassans.example',
      phone: '+33199004100',
      address: townHall,
    },
  },
  ...services.map(([name, title, mailbox, phone]) => ({
    name,
    collection: 'directory.organisation',
    values: {
      name: title,
      kind: 'service',
      email: `${mailbox}@plassans.example`,
      phone,
      address: townHall,
      parent: { ref: 'town' },
    },
  })),
  ...people.map(([name, civility, firstName, lastName, email]) => ({
    name,
    collection: 'directory.person',
    values: { name: { civility, firstName, lastName }, email },
  })),
  ...memberships.map(([person, organisation, role], index) => ({
    name: `membership_${index + 1}`,
    collection: 'directory.membership',
    values: { person: { ref: person }, organisation: { ref: organisation }, role },
  })),
]

/** Those who can sign in, each with a space of their own to look at. */
export const accounts: Demonstration['accounts'] = [
  { person: 'helene', email: 'admin@plassans.example' },
  { person: 'nadia', email: 'agent@plassans.example' },
  { person: 'claire', email: 'superviseur@plassans.example' },
  { person: 'karim', email: 'voirie.karim@plassans.example' },
  { person: 'elise', email: 'usager@plassans.example' },
]
