// SPDX-License-Identifier: MIT
import { collectionRef } from '../solution/collection-ref.ts'
import type { Solution } from '../solution/solution.ts'
import type { Actor } from './actor.ts'

/**
 * The roles (`solution.role`) that the actor gives to members of an organisation and takes back: those managed by a
 * role that they hold in that very organisation. A role that takes two administrators is never among them.
 */
export function managedRoles(
  solutions: Iterable<Solution>,
  actor: Actor,
  organisation: string,
): readonly string[] {
  if (actor.kind !== 'person') return []
  const held = new Set(actor.roles.filter((one) => one.organisation === organisation).map(({ role }) => role))
  return [...solutions].flatMap(({ key, roles }) =>
    Object.entries(roles).flatMap(([name, { managedBy = [], fourEyes }]) =>
      !fourEyes && managedBy.some((manager) => held.has(collectionRef(manager, key)))
        ? [`${key}.${name}`]
        : [],
    ),
  )
}
