// SPDX-License-Identifier: MIT
import { inLocale, type LocalizedText, managedRoles } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { type Definitions, definitionsOf } from '../definitions/index.ts'
import { type EntryView, loadEntries, viewEntry } from '../entries/index.ts'

/** An organisation in which the acting person holds a role. */
export type OwnOrganisation = {
  readonly id: string
  readonly name: string
  /** What they are there. */
  readonly roles: readonly string[]
  /** Its profile, as far as those roles let them read it. */
  readonly profile: EntryView
  /** Some procedure is filed for an organisation. */
  readonly mayFile: boolean
  /** The roles that they may give to its members; empty for who sees to no member. */
  readonly manages: readonly { readonly role: string; readonly title: string }[]
}

/**
 * The organisations in which the acting person holds a role and whose profile they may read, by name.
 *
 * @throws Problem `sign-in-required`
 */
export async function myOrganisations(context: Context): Promise<OwnOrganisation[]> {
  const { actor } = context
  if (actor.kind !== 'person') throw problem('sign-in-required')
  const definitions = await definitionsOf(context)
  const ids = [...new Set(actor.roles.map(({ organisation }) => organisation))]
  const readable = await loadEntries(context.db, context, ids)
  const mayFile = [...definitions.solutions.values()].some(({ solution }) =>
    Object.values(solution.procedures ?? {}).some(({ forOrganisation }) => forOrganisation !== undefined),
  )
  const own = await Promise.all(
    [...readable.keys()].map(async (id): Promise<OwnOrganisation> => {
      const profile = await viewEntry(context, id)
      const held = actor.roles.filter(({ organisation }) => organisation === id).map(({ role }) => role)
      return {
        id,
        mayFile,
        name: profile.title,
        roles: held.map((role) => roleTitle(definitions, role, context)),
        profile,
        manages: rolesManagedIn(definitions, context, id).map((role) => ({
          role,
          title: roleTitle(definitions, role, context),
        })),
      }
    }),
  )
  return own.toSorted((a, b) => a.name.localeCompare(b.name, actor.locale))
}

export function rolesManagedIn(
  { solutions }: Definitions,
  { actor }: Context,
  organisation: string,
): readonly string[] {
  const all = [...solutions.values()].map(({ solution }) => solution)
  return managedRoles(all, actor, organisation)
}

export function roleTitle({ solutions }: Definitions, role: string, { actor }: Context): string {
  const [solution = '', key = ''] = role.split('.')
  const title: LocalizedText | undefined = solutions.get(solution)?.solution.roles[key]?.title
  return title ? inLocale(title, actor.locale) : role
}
