// SPDX-License-Identifier: MIT
import type { CheckScope } from './report.ts'
import { checkRole } from './rights.ts'

/** Help pages: written for roles that exist. */
export function checkHelp(scope: CheckScope): void {
  for (const [key, page] of Object.entries(scope.solution.help ?? {})) {
    for (const [index, role] of (page.roles ?? []).entries())
      checkRole(scope, role, `help.${key}.roles[${index}]`)
  }
}
