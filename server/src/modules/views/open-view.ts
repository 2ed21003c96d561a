// SPDX-License-Identifier: MIT
import {
  all,
  always,
  type Collection,
  collectionOf,
  compare,
  compareToday,
  fieldType,
  inLocale,
  systemColumns,
  type View,
} from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
import {
  countEntries,
  fieldViews,
  type ListedEntry,
  listEntries,
  type ListQuery,
  referredTitles,
  type StateView,
  stateView,
  type Titles,
} from '../entries/index.ts'
import type { Count } from './list-views.ts'
import { type VisibleView, visibleViews } from './visible-views.ts'

/** A view with what its reader adds: words, states, an order, a page. */
export type ViewQuery = { readonly solution: string; readonly view: string } & Pick<
  ListQuery,
  'states' | 'search' | 'sort' | 'limit' | 'after' | 'backwards'
>

export type ViewColumn = {
  readonly key: string
  /** Null for a column that every collection has (`number`, `createdAt`…): its word is the page's. */
  readonly label: string | null
  readonly sortable: boolean
  /** Figures are set on the right. */
  readonly isNumeric: boolean
  /** It says what kind of entry the row is, or who asks: pages give it a place of its own. */
  readonly role: 'kind' | 'applicant' | null
}

export type ViewRow = {
  readonly id: string
  readonly number: string | null
  readonly title: string
  readonly state: StateView | null
  readonly createdAt: Date
  readonly updatedAt: Date
  readonly closedAt: Date | null
  /** Calendar days since it was created; null once closed. */
  readonly waitingDays: number | null
  readonly late: boolean
  /** Words of the fields the actor may read on this row; '' when empty. A field that is absent is masked. */
  readonly cells: Readonly<Record<string, string>>
}

export type OpenedView = {
  readonly solution: string
  readonly key: string
  readonly title: string
  /** « Demande », « Demandes ». */
  readonly collectionTitle: { readonly one: string; readonly many: string }
  readonly columns: readonly ViewColumn[]
  readonly rows: readonly ViewRow[]
  /** States of the collection, to filter by. */
  readonly states: readonly StateView[]
  /** Order in force: `createdAt`, `-updatedAt`. */
  readonly sort: string
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
  const visible = await findView(context, query)
  const definition = await definitionOf(context, visible)
  const { view, collection } = visible
  const asked: ListQuery = {
    collection,
    ...(view.where && { where: view.where }),
    ...(query.states && { states: query.states }),
    ...(query.search && { search: query.search }),
  }
  const sort = query.sort ?? view.sort ?? 'createdAt'
  const { limit, after, backwards } = query
  const [page, count, late] = await Promise.all([
    listEntries(context, { ...asked, sort, ...defined({ limit, after, backwards }) }),
    countEntries(context, asked),
    view.lateAfterDays === undefined
      ? null
      : countEntries(context, { ...asked, where: all(view.where ?? always, lateBy(view.lateAfterDays)) }),
  ])
  const titles = await referredTitles(
    context,
    collection,
    definition,
    page.rows.map(({ values }) => values),
  )
  const { locale } = context.actor
  return {
    solution: visible.solution,
    key: visible.key,
    title: inLocale(view.title, locale),
    collectionTitle: {
      one: inLocale(definition.title, locale),
      many: inLocale(definition.titlePlural, locale),
    },
    columns: view.columns.flatMap((key) => columnOf(definition, key, context)),
    rows: page.rows.map((row) => rowOf(context, { row, view, definition, titles })),
    states: Object.keys(definition.lifecycle?.states ?? {}).flatMap(
      (key) => stateView(definition, key, locale) ?? [],
    ),
    sort,
    next: page.next,
    previous: page.previous,
    count,
    late,
  }
}

async function findView(context: Context, { solution, view }: ViewQuery): Promise<VisibleView> {
  if (context.actor.kind === 'nobody') throw problem('sign-in-required')
  const found = (await visibleViews(context)).find((one) => one.solution === solution && one.key === view)
  if (!found) throw problem('not-found')
  return found
}

async function definitionOf(context: Context, { solution, collection }: VisibleView): Promise<Collection> {
  const release = (await definitionsOf(context)).solutions.get(solution)
  const definition = release?.solution.collections[collectionOf(collection)]
  if (!definition) throw new Error(`view of ${collection}, which its solution does not define`)
  return definition
}

/** Still open after so many days: created before the midnight that followed the first of them. */
const lateBy = (days: number) => all(compare('closedAt', 'empty'), compareToday('createdAt', 'lt', 1 - days))

function columnOf(definition: Collection, key: string, { actor }: Context): ViewColumn[] {
  if (systemColumns.some((column) => column === key)) {
    return [{ key, label: null, sortable: key !== 'owner', isNumeric: false, role: null }]
  }
  const field = Object.hasOwn(definition.fields, key) ? definition.fields[key] : undefined
  if (!field) return []
  const comparable = fieldType(field).comparable(field)
  const sortable =
    comparable !== undefined && comparable !== 'id' && fieldType(field).column(field)?.array !== true
  const role = key === definition.contact?.name ? 'applicant' : field.type === 'choice' ? 'kind' : null
  return [
    { key, label: inLocale(field.label, actor.locale), sortable, isNumeric: comparable === 'number', role },
  ]
}

type RowParts = { row: ListedEntry; view: View; definition: Collection; titles: Titles }

function rowOf(context: Context, { row, view, definition, titles }: RowParts): ViewRow {
  const { locale } = context.actor
  const { timeZone } = context.tenant
  const waitingDays = row.closedAt ? null : daysBetween(row.createdAt, context.clock.now(), timeZone)
  const fields = fieldViews(definition, row.values, titles, { locale, timeZone })
  return {
    id: row.id,
    number: row.number,
    title: row.title,
    state: stateView(definition, row.state, locale),
    createdAt: row.createdAt,
    updatedAt: row.updatedAt,
    closedAt: row.closedAt,
    waitingDays,
    late: waitingDays !== null && view.lateAfterDays !== undefined && waitingDays >= view.lateAfterDays,
    cells: Object.fromEntries(
      fields.filter(({ key }) => view.columns.includes(key)).map(({ key, display }) => [key, display]),
    ),
  }
}

function daysBetween(from: Date, to: Date, timeZone: string): number {
  return (Date.parse(localDay(to, timeZone)) - Date.parse(localDay(from, timeZone))) / 86_400_000
}

/** Optional members that are not there are left out: absent and undefined differ. */
function defined<Members extends object>(
  members: Members,
): { [Key in keyof Members]: Exclude<Members[Key], undefined> } {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as {
    [Key in keyof Members]: Exclude<Members[Key], undefined>
  }
}
