// SPDX-License-Identifier: MIT
import type { Solution } from '../solution/solution.ts'
import type { Actor } from './actor.ts'

export type Space = 'portal' | 'desk' | 'studio'

/**
 * The spaces that the actor's roles open: the `space` of each role held. The portal is open to everybody. Whoever
 * enters the studio sees to the working of the body: outbox, parked runs, webhooks.
 */
export function spacesOf(solutions: Iterable<Solution>, actor: Actor): ReadonlySet<Space> {
  const spaces = new Set<Space>(['portal'])
  if (actor.kind !== 'person') return spaces
  const held = new Set(actor.roles.map(({ role }) => role))
  for (const solution of solutions) {
    for (const [key, role] of Object.entries(solution.roles)) {
      if (role.space && held.has(`${solution.key}.${key}`)) spaces.add(role.space)
    }
  }
  return spaces
}

/** The space that a role (`solution.role`) opens besides the portal; nothing for one that is not installed (any more). */
export function spaceOpenedBy(solutions: Iterable<Solution>, role: string): Space | undefined {
  for (const { key, roles } of solutions) {
    for (const [name, { space }] of Object.entries(roles)) if (role === `${key}.${name}`) return space
  }
  return undefined
}
