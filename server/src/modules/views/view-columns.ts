// SPDX-License-Identifier: MIT
import {
  asHandled,
  type Collection,
  collectionRef,
  type CollectionRef,
  fieldType,
  inLocale,
  solutionOf,
  systemColumns,
  type View,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { personRef } from './view-filters.ts'

export type ViewColumn = {
  readonly key: string
  /** Null for a column that every collection has (`number`, `createdAt`…): its word is the page's. */
  readonly label: string | null
  readonly sortable: boolean
  /** Figures are set on the right. */
  readonly isNumeric: boolean
  /** It says what kind of entry the row is, who asks, or who handles it: pages give it a place of its own. */
  readonly role: 'kind' | 'applicant' | 'person' | null
}

/** Columns that any reader may add to a view. */
const usual = ['number', 'title', 'state', 'createdAt', 'updatedAt', 'closedAt'] as const

/** The columns that a view can show, its own first. What a reader may not read stays masked, row by row. */
export async function viewColumns(
  context: Context,
  { view, collection }: { view: View; collection: CollectionRef },
  definition: Collection,
): Promise<ViewColumn[]> {
  const people = await personRef(context)
  const keys = new Set([...view.columns, ...(view.filters ?? []), ...usual])
  return [...keys].flatMap((key) => columnOf(context, { definition, collection, people }, key))
}

/** The columns asked for, of those the view can show; the view's own when none is. */
export function chosenColumns(
  columns: readonly ViewColumn[],
  view: View,
  asked: readonly string[] | undefined,
): ViewColumn[] {
  const named = (keys: readonly string[]) =>
    keys.flatMap((key) => columns.find((column) => column.key === key) ?? [])
  const chosen = named([...new Set(asked)])
  return chosen.length > 0 ? chosen : named(view.columns)
}

type Shared = { definition: Collection; collection: CollectionRef; people: string | undefined }

function columnOf({ actor }: Context, { definition, collection, people }: Shared, key: string): ViewColumn[] {
  if (systemColumns.some((column) => column === key)) {
    return [{ key, label: null, sortable: key !== 'owner', isNumeric: false, role: null }]
  }
  const field = Object.hasOwn(definition.fields, key) ? definition.fields[key] : undefined
  if (!field) return []
  const comparable = fieldType(field).comparable(field)
  const sortable =
    comparable !== undefined && comparable !== 'id' && fieldType(field).column(field)?.array !== true
  const isPerson = field.type === 'reference' && collectionRef(field.to, solutionOf(collection)) === people
  const role =
    key === definition.contact?.name
      ? 'applicant'
      : isPerson
        ? 'person'
        : field.type === 'choice'
          ? 'kind'
          : null
  return [
    {
      key,
      label: inLocale(asHandled(field).label, actor.locale),
      sortable,
      isNumeric: comparable === 'number',
      role,
    },
  ]
}
