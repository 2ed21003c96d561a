// SPDX-License-Identifier: MIT
import { type Collection, collectionOf, inLocale } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { definitionsOf } from '../definitions/index.ts'
import {
  countEach,
  listEntries,
  neighboursOf,
  type Neighbours,
  referredTitles,
  statesOf,
  type StateView,
  stateView,
} from '../entries/index.ts'
import { logReads } from '../sensitive-reads/index.ts'
import type { Count } from './list-views.ts'
import { type RowTransition, rowTransitions, transitionsOf } from './row-transitions.ts'
import { chosenColumns, type ViewColumn, viewColumns } from './view-columns.ts'
import { type ViewFilter, viewFilters } from './view-filters.ts'
import { listQueryOf, sortOf, type ViewAsked, type ViewQuery } from './view-query.ts'
import { rowOf, type ViewRow } from './view-rows.ts'
import { type VisibleView, visibleViews } from './visible-views.ts'

export type OpenedView = {
  readonly solution: string
  readonly key: string
  readonly title: string
  /** « Demande », « Demandes ». */
  readonly collectionTitle: { readonly one: string; readonly many: string }
  readonly columns: readonly ViewColumn[]
  /** All that the view can show, to choose among. */
  readonly allColumns: readonly ViewColumn[]
  readonly rows: readonly ViewRow[]
  /** States that its entries may be in, to filter by. */
  readonly states: readonly StateView[]
  readonly filters: readonly ViewFilter[]
  /** What may be done to the rows of this page, each for some of them. */
  readonly transitions: readonly RowTransition[]
  /** Order in force: `createdAt`, `-updatedAt`. */
  readonly sort: string
  /** Whether it can be read in the order of what is due, late first. */
  readonly hasDue: boolean
  readonly next: string | null
  readonly previous: string | null
  readonly count: Count
  /** Null when the view sets no delay. */
  readonly late: Count | null
}

/**
 * A page of a view, under the actor's grants.
 *
 * @throws Problem `not-found` for a view that none of the actor's roles shows, `sign-in-required` to nobody
 */
export async function openView(context: Context, query: ViewQuery): Promise<OpenedView> {
  const { visible, definition } = await getView(context, query)
  const { view, collection } = visible
  const asked = listQueryOf(context, visible, definition, query)
  const sort = sortOf(view, query)
  const { limit, after, backwards } = query
  const hasDelay = view.lateAfterDays !== undefined
  const [page, [count, late], filters, allColumns] = await Promise.all([
    listEntries(context, { ...asked, sort, ...defined({ limit, after, backwards }) }),
    countEach(context, [
      asked,
      ...(hasDelay ? [listQueryOf(context, visible, definition, { ...query, late: true })] : []),
    ]),
    viewFilters(context, visible, definition, query.filters),
    viewColumns(context, visible, definition),
  ])
  const columns = chosenColumns(allColumns, view, query.columns)
  await logReads(context, 'list', {
    collection,
    definition,
    entries: page.rows,
    among: columns.map(({ key }) => key),
  })
  const [titles, offered] = await Promise.all([
    referredTitles(
      context,
      collection,
      definition,
      page.rows.map(({ values }) => values),
    ),
    rowTransitions(
      context,
      page.rows.map(({ id }) => id),
    ),
  ])
  const { locale } = context.actor
  const inView = view.where ? statesOf(view.where) : undefined
  return {
    solution: visible.solution,
    key: visible.key,
    title: inLocale(view.title, locale),
    collectionTitle: {
      one: inLocale(definition.title, locale),
      many: inLocale(definition.titlePlural, locale),
    },
    columns,
    allColumns,
    rows: page.rows.map((row) =>
      rowOf(context, { row, view, definition, titles, columns, transitions: offered.get(row.id) ?? [] }),
    ),
    states: Object.keys(definition.lifecycle?.states ?? {}).flatMap((key) =>
      inView && !inView.includes(key) ? [] : (stateView(definition, key, locale) ?? []),
    ),
    filters,
    transitions: transitionsOf(definition, [...offered.values()].flat(), locale),
    sort,
    hasDue: definition.due !== undefined,
    next: page.next,
    previous: page.previous,
    count: count ?? { count: 0, capped: false },
    late: late ?? null,
  }
}

/** Ids of what the view holds for this reader, in its order, up to `most`: what « select all » means. */
export async function findViewEntries(
  context: Context,
  query: ViewAsked,
  most: number,
): Promise<{ readonly ids: readonly string[]; readonly more: boolean }> {
  const { visible, definition } = await getView(context, query)
  const asked = { ...listQueryOf(context, visible, definition, query), sort: sortOf(visible.view, query) }
  const ids: string[] = []
  for (let after: string | null = ''; after !== null && ids.length <= most;) {
    const page = await listEntries(context, { ...asked, limit: 200, ...(after !== '' && { after }) })
    ids.push(...page.rows.map(({ id }) => id))
    after = page.next
  }
  return { ids: ids.slice(0, most), more: ids.length > most }
}

/** The entries around one of a view, in the order in which it was being read. */
export async function viewNeighbours(
  context: Context,
  query: ViewAsked,
  id: string,
): Promise<Neighbours & { readonly title: string; readonly total: Count }> {
  const { visible, definition } = await getView(context, query)
  const asked = listQueryOf(context, visible, definition, query)
  const [around, [total]] = await Promise.all([
    neighboursOf(context, { ...asked, sort: sortOf(visible.view, query) }, id),
    countEach(context, [asked]),
  ])
  const title = inLocale(visible.view.title, context.actor.locale)
  return { ...around, title, total: total ?? { count: 0, capped: false } }
}

/** @throws Problem `not-found`, `sign-in-required` */
export async function getView(
  context: Context,
  { solution, view }: { readonly solution: string; readonly view: string },
): Promise<{ visible: VisibleView; definition: Collection }> {
  if (context.actor.kind === 'nobody') throw problem('sign-in-required')
  const visible = (await visibleViews(context)).find((one) => one.solution === solution && one.key === view)
  if (!visible) throw problem('not-found')
  const release = (await definitionsOf(context)).solutions.get(solution)
  const definition = release?.solution.collections[collectionOf(visible.collection)]
  if (!definition) throw new Error(`view of ${visible.collection}, which its solution does not define`)
  return { visible, definition }
}

/** Optional members that are not there are left out: absent and undefined differ. */
function defined<Members extends object>(
  members: Members,
): { [Key in keyof Members]: Exclude<Members[Key], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Members]: Exclude<Members[Key], undefined>
  }
}
