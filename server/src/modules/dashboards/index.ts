// SPDX-License-Identifier: MIT
export type {
  AgesView,
  BreakdownRow,
  BreakdownView,
  DashboardLink,
  DashboardView,
  DelayView,
  DraftsView,
  EntryListView,
  Figure,
  IndicatorView,
  ListLink,
  WeeksView,
  WidgetView,
} from './dashboard-view.ts'
export { keepTallies, recountTallies, startTallies } from './keep-tallies.ts'
export { openDashboard } from './open-dashboard.ts'
export { listDashboards } from './visible-dashboards.ts'
