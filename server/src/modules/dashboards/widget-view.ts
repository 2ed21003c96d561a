// SPDX-License-Identifier: MIT
import { ageSteps, inLocale, weekRanges, type Widget, widgetCounts, type WidgetOf } from '@guichet/engine'
import { isProblem } from '../../platform/http/problems.ts'
import { stateView } from '../entries/index.ts'
import { pendingDrafts } from '../filing/index.ts'
import { openView } from '../views/index.ts'
import { breakdownView } from './breakdown-view.ts'
import { type Cells, counting } from './count-cells.ts'
import type {
  AgesView,
  DelayView,
  DraftsView,
  EntryListView,
  IndicatorView,
  WeeksView,
  WidgetView,
} from './dashboard-view.ts'
import { figureOf } from './list-link.ts'
import {
  type Answer,
  type Counted,
  definitionOf,
  namesOf,
  wholeFigure,
  type WidgetScope,
} from './widget-scope.ts'

/** A widget as its reader sees it; `undefined` when it is about what they may not list. */
export async function widgetView(
  scope: WidgetScope,
  widget: Widget,
  answers: readonly Answer[],
): Promise<WidgetView | undefined> {
  if (widget.kind === 'list') return listView(scope, widget)
  if (widget.kind === 'drafts') return draftsView(scope, widget)
  const counts = widgetCounts(widget, scope.solution, scope.today)
  if (answers.includes(counting)) return { ...namesOf(scope, widget), kind: 'counting' }
  const counted = counts.flatMap((count, at): Counted[] => {
    const answer = answers[at]
    return answer && answer !== counting ? [{ count, ...answer }] : []
  })
  if (counted.length < counts.length) return undefined
  switch (widget.kind) {
    case 'indicator':
      return indicatorView(scope, widget, counted)
    case 'delay':
      return delayView(scope, widget, counted)
    case 'breakdown':
      return breakdownView(scope, widget, counted)
    case 'ages':
      return agesView(scope, widget, counted)
    case 'weeks':
      return weeksView(scope, widget, counted)
  }
}

function indicatorView(
  scope: WidgetScope,
  widget: WidgetOf<'indicator'>,
  [own, detail]: readonly Counted[],
): IndicatorView {
  const title = widget.detail?.title
  return {
    ...namesOf(scope, widget),
    kind: 'indicator',
    figure: wholeFigure(scope, own),
    tone: widget.tone ?? null,
    detail: title
      ? { title: inLocale(title, scope.context.actor.locale), figure: wholeFigure(scope, detail) }
      : null,
  }
}

function delayView(scope: WidgetScope, widget: WidgetOf<'delay'>, [own]: readonly Counted[]): DelayView {
  return {
    ...namesOf(scope, widget),
    kind: 'delay',
    medianDays: own ? medianOf(own.cells) : null,
    figure: wholeFigure(scope, own),
  }
}

/** The middle value of a distribution of whole numbers; between two, their mean. */
export function medianOf(cells: Cells): number | null {
  const measured = [...cells]
    .filter(([key]) => key !== '')
    .map(([key, n]) => ({ days: Number(key), n }))
    .toSorted((one, other) => one.days - other.days)
  const total = measured.reduce((sum, { n }) => sum + n, 0)
  const at = (place: number): number => {
    let left = place
    for (const { days, n } of measured) {
      if (left < n) return days
      left -= n
    }
    return 0
  }
  return total === 0 ? null : (at(Math.floor((total - 1) / 2)) + at(Math.floor(total / 2))) / 2
}

function agesView(scope: WidgetScope, widget: WidgetOf<'ages'>, counted: readonly Counted[]): AgesView {
  const definition = definitionOf(scope, counted[0])
  const present = new Set(counted.flatMap(({ cells }) => [...cells.keys()]))
  const states = widget.byState
    ? Object.keys(definition?.lifecycle?.states ?? {})
        .filter((key) => present.has(key))
        .flatMap((key) => (definition && stateView(definition, key, scope.context.actor.locale)) ?? [])
    : []
  return {
    ...namesOf(scope, widget),
    kind: 'ages',
    states,
    steps: ageSteps(widget, scope.today).map(({ fromDays, toDays }, at) => {
      const own = counted[at]
      return {
        fromDays,
        toDays: toDays ?? null,
        level: levelOf(widget, fromDays),
        figure: wholeFigure(scope, own),
        byState: states.map(({ key }) =>
          figureOf(scope, own?.count, { count: own?.cells.get(key) ?? 0 }, key),
        ),
      }
    }),
  }
}

function levelOf({ warnFrom, lateFrom }: WidgetOf<'ages'>, fromDays: number): 'fine' | 'watch' | 'late' {
  if (lateFrom !== undefined && fromDays >= lateFrom) return 'late'
  return warnFrom !== undefined && fromDays >= warnFrom ? 'watch' : 'fine'
}

function weeksView(scope: WidgetScope, widget: WidgetOf<'weeks'>, counted: readonly Counted[]): WeeksView {
  return {
    ...namesOf(scope, widget),
    kind: 'weeks',
    weeks: weekRanges(widget.weeks, scope.today).map(({ from }) => from),
    series: widget.series.map(({ title }, at) => ({
      title: inLocale(title, scope.context.actor.locale),
      figures: counted
        .slice(at * widget.weeks, (at + 1) * widget.weeks)
        .map((one) => wholeFigure(scope, one)),
    })),
  }
}

async function listView(scope: WidgetScope, widget: WidgetOf<'list'>): Promise<EntryListView | undefined> {
  const { context, solution, opens } = scope
  if (!opens.has(widget.view)) return undefined
  const opened = await openView(context, {
    solution: solution.key,
    view: widget.view,
    limit: widget.rows,
  }).catch(leftOut)
  if (!opened) return undefined
  const { columns, rows, sort, count } = opened
  const list = { solution: solution.key, view: widget.view }
  return {
    ...namesOf(scope, widget),
    kind: 'list',
    columns,
    rows,
    sort,
    figure: { count: count.count, ...(count.capped && { capped: true as const }), list },
  }
}

async function draftsView(scope: WidgetScope, widget: WidgetOf<'drafts'>): Promise<DraftsView | undefined> {
  const pending = await pendingDrafts(scope.context, {
    collection: `${scope.solution.key}.${widget.collection}`,
    rows: widget.rows,
  }).catch(leftOut)
  return pending && { ...namesOf(scope, widget), kind: 'drafts', ...pending }
}

/** A reader without the right sees the other widgets. */
function leftOut(error: unknown): undefined {
  if (isProblem(error) && error.code === 'not-allowed') return undefined
  throw error
}
