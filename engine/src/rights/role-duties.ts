// SPDX-License-Identifier: MIT
import type { Solution } from '../solution/solution.ts'
import type { Role } from './grant.ts'

/** What a role may say of those who hold it, beside its grants. */
export type RoleDuty = 'requiresSecondFactor' | 'mayImpersonate'

/** The roles (`solution.role`) that say so. */
export function rolesWith(solutions: Iterable<Solution>, duty: RoleDuty): ReadonlySet<string> {
  const found = new Set<string>()
  for (const solution of solutions) {
    for (const [key, role] of Object.entries<Role>(solution.roles)) {
      if (role[duty] === true) found.add(`${solution.key}.${key}`)
    }
  }
  return found
}
