// SPDX-License-Identifier: MIT
import { type Collection, formatDate, type View } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { localDay } from '../../platform/local-day.ts'
import { fieldViews, type ListedEntry, type StateView, stateView, type Titles } from '../entries/index.ts'
import type { ViewColumn } from './view-columns.ts'

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
  /** Keys of what the actor may do to it now. */
  readonly transitions: readonly string[]
}

export type RowParts = {
  readonly row: ListedEntry
  readonly view: View
  readonly definition: Collection
  readonly titles: Titles
  readonly columns: readonly ViewColumn[]
  readonly transitions: readonly string[]
}

/** A row of a view in the words of its reader. */
export function rowOf(
  context: Context,
  { row, view, definition, titles, columns, transitions }: RowParts,
): ViewRow {
  const { locale } = context.actor
  const { timeZone } = context.tenant
  const waitingDays = row.closedAt ? null : daysBetween(row.createdAt, context.clock.now(), timeZone)
  const fields = fieldViews(definition, row.values, titles, { locale, timeZone, handled: true })
  const shown = new Set(columns.map(({ key }) => key))
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
    cells: {
      ...Object.fromEntries(
        fields.filter(({ key }) => shown.has(key)).map(({ key, display }) => [key, display]),
      ),
      ...(shown.has('legalDueOn') && {
        legalDueOn: row.legalDueOn === null ? '' : formatDate(row.legalDueOn, locale),
      }),
    },
    transitions,
  }
}

function daysBetween(from: Date, to: Date, timeZone: string): number {
  return (Date.parse(localDay(to, timeZone)) - Date.parse(localDay(from, timeZone))) / 86_400_000
}
