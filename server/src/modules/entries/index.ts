// SPDX-License-Identifier: MIT
export { askableOf, askedInWords, askedNow, type AskedFieldView, askingForm } from './asked-fields.ts'
export {
  applyChanges,
  changeEntry,
  type ChangedEntry,
  type ChangeEntry,
  deleteEntry,
} from './change-entry.ts'
export { countEach, type CountedEntries, countEntries } from './count-entries.ts'
export { computeFields } from './compute-fields.ts'
export { createEntries, type NewEntries } from './create-entries.ts'
export { createEntry, type CreateEntry } from './create-entry.ts'
export { eventsRoutes } from './events.routes.ts'
export { entriesRoutes } from './entries.routes.ts'
export type { EntryView, FieldView, ReferredView, StateView, TransitionView } from './entry-view.ts'
export { entryGuide, entryHistory, type GuideStage, type HistoryLine } from './history.ts'
export { type PublicReason, publicReason } from './public-reason.ts'
export { giveNumber } from './give-number.ts'
export { actorGrants, conditionColumns, sqlScope } from './held-grants.ts'
export { statesOf } from './list-branches.ts'
export { type Driver, driversOf } from './list-drivers.ts'
export { listEntries, type ListedEntry } from './list-entries.ts'
export type { Filter, ListQuery, Page } from './list-query.ts'
export { getEntry, isUuid, loadEntries, loadEntry, type LoadedEntry } from './load-entry.ts'
export { neighboursOf, type Neighbours } from './neighbours.ts'
export { applicantName, fieldViews, heldBy, presentEntry, stateView, viewEntry } from './present-entry.ts'
export { readableTitles, referredTitles, type Titles } from './referred-titles.ts'
export { takeTransition, type Moved, type TakeTransition } from './take-transition.ts'
export { nextLevel, type ProposedEdit } from './propose-changes.ts'
export { holdingConditions } from './holding-conditions.ts'
