// SPDX-License-Identifier: MIT
export {
  type Attachment,
  type AttachmentHome,
  attachmentView,
  type FileAudience,
  type StoredAttachment,
  uploaderOf,
} from './attachment.ts'
export {
  attachmentById,
  attachmentsOf,
  attachmentsOfMessages,
  listContents,
  markRemoved,
  moveToEntry,
  moveToMessage,
  setRemoved,
  sharedAttachment,
  shareAttachment,
} from './attachments.queries.ts'
export type { IncomingFile } from './head-of-stream.ts'
export { type NamedFile, namedFiles } from './named-files.ts'
export { deleteFilesOfDraft, removeContents } from './purge-files.ts'
export { type FileUpload, receiveFile, type ReceivedFile } from './receive-file.ts'
export { serveThumbnail, type ThumbnailSize } from './thumbnails.ts'
export { serveAttachment, type ServedFile } from './serve-attachment.ts'
