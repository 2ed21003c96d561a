// SPDX-License-Identifier: MIT
import type { CollectionRef } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'

/**
 * Whether a provider's word may give the role: one of an installed solution that does not open the studio. Who
 * administers a body is decided there, by people: otherwise whoever keeps the directory of a provider could make
 * themselves administrator here.
 */
export function mayBeGivenByClaims({ solutions }: Definitions, role: string): boolean {
  const [solution = '', key = ''] = role.split('.')
  const roles = solutions.get(solution)?.solution.roles ?? {}
  const known = Object.hasOwn(roles, key) ? roles[key] : undefined
  return known !== undefined && known.space !== 'studio'
}

/** The collection of memberships, and the names of its fields. */
export async function membershipsOf(context: Context) {
  const { identity } = await definitionsOf(context)
  if (!identity) throw new Error('no installed solution holds memberships')
  const names = identity.identity.membership
  const collection: CollectionRef = `${identity.solution}.${names.collection}`
  return { collection, names }
}
