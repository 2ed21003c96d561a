// SPDX-License-Identifier: MIT

export type AttachmentsTables = {
  attachments: {
    id: string
    sha256: string
    name: string
    media_type: string
    kind: string
    size: number
    entry_id: string | null
    draft_id: string | null
    field: string | null
    message_id: string | null
    uploaded_by: string
    created_at: Date
    removed_at: Date | null
    shared: string | null
  }
  thumbnails: {
    sha256: string
    side: number
    /** Null when the content could not be made small. */
    bytes: Buffer | null
    made_at: Date
  }
}
