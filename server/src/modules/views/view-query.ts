// SPDX-License-Identifier: MIT
import {
  all,
  always,
  type Collection,
  compare,
  compareToday,
  type Condition,
  filterCondition,
  isFilterable,
  type View,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import type { ListQuery } from '../entries/index.ts'
import type { VisibleView } from './visible-views.ts'

/** A view with what its reader adds: words, states, filters, columns, an order, a page. */
export type ViewQuery = { readonly solution: string; readonly view: string } & Pick<
  ListQuery,
  'states' | 'search' | 'sort' | 'limit' | 'after' | 'backwards'
> & {
    /** Values by filter of the view; several are alternatives. */
    readonly filters?: Readonly<Record<string, readonly string[]>>
    /** Only what has waited too long. */
    readonly late?: boolean
    /** Columns in their order, instead of the view's. */
    readonly columns?: readonly string[]
  }

/** What a reader may keep of a view under a name: all but the page. */
export type ViewAsked = Omit<ViewQuery, 'limit' | 'after' | 'backwards'>

/** The list that a view amounts to for this reader, without its order nor its page. */
export function listQueryOf(
  context: Context,
  { view, collection }: VisibleView,
  definition: Collection,
  asked: Partial<ViewAsked>,
): ListQuery {
  const { timeZone } = context.tenant
  const chosen = Object.entries(asked.filters ?? {}).flatMap(([key, values]) =>
    isOffered(view, definition, key) ? (filterCondition(definition, key, values, timeZone) ?? []) : [],
  )
  const late = asked.late && view.lateAfterDays !== undefined ? [lateBy(view.lateAfterDays)] : []
  return {
    collection,
    where: all(view.where ?? always, ...chosen, ...late),
    ...(asked.states && { states: asked.states }),
    ...(asked.search && { search: asked.search }),
  }
}

/** Whether a view lets its readers filter by this: an address may name anything. */
export function isOffered(view: View, definition: Collection, key: string): boolean {
  return view.filters?.includes(key) === true && isFilterable(definition, key)
}

/** Still open after so many days: created before the midnight that followed the first of them. */
export const lateBy = (days: number): Condition =>
  all(compare('closedAt', 'empty'), compareToday('createdAt', 'lt', 1 - days))

/** The order in force. */
export const sortOf = (view: View, asked: { readonly sort?: string | undefined }): string =>
  asked.sort ?? view.sort ?? 'createdAt'
