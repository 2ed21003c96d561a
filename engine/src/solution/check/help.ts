// SPDX-License-Identifier: MIT
import { screens } from '../../help/screens.ts'
import type { CheckScope } from './report.ts'
import { checkRole } from './rights.ts'

/** Help pages: written for roles that exist, beside screens that exist. */
export function checkHelp(scope: CheckScope): void {
  for (const [key, page] of Object.entries(scope.solution.help ?? {})) {
    for (const [index, role] of (page.roles ?? []).entries())
      checkRole(scope, role, `help.${key}.roles[${index}]`)
    for (const [at, section] of page.sections.entries()) {
      for (const [index, name] of (section.screens ?? []).entries()) {
        const path = `help.${key}.sections[${at}].screens[${index}]`
        if (!screens.some((screen) => screen === name)) scope.report('unknown-screen', path, { name })
      }
    }
  }
}
