// SPDX-License-Identifier: MIT
import type { EntryListView, WidgetView } from '@guichet/server'
import type { DateWords } from '../../ui/dates.ts'
import { shownRows } from '../shown-rows.ts'
import type { ShownDraft } from './DraftsCard.tsx'
import type { ShownEntry } from './ListCard.tsx'
import type { ShownWeek } from './WeeksCard.tsx'
import { weekNumber } from './week-number.ts'

/** A widget with its dates in words: pages receive no instant to say. */
export type ShownWidget =
  | {
      readonly kind: 'list'
      readonly widget: Omit<EntryListView, 'rows'>
      readonly rows: readonly ShownEntry[]
    }
  | {
      readonly kind: 'drafts'
      readonly widget: Omit<Extract<WidgetView, { kind: 'drafts' }>, 'rows'>
      readonly rows: readonly ShownDraft[]
    }
  | {
      readonly kind: 'weeks'
      readonly widget: Extract<WidgetView, { kind: 'weeks' }>
      readonly weeks: readonly ShownWeek[]
    }
  | { readonly kind: 'ages'; readonly widget: Extract<WidgetView, { kind: 'ages' }> }
  | { readonly kind: 'counting'; readonly widget: Extract<WidgetView, { kind: 'counting' }> }
  | { readonly kind: 'breakdown'; readonly widget: Extract<WidgetView, { kind: 'breakdown' }> }
  | {
      readonly kind: 'indicators'
      readonly widgets: readonly Extract<WidgetView, { kind: 'indicator' | 'delay' }>[]
    }

/** The widgets in their order; indicators that follow one another stand side by side. */
export function shownWidgets(widgets: readonly WidgetView[], dates: DateWords): ShownWidget[] {
  const shown: ShownWidget[] = []
  for (const widget of widgets) {
    const last = shown.at(-1)
    if (widget.kind === 'indicator' || widget.kind === 'delay') {
      if (last?.kind === 'indicators')
        shown[shown.length - 1] = { ...last, widgets: [...last.widgets, widget] }
      else shown.push({ kind: 'indicators', widgets: [widget] })
    } else shown.push(shownWidget(widget, dates))
  }
  return shown
}

function shownWidget(
  widget: Exclude<WidgetView, { kind: 'indicator' | 'delay' }>,
  dates: DateWords,
): ShownWidget {
  switch (widget.kind) {
    case 'list': {
      const { rows, ...others } = widget
      return { kind: 'list', widget: others, rows: shownEntries(widget, rows, dates) }
    }
    case 'drafts': {
      const { rows, ...others } = widget
      return {
        kind: 'drafts',
        widget: others,
        rows: rows.map(({ reference, procedure, begunAt, savedAt }) => ({
          reference,
          procedure,
          begun: dates.shortDay(begunAt),
          saved: dates.shortDay(savedAt),
        })),
      }
    }
    case 'weeks':
      return {
        kind: 'weeks',
        widget,
        weeks: widget.weeks.map((monday) => ({
          number: weekNumber(monday),
          begins: dates.calendarDay(monday),
        })),
      }
    case 'ages':
      return { kind: 'ages', widget }
    case 'breakdown':
      return { kind: 'breakdown', widget }
    case 'counting':
      return { kind: 'counting', widget }
  }
}

function shownEntries(
  { columns }: EntryListView,
  rows: EntryListView['rows'],
  dates: DateWords,
): ShownEntry[] {
  const under = columns.filter(({ role }) => role !== null).map(({ key }) => key)
  return shownRows(rows, dates).map(({ id, number, title, state, cells, waitingDays, late }) => ({
    id,
    number,
    title,
    state,
    cells,
    waitingDays,
    late,
    about: under.flatMap((key) => cells[key] || []).join(', '),
  }))
}
