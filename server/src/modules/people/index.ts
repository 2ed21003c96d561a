// SPDX-License-Identifier: MIT
export { actorOf, actorProvenBy, type PersonActor } from './actor-of.ts'
export { ensurePerson } from './ensure-person.ts'
export { findPersonByEmail, mailboxOf, type Mailbox, peopleWithRole } from './mailboxes.ts'
export { addMembership, addOrganisation, findOrganisations } from './memberships.ts'
export { fullName, nameInParts, type PersonName, tidyName } from './person-name.ts'
