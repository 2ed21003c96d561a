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
  })
  checkParts(scope, identity, 'membership', {
    person: ['reference'],
    organisation: ['reference'],
    role: ['text'],
    startsOn: ['date'],
    endsOn: ['date'],
  })
  checkMembershipEnds(scope, identity)
}

type Parts = Readonly<Record<string, readonly FieldTypeKey[]>>

function checkParts(scope: CheckScope, identity: Identity, kind: keyof Identity, parts: Parts): void {
  const names: Readonly<Partial<Record<string, string>>> = identity[kind]
  const collectionKey = identity[kind].collection
  const collection = ownCollection(scope, collectionKey, `identity.${kind}.collection`)
  if (!collection) return
  for (const [part, types] of Object.entries(parts)) {
    const name = names[part]
    // A part that may be absent: the schema asks for the others.
    if (name === undefined) continue
    const path = `identity.${kind}.${part}`
    const field = fieldOf(scope, collectionKey, collection, name, path)
    if (field && !types.includes(field.type))
      scope.report('wrong-type', path, { name, expected: types.join(', ') })
  }
}

function checkMembershipEnds(scope: CheckScope, { person, organisation, membership }: Identity): void {
  const fields = scope.solution.collections[membership.collection]?.fields ?? {}
  for (const [part, target] of [
    ['person', person.collection],
    ['organisation', organisation.collection],
  ] as const) {
    const field = fields[membership[part]]
    const expected = ownRef(scope, target)
    if (field?.type !== 'reference' || collectionRef(field.to, scope.solution.key) === expected) continue
    scope.report('wrong-type', `identity.membership.${part}`, {
      name: membership[part],
      expected: `reference → ${expected}`,
    })
  }
}
