// SPDX-License-Identifier: MIT
import {
  type Collection,
  type CollectionRef,
  collectionOf,
  type Field,
  type FormValues,
  inLocale,
  isAsked,
  mayDo,
  readFields,
  solutionOf,
  writableFields,
  writeFields,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf, requireStudio } from '../definitions/index.ts'
import { actorGrants, changeEntry, createEntry, getEntry } from '../entries/index.ts'
import { directoryOf } from './directory.ts'

/** The form of a person or organisation of the directory: the fields that the actor may write, as they are now. */
export type IdentityForm = {
  /** `undefined` for one that is to be made. */
  readonly id: string | undefined
  readonly collection: CollectionRef
  readonly version: number
  readonly title: string
  readonly fields: readonly { readonly key: string; readonly field: Field }[]
  readonly values: FormValues
}

/**
 * What to ask of a person or organisation. Its fields are those of the installed directory, whatever they are.
 *
 * @throws Problem `sign-in-required`, `not-allowed` also without the right to write it, `not-found`
 */
export async function identityForm(
  context: Context,
  { kind, id }: { kind: 'person' | 'organisation'; id?: string | undefined },
): Promise<IdentityForm> {
  await requireStudio(context)
  const collection = (await directoryOf(context))[kind].ref
  const { timeZone } = context.tenant
  if (id === undefined) {
    const { definition, writable } = await toCreate(context, collection)
    const fields = asked(definition, writable)
    const title = inLocale(definition.title, context.actor.locale)
    return { id: undefined, collection, version: 0, title, fields, values: {} }
  }
  const entry = await getEntry(context.db, context, id, { collection })
  if (!entry.may('edit')) throw problem('not-allowed')
  const fields = asked(entry.definition, entry.writable)
  const values = writeFields(byKey(fields), entry.values, '', { timeZone })
  return { id, collection, version: entry.version, title: entry.title, fields, values }
}

/**
 * Makes or changes a person or organisation from its form, under the actor's own rights.
 *
 * @returns its id
 * @throws Problem `invalid-input` by field, `entry-changed`, and those of `identityForm`
 */
export async function saveIdentity(
  context: Context,
  request: {
    readonly kind: 'person' | 'organisation'
    readonly id?: string | undefined
    readonly version: number
    readonly form: FormValues
  },
): Promise<string> {
  const { id, collection, fields } = await identityForm(context, request)
  const values = readFields(byKey(fields), request.form)
  if (id === undefined) return (await createEntry(context, { collection, values, owner: null })).id
  await changeEntry(context, { id, version: request.version, values })
  return id
}

async function toCreate(context: Context, ref: CollectionRef) {
  const definitions = await definitionsOf(context)
  const definition = definitions.solutions.get(solutionOf(ref))?.solution.collections[collectionOf(ref)]
  if (!definition) throw problem('not-found')
  const held = actorGrants(definitions, ref, context)
  if (!mayDo(held, 'create')) throw problem('not-allowed')
  return { definition, writable: writableFields(held, definition, 'create') }
}

function asked({ fields }: Collection, writable: ReadonlySet<string>): IdentityForm['fields'] {
  return Object.entries(fields).flatMap(([key, field]) =>
    isAsked(field) && writable.has(key) ? [{ key, field }] : [],
  )
}

const byKey = (fields: IdentityForm['fields']): Record<string, Field> =>
  Object.fromEntries(fields.map(({ key, field }) => [key, field]))
