// SPDX-License-Identifier: MIT
export type { SavedAsked, SavedView } from './saved-view.ts'
export {
  deleteSavedView,
  listSavedViews,
  renameSavedView,
  restoreSavedView,
  saveView,
  type SaveView,
  sharingRoles,
} from './saved-views.ts'
