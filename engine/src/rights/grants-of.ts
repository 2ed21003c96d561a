// SPDX-License-Identifier: MIT
import { all, always, compare, compareActor, type Condition } from '../condition/condition.ts'
import { collectionRef } from '../solution/collection-ref.ts'
import type { Solution } from '../solution/solution.ts'
import type { Actor } from './actor.ts'
import { entryActions, type Grant, type Grantee } from './grant.ts'

/** A grant that concerns an actor, with the condition under which it gives them an entry. */
export type HeldGrant = {
  /** Place in `solution.grants`; -1 for what the system itself may do. */
  readonly index: number
  readonly grant: Grant
  readonly condition: Condition
}

/**
 * The grants on a collection that concern this actor.
 *
 * Decides nothing about one entry: a grant counts there when its `condition` holds. A role that the actor does not
 * hold, or a link of another purpose, gives no held grant at all.
 */
export function grantsOf(solution: Solution, collection: string, actor: Actor): HeldGrant[] {
  if (actor.kind === 'system') return [everythingOn(solution, collection)]
  const held: HeldGrant[] = []
  for (const [index, grant] of solution.grants.entries()) {
    if (grant.on !== collection) continue
    const who = granteeCondition(grant.who, solution.key, actor)
    if (who) held.push({ index, grant, condition: bothOf(who, grant.where) })
  }
  return held
}

/** The rows on which the actor is the grantee; `undefined` when they are on none. */
export function granteeCondition(who: Grantee, solutionKey: string, actor: Actor): Condition | undefined {
  switch (who.kind) {
    case 'everyone':
      return always
    case 'signed-in':
      return actor.kind === 'person' ? always : undefined
    case 'role':
      return organisationsWhere(actor, collectionRef(who.role, solutionKey)).length > 0 ? always : undefined
    case 'role-at': {
      const organisations = organisationsWhere(actor, collectionRef(who.role, solutionKey))
      return organisations.length > 0 ? compare(who.at, 'eq', organisations) : undefined
    }
    case 'relation':
      return actor.kind === 'person' ? compareActor(who.path, 'eq', 'me') : undefined
    case 'owner':
      return actor.kind === 'person' ? compareActor('owner', 'eq', 'me') : undefined
    case 'link':
      return actor.kind === 'link' && actor.purpose === collectionRef(who.purpose, solutionKey)
        ? compare('id', 'eq', actor.entryId)
        : undefined
  }
}

function organisationsWhere(actor: Actor, role: string): string[] {
  if (actor.kind !== 'person') return []
  return [...new Set(actor.roles.filter((held) => held.role === role).map((held) => held.organisation))]
}

function bothOf(who: Condition, where: Condition | undefined): Condition {
  if (!where) return who
  return who === always ? where : all(who, where)
}

function everythingOn(solution: Solution, collection: string): HeldGrant {
  const audiences = Object.keys(solution.collections[collection]?.noteAudiences ?? {})
  const grant: Grant = {
    who: { kind: 'everyone' },
    may: [...entryActions, 'transition:*'],
    on: collection,
    notes: audiences,
  }
  return { index: -1, grant, condition: always }
}
