// SPDX-License-Identifier: MIT
export { attachFile, type AttachFile, handles, removeFile, restoreFile } from './attach-file.ts'
export { depositFile, type DepositFile } from './deposit-file.ts'
export { documentsRoutes } from './documents.routes.ts'
export { mayReadThread } from './document-rights.ts'
export { type EntryFile, listEntryFiles, openAttachment, openThumbnail } from './open-attachment.ts'
