// SPDX-License-Identifier: MIT
export { type Count, listViews, mostCounted, type ViewLink } from './list-views.ts'
export { findViewEntries, getView, type OpenedView, openView, viewNeighbours } from './open-view.ts'
export { listOwnEntries, type OwnEntry } from './own-entries.ts'
export { openTransitions, type RowTransition } from './row-transitions.ts'
export {
  type AskableField,
  type OfferedEntry,
  offersFor,
  transitionForm,
  type TransitionForm,
} from './transition-form.ts'
export type { ViewColumn } from './view-columns.ts'
export type { ViewFilter } from './view-filters.ts'
export { listQueryOf, type ViewAsked, type ViewQuery } from './view-query.ts'
export type { ViewRow } from './view-rows.ts'
export { type VisibleView, visibleViews } from './visible-views.ts'
