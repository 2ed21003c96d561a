// SPDX-License-Identifier: MIT
export { advanceBulk, forgetBulks, startBulks } from './advance-bulk.ts'
export { type BulkItemStatus, type BulkStatus, mostEntries } from './bulk.ts'
export { type BulkCounts, type BulkForm, type BulkItemView, type BulkView, viewBulk } from './bulk-view.ts'
export { type BulkChoice, prepareBulk, type PrepareBulk } from './prepare-bulk.ts'
export { startBulk, type StartBulk } from './start-bulk.ts'
export { undoBulk } from './undo-bulk.ts'
