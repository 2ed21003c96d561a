// SPDX-License-Identifier: MIT
import { type HeldRole, rolesWith } from '@guichet/engine'
import type { Platform } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'

/**
 * The roles that a session or key serves, and those it withholds: without a second factor, a role that requires one
 * (by its solution or by a setting of the body) is as if it were not held, in every decision.
 */
export async function servedRoles(
  platform: Platform,
  roles: readonly HeldRole[],
  strong: boolean,
): Promise<{ readonly served: readonly HeldRole[]; readonly withheld: readonly string[] }> {
  if (strong || roles.length === 0) return { served: roles, withheld: [] }
  const requiring = await rolesRequiringFactor(platform)
  const served = roles.filter(({ role }) => !requiring.has(role))
  const withheld = roles.flatMap(({ role }) => (requiring.has(role) ? [role] : []))
  return { served, withheld: [...new Set(withheld)] }
}

async function rolesRequiringFactor(platform: Platform): Promise<ReadonlySet<string>> {
  const { solutions } = await definitionsOf(platform)
  const installed = [...solutions.values()].map(({ solution }) => solution)
  return rolesWith(installed, 'requiresSecondFactor').union(new Set(platform.tenant.secondFactorRoles ?? []))
}
