// SPDX-License-Identifier: MIT
import {
  asHandled,
  type Collection,
  collectionRef,
  type Field,
  filterKind,
  type FilterKind,
  filterMe,
  filterNone,
  inLocale,
  solutionOf,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { definitionsOf } from '../definitions/index.ts'
import { peopleWithRole } from '../people/index.ts'
import { offersFor } from './offers.ts'
import { isOffered } from './view-query.ts'
import type { VisibleView } from './visible-views.ts'

/** What a view may be narrowed by, with the values that are chosen now. */
export type ViewFilter = {
  readonly key: string
  /** Null for a value that every collection has (`createdAt`): its word is the page's. */
  readonly label: string | null
  readonly kind: FilterKind
  /** Choices and references; `me` and `none` come without a label: their words are the page's. */
  readonly options: readonly { readonly value: string; readonly label: string | null }[]
  readonly chosen: readonly string[]
}

type Filters = Readonly<Record<string, readonly string[]>>

/** The filters of a view in its order, with what each may be set to by this reader. */
export async function viewFilters(
  context: Context,
  visible: VisibleView,
  definition: Collection,
  chosen: Filters = {},
): Promise<ViewFilter[]> {
  const keys = (visible.view.filters ?? []).filter((key) => isOffered(visible.view, definition, key))
  return Promise.all(
    keys.map(async (key) => {
      const asAsked = Object.hasOwn(definition.fields, key) ? definition.fields[key] : undefined
      const field = asAsked && asHandled(asAsked)
      return {
        key,
        label: field ? inLocale(field.label, context.actor.locale) : null,
        // `isOffered` has just said that there is one.
        kind: filterKind(definition, key) ?? 'options',
        options: field ? await optionsOf(context, visible, key, field) : [],
        chosen: Object.hasOwn(chosen, key) ? (chosen[key] ?? []) : [],
      }
    }),
  )
}

async function optionsOf(
  context: Context,
  visible: VisibleView,
  key: string,
  field: Field,
): Promise<ViewFilter['options']> {
  const none = { value: filterNone, label: null }
  switch (field.type) {
    case 'choice':
    case 'choices':
      return field.options.map(({ value, label }) => ({
        value,
        label: inLocale(label, context.actor.locale),
      }))
    case 'reference':
    case 'references': {
      const target = collectionRef(field.to, solutionOf(visible.collection))
      if (target === (await personRef(context))) {
        return [{ value: filterMe, label: null }, none, ...(await colleagues(context, visible))]
      }
      const offers = await offersFor(context, visible.collection, { [key]: field })
      return [none, ...(offers[key] ?? []).map(({ id, label }) => ({ value: id, label }))]
    }
    default:
      return []
  }
}

/** Of all people only those who work with this view: the directory holds the public too. */
async function colleagues(context: Context, { solution, view }: VisibleView) {
  const held = await Promise.all(view.roles.map((role) => peopleWithRole(context, `${solution}.${role}`)))
  const people = new Map(held.flat().map(({ id, name }) => [id, name]))
  if (context.actor.kind === 'person') people.delete(context.actor.personId)
  return [...people]
    .map(([value, label]) => ({ value, label }))
    .toSorted((a, b) => a.label.localeCompare(b.label, 'fr'))
}

/** The collection of people, when an installed solution has one. */
export async function personRef(context: Context): Promise<string | undefined> {
  const { identity } = await definitionsOf(context)
  return identity && `${identity.solution}.${identity.identity.person.collection}`
}
