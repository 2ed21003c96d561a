// SPDX-License-Identifier: MIT
import { fold } from '@guichet/engine'
import { definitionsOf } from '../modules/definitions/index.ts'
import { addMembership, addOrganisation, findOrganisations } from '../modules/people/index.ts'
import { Refused } from '../platform/cli/refused.ts'
import type { Arguments } from '../platform/cli/run-command.ts'
import type { Context } from '../platform/context.ts'
import { accountMessages } from './account-messages.ts'
import { textOptions } from './options.ts'

/** A role and where it is to be held; an organisation without an id is made when the role is given. */
export type RoleToGive = {
  readonly role: string
  readonly organisation: { readonly name: string; readonly id: string | undefined }
}

/** Reads `--role` and `--organisation`; refuses what would not stand, before anything is written. */
export async function readRoles(context: Context, options: Arguments['options']): Promise<RoleToGive[]> {
  const { identity, solutions } = await definitionsOf(context)
  if (!identity) throw new Refused(accountMessages['no-directory'])
  const roles = textOptions(options, 'role')
  const names = textOptions(options, 'organisation')
  const [only] = names
  const goTogether = roles.length === 0 ? names.length === 0 : [1, roles.length].includes(names.length)
  if (!goTogether) throw new Refused(accountMessages['roles-and-organisations'])

  const known = [...solutions.values()].flatMap(({ solution }) =>
    Object.keys(solution.roles).map((role) => `${solution.key}.${role}`),
  )
  const wanted: RoleToGive[] = []
  for (const [at, role] of roles.entries()) {
    if (!known.includes(role)) {
      throw new Refused(accountMessages['unknown-role'], { role, roles: known.join(', ') })
    }
    const name = names.length === 1 ? (only ?? '') : (names[at] ?? '')
    wanted.push({ role, organisation: { name, id: await organisationCalled(context, name) } })
  }
  return wanted
}

async function organisationCalled(context: Context, name: string): Promise<string | undefined> {
  const found = await findOrganisations(context, name)
  if (found.length > 1) {
    throw new Refused(accountMessages['ambiguous-organisation'], { name, ids: found.join(', ') })
  }
  return found[0]
}

/** Gives the roles, making the organisations that are missing; all or none. */
export async function giveRoles(
  context: Context,
  personId: string,
  roles: readonly RoleToGive[],
): Promise<void> {
  /** Named twice, an organisation is made once. */
  const made = new Map<string, string>()
  await context.db.transaction().execute(async (tx) => {
    for (const { role, organisation } of roles) {
      const { name } = organisation
      const id = organisation.id ?? made.get(fold(name)) ?? (await addOrganisation(tx, context, name))
      made.set(fold(name), id)
      await addMembership(tx, context, { personId, role, organisation: id })
    }
  })
}
