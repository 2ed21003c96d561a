// SPDX-License-Identifier: MIT
import type { Actor, FileKind } from '@guichet/engine'

/** Where a file belongs: to a draft until it is filed, then to an entry; there to a field, or to a message. */
export type AttachmentHome =
  { readonly draftId: string; readonly field: string } | { readonly entryId: string; readonly field?: string }

/** A file received, as pages show it. Its content is in the storage, under its digest. */
export type Attachment = {
  readonly id: string
  readonly name: string
  readonly mediaType: string
  readonly kind: FileKind | 'other'
  /** Bytes. */
  readonly size: number
  readonly createdAt: Date
}

/** Those who handle the entry, or everyone who takes part in it, its applicant too. */
export type FileAudience = 'handlers' | 'everyone'

/** The same, with where it belongs and where its content is: for decisions, never to show. */
export type StoredAttachment = Attachment & {
  readonly sha256: string
  readonly entryId: string | null
  readonly draftId: string | null
  readonly field: string | null
  readonly messageId: string | null
  readonly uploadedBy: string
  /** For a file put beside the answers: who reads it, besides its author. */
  readonly shared: FileAudience | null
}

/** What pages show of a stored file. */
export function attachmentView({ id, name, mediaType, kind, size, createdAt }: StoredAttachment): Attachment {
  return { id, name, mediaType, kind, size, createdAt }
}

/** Who sent a file, as it is remembered. People without an account are told apart by their draft, not here. */
export function uploaderOf(actor: Actor): string {
  switch (actor.kind) {
    case 'person':
      return `person:${actor.personId}`
    case 'link':
      return `link:${actor.linkId}`
    case 'nobody':
    case 'system':
      return actor.kind
  }
}
