// SPDX-License-Identifier: MIT
export { type Count, listViews, type ViewLink } from './list-views.ts'
export { type OpenedView, openView, type ViewColumn, type ViewQuery, type ViewRow } from './open-view.ts'
export { listOwnEntries, type OwnEntry } from './own-entries.ts'
export { type OfferedEntry, offersFor, transitionForm, type TransitionForm } from './transition-form.ts'
