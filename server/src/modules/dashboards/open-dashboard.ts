// SPDX-License-Identifier: MIT
import { tallyFor, type TallyQuery, type WidgetCount, widgetCounts } from '@guichet/engine'
import type { Context } from '../../platform/context.ts'
import { problem } from '../../platform/http/problems.ts'
import { localDay } from '../../platform/local-day.ts'
import { definitionsOf } from '../definitions/index.ts'
import { visibleViews } from '../views/index.ts'
import { countCells, counting } from './count-cells.ts'
import { countRows } from './count-rows.ts'
import type { DashboardView } from './dashboard-view.ts'
import { linkOf, type VisibleDashboard, visibleDashboards } from './visible-dashboards.ts'
import type { Answer, WidgetScope } from './widget-scope.ts'
import { widgetView } from './widget-view.ts'

/**
 * A dashboard with its numbers, each of what the actor may list and read: two people who open the same one see their
 * own. Every number names the list it counts.
 *
 * @throws Problem `sign-in-required` to nobody; `not-found` for one that none of the actor's roles shows
 */
export async function openDashboard(
  context: Context,
  asked: { readonly solution: string; readonly dashboard: string },
): Promise<DashboardView> {
  const found = await findDashboard(context, asked)
  const { solution } = found.release
  const now = context.clock.now()
  const today = localDay(now, context.tenant.timeZone)
  const counts = found.dashboard.widgets.map((widget) => widgetCounts(widget, solution, today))
  const [answers, views] = await Promise.all([answered(context, counts.flat(), today), visibleViews(context)])
  const opens = new Set(views.filter((view) => view.solution === solution.key).map(({ key }) => key))
  const scope: WidgetScope = { context, solution, today, opens }
  let from = 0
  const widgets = await Promise.all(
    found.dashboard.widgets.map((widget, at) => {
      const own = answers.slice(from, (from += counts[at]?.length ?? 0))
      return widgetView(scope, widget, own)
    }),
  )
  return { ...linkOf(context, found), today, readAt: now, widgets: widgets.flatMap((widget) => widget ?? []) }
}

async function findDashboard(
  context: Context,
  asked: { solution: string; dashboard: string },
): Promise<VisibleDashboard> {
  if (context.actor.kind === 'nobody') throw problem('sign-in-required')
  const found = (await visibleDashboards(context)).find(
    ({ release, key }) => release.solution.key === asked.solution && key === asked.dashboard,
  )
  if (!found) throw problem('not-found')
  return found
}

/** Each count answered: by a tally where one can, else row by row up to a bound. */
async function answered(
  context: Context,
  counts: readonly WidgetCount[],
  today: string,
): Promise<readonly Answer[]> {
  const { model } = await definitionsOf(context)
  const queries = counts.map((count) => tallyFor(count, model, today))
  const tallied = queries.filter((query): query is TallyQuery => query !== undefined)
  const cells = new Map<TallyQuery, Awaited<ReturnType<typeof countCells>>[number]>()
  for (const [at, own] of (await countCells(context, tallied)).entries()) {
    const query = tallied[at]
    if (query) cells.set(query, own)
  }
  return Promise.all(
    counts.map(async (count, at): Promise<Answer> => {
      const query = queries[at]
      if (!query) return countRows(context, count)
      const own = cells.get(query)
      return own === undefined || own === counting ? own : { cells: own, capped: false }
    }),
  )
}
