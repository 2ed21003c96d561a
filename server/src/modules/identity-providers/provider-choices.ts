// SPDX-License-Identifier: MIT
import { type Field, fieldType, type LocalizedText } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { directoryOf } from '../people/index.ts'
import { mayBeGivenByClaims } from './given-roles.ts'

/** A field of the directory, or a part of one (`name.birthDate`), or a role (`solution.role`). */
export type ProviderChoice = { readonly value: string; readonly label: LocalizedText }

/** What the settings of a provider may name. */
export type ProviderChoices = {
  readonly personFields: readonly ProviderChoice[]
  readonly organisationFields: readonly ProviderChoice[]
  readonly roles: readonly ProviderChoice[]
  /** Those among them that may be given by what a provider tells. */
  readonly givenRoles: readonly ProviderChoice[]
}

export async function providerChoices(context: Context): Promise<ProviderChoices> {
  const definitions = await definitionsOf(context)
  const { person, organisation } = await directoryOf(context)
  const fieldsOf = (ref: typeof person.ref) =>
    Object.entries(definitions.model.collections.get(ref)?.fields ?? {}).flatMap(compared)
  const roles = [...definitions.solutions.values()].flatMap(({ solution }) =>
    Object.entries(solution.roles).map(([key, { title }]) => ({
      value: `${solution.key}.${key}`,
      label: {
        fr: `${title.fr} (${solution.title.fr})`,
        en: `${title.en} (${solution.title.en})`,
      },
    })),
  )
  return {
    personFields: fieldsOf(person.ref),
    organisationFields: fieldsOf(organisation.ref),
    roles,
    givenRoles: roles.filter(({ value }) => mayBeGivenByClaims(definitions, value)),
  }
}

/** A field that holds a text or a day, or each part that does. */
function compared([key, field]: readonly [string, Field]): ProviderChoice[] {
  const { parts, comparable } = fieldType(field)
  if (parts && field.type === 'person_identity')
    return Object.entries(parts)
      .filter(([part]) => part !== 'civility')
      .map(([part, { title }]) => ({ value: `${key}.${part}`, label: title }))
  const kind = comparable(field)
  return kind === 'text' || kind === 'date' ? [{ value: key, label: field.label }] : []
}
