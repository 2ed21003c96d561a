// SPDX-License-Identifier: MIT
export { depositFile, type DepositFile } from './deposit-file.ts'
export { documentsRoutes } from './documents.routes.ts'
export { mayReadThread } from './document-rights.ts'
export { type EntryFile, listEntryFiles, openAttachment } from './open-attachment.ts'
