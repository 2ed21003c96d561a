// SPDX-License-Identifier: MIT
export { actorOf, actorProvenBy, type PersonActor } from './actor-of.ts'
export { bodiesOf, type BodyWithRoles } from './bodies.ts'
export { actorsAmong, holdsSince } from './actors-among.ts'
export { actorAgain, type Standing, standingOf } from './standing.ts'
export { ensurePerson } from './ensure-person.ts'
export { findPersonByEmail, mailboxesOf, mailboxOf, type Mailbox, peopleWithRole } from './mailboxes.ts'
export { addMembership, addOrganisation, findOrganisations } from './memberships.ts'
export { fullName, nameInParts, nameValue, type PersonName, tidyName } from './person-name.ts'
export { directoryOf, type TerritoryTable } from './directory.ts'
export { readCsv } from './read-csv.ts'
export { type IdentityForm, identityForm, saveIdentity } from './identity-form.ts'
export { type Imported, type ImportFault, importOrganisations } from './import-organisations.ts'
export {
  endOrganisation,
  identityNames,
  type ListedOrganisation,
  listOrganisations,
} from './organisations.ts'
