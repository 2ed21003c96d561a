// SPDX-License-Identifier: MIT
import type { Dashboard, Widget } from '../../view/dashboard.ts'
import { widgetCounts } from '../../view/dashboard-counts.ts'
import { filterKind } from '../../view/filter.ts'
import { tallyFor } from '../../view/tally.ts'
import type { View } from '../../view/view.ts'
import { own, ownCollection, repeated, type CheckScope } from './report.ts'
import { checkRole } from './rights.ts'

/** A day like any other: what can be counted does not depend on it. */
const someDay = '2026-01-01'
const toldApart = new Set(['choice', 'reference', 'boolean'])

/** Dashboards: every number is of a view that exists, can be counted at once, and opens the list of what it counts. */
export function checkDashboards(scope: CheckScope): void {
  for (const [key, dashboard] of Object.entries(scope.solution.dashboards ?? {})) {
    const path = `dashboards.${key}`
    for (const [index, role] of dashboard.roles.entries()) checkRole(scope, role, `${path}.roles[${index}]`)
    for (const name of repeated(dashboard.widgets.map((widget) => widget.key))) {
      scope.report('duplicate-key', `${path}.widgets`, { name })
    }
    for (const [index, widget] of dashboard.widgets.entries()) {
      checkWidget({ scope, dashboard, path: `${path}.widgets[${index}]` }, widget)
    }
  }
}

type At = { readonly scope: CheckScope; readonly dashboard: Dashboard; readonly path: string }

function checkWidget(at: At, widget: Widget): void {
  const { path, scope } = at
  switch (widget.kind) {
    case 'indicator': {
      const { view, days, detail } = widget
      checkNumber(at, `${path}.view`, view, days && [`${path}.days.on`, days.on])
      const detailDays = detail?.days ?? days
      if (detail) checkNumber(at, `${path}.detail`, detail.view ?? view, detailDays && [path, detailDays.on])
      return
    }
    case 'delay': {
      const { view, from, to } = widget
      checkNumber(at, `${path}.view`, view, [`${path}.to`, to])
      checkDate(at, view, `${path}.from`, from)
      break
    }
    case 'breakdown':
      for (const [index, { view, days }] of widget.columns.entries()) {
        const place = `${path}.columns[${index}]`
        checkNumber(at, `${place}.view`, view, days && [`${place}.days.on`, days.on])
        checkBy(at, view, widget.by)
      }
      break
    case 'ages':
      checkNumber(at, `${path}.view`, widget.view, [`${path}.since`, widget.since])
      if (widget.byState) checkBy(at, widget.view, 'state')
      break
    case 'weeks':
      for (const [index, { view, on }] of widget.series.entries()) {
        const place = `${path}.series[${index}]`
        checkNumber(at, `${place}.view`, view, [`${place}.on`, on])
      }
      break
    case 'list':
      checkNumber(at, `${path}.view`, widget.view)
      return
    case 'drafts':
      ownCollection(scope, widget.collection, `${path}.collection`)
      return
  }
  checkCountable(at, widget)
}

/** A number is of a view that its readers see, which can be narrowed to the days it counts. */
function checkNumber(at: At, path: string, name: string, days?: readonly [path: string, on: string]): void {
  const view = viewOf(at, name)
  if (!view) {
    at.scope.report('unknown-view', path, { name })
    return
  }
  for (const role of at.dashboard.roles) {
    if (!view.roles.includes(role)) at.scope.report('closed-to-role', path, { name: role, view: name })
  }
  if (!days || !checkDate(at, name, days[0], days[1])) return
  checkFilter(at, name, days[0], days[1])
}

function checkDate(at: At, viewName: string, path: string, name: string): boolean {
  const view = viewOf(at, viewName)
  const collection = view && own(at.scope.solution.collections, view.collection)
  if (!collection) return false
  if (filterKind(collection, name) === 'days') return true
  if (own(collection.fields, name)) at.scope.report('not-a-date', path, { name })
  else at.scope.report('unknown-field', path, { name, collection: view.collection })
  return false
}

function checkBy(at: At, viewName: string, by: string): void {
  const path = `${at.path}.by`
  const view = viewOf(at, viewName)
  const collection = view && own(at.scope.solution.collections, view.collection)
  if (!collection) return
  if (by === 'state') {
    if (!collection.lifecycle) at.scope.report('no-lifecycle', path, { name: view.collection })
    return
  }
  const field = own(collection.fields, by)
  if (!field) at.scope.report('unknown-field', path, { name: by, collection: view.collection })
  else if (!toldApart.has(field.type)) at.scope.report('not-told-apart', path, { name: by })
  else checkFilter(at, viewName, path, by)
}

function checkFilter(at: At, viewName: string, path: string, name: string): void {
  if (viewOf(at, viewName)?.filters?.includes(name)) return
  at.scope.report('not-a-filter-of-view', path, { name, view: viewName })
}

/** A single number may be counted row by row up to a bound; a table of them needs tallies. */
function checkCountable({ scope, path }: At, widget: Widget): void {
  const refused = widgetCounts(widget, scope.solution, someDay).find(
    (count) => tallyFor(count, scope.model, someDay) === undefined,
  )
  if (refused) scope.report('not-countable', path, { name: refused.view })
}

function viewOf({ scope }: At, name: string): View | undefined {
  return own(scope.solution.views, name)
}
