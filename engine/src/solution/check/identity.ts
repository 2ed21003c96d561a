// SPDX-License-Identifier: MIT
import type { FieldTypeKey } from '../../field-types/registry.ts'
import { collectionRef } from '../model.ts'
import type { Identity } from '../solution.ts'
import { fieldOf } from './collections.ts'
import { ownCollection, ownRef, type CheckScope } from './report.ts'

/** The collections of people, bodies and memberships, which accounts and recipients are read from. */
export function checkIdentity(scope: CheckScope): void {
  const { identity } = scope.solution
  if (!identity) return
  checkParts(scope, identity, 'person', {
    name: ['person_identity', 'text'],
    email: ['email'],
    phone: ['phone'],
  })
  checkParts(scope, identity, 'organisation', {
    name: ['text'],
    email: ['email'],
    phone: ['phone'],
    startsOn: ['date'],
    endsOn: ['date'],
    parent: ['reference'],
  })
  checkParts(scope, identity, 'membership', {
    person: ['reference'],
    organisation: ['reference'],
    role: ['text'],
    startsOn: ['date'],
    endsOn: ['date'],
    territories: ['references'],
  })
  checkParts(scope, identity, 'territory', {
    name: ['text'],
    kind: ['choice'],
    code: ['text'],
    parent: ['reference'],
  })
  checkMembershipEnds(scope, identity)
}

type Parts = Readonly<Record<string, readonly FieldTypeKey[]>>

function checkParts(scope: CheckScope, identity: Identity, kind: keyof Identity, parts: Parts): void {
  const part = identity[kind]
  if (!part) return
  const names: Readonly<Partial<Record<string, string>>> = part
  const collectionKey = part.collection
  const collection = ownCollection(scope, collectionKey, `identity.${kind}.collection`)
  if (!collection) return
  for (const [partName, types] of Object.entries(parts)) {
    const name = names[partName]
    // A part that may be absent: the schema asks for the others.
    if (name === undefined) continue
    const path = `identity.${kind}.${partName}`
    const field = fieldOf(scope, collectionKey, collection, name, path)
    if (field && !types.includes(field.type))
      scope.report('wrong-type', path, { name, expected: types.join(', ') })
  }
}

/** Where the references of the directory lead. */
function checkMembershipEnds(scope: CheckScope, identity: Identity): void {
  const { person, organisation, membership, territory } = identity
  const ends: readonly (readonly [keyof Identity, string, string | undefined, string | undefined])[] = [
    ['membership', 'person', membership.person, person.collection],
    ['membership', 'organisation', membership.organisation, organisation.collection],
    ['membership', 'territories', membership.territories, territory?.collection],
    ['organisation', 'parent', organisation.parent, organisation.collection],
    ['territory', 'parent', territory?.parent, territory?.collection],
  ]
  for (const [kind, part, name, target] of ends) {
    if (name === undefined) continue
    const field = scope.solution.collections[identity[kind]?.collection ?? '']?.fields[name]
    if (field?.type !== 'reference' && field?.type !== 'references') continue
    const expected = target === undefined ? 'identity.territory' : ownRef(scope, target)
    if (collectionRef(field.to, scope.solution.key) === expected) continue
    scope.report('wrong-type', `identity.${kind}.${part}`, { name, expected: `reference → ${expected}` })
  }
}
